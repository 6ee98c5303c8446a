import { describe, expect, it } from 'vitest';
import { SHAPES } from '#model/styles.ts';
import { isExternal } from '#views/tone.ts';
import { dslOf, graphOf, indexOf, nodeOf } from '../../support/workspaces.ts';

const landscape = 'systemLandscape v { include * }';

describe('external systems', () => {
  const inside = 'own = softwareSystem "Own" { container "C" }';

  it.each([
    ['a system without an inside beside one with', `${inside}\nx = softwareSystem "X"`, true],
    [
      'a system whose inside is known',
      `${inside}\nx = softwareSystem "X" { container "D" }`,
      false,
    ],
    ['a system where no inside is known at all', 'x = softwareSystem "X"', false],
    ['one that is tagged so', 'x = softwareSystem "X" "" "External"', true],
    [
      'in any case and beside other words',
      'x = softwareSystem "X" "" "existing external system"',
      true,
    ],
    ['but not by a part of a word', 'x = softwareSystem "X" "" "Externally"', false],
    [
      'although its inside is known',
      'x = softwareSystem "X" "" "External" { container "D" }',
      true,
    ],
    ['a person is nobody’s system', 'x = person "X" "" "External"', false],
  ])('%s', (_, model, external) => {
    const index = indexOf(dslOf(model));
    const element = index.workspace.elements.find(({ name }) => name === 'X');
    expect(element && isExternal(index, element)).toBe(external);
    const { tone } = nodeOf(graphOf(dslOf(model, landscape), 'v'), 'X').style;
    expect(tone === 'external').toBe(external);
  });
});

describe('tones', () => {
  const model = `
    user = person "User"
    own = softwareSystem "Own" {
      c = container "Container" {
        x = component "Component"
      }
    }
    thing = element "Thing"
    user -> own
    live = deploymentEnvironment "Live" {
      deploymentNode "Node" {
        containerInstance c
        infrastructureNode "Balancer"
      }
    }`;
  const views = `
    systemLandscape landscape { include * thing }
    container own containers { include * }
    component c components { include * }
    deployment * "Live" deployment { include * }`;

  it.each([
    ['landscape', 'User', 'person'],
    ['landscape', 'Own', 'system'],
    ['landscape', 'Thing', 'outline'],
    ['containers', 'Container', 'container'],
    ['components', 'Component', 'component'],
    ['deployment', 'Container', 'container'],
    ['deployment', 'Balancer', 'outline'],
  ])('in %s %s is a %s', (key, name, tone) => {
    expect(nodeOf(graphOf(dslOf(model, views), key), name).style.tone).toBe(tone);
  });

  it.each(SHAPES)('a container as %s is a store only if the shape keeps data', (shape) => {
    const styles = `\nstyles { element "Container" { shape ${shape} } }`;
    const { tone } = nodeOf(graphOf(dslOf(model, views + styles), 'containers'), 'Container').style;
    const stores = ['Cylinder', 'Bucket', 'Pipe', 'Folder'];
    expect(tone).toBe(stores.includes(shape) ? 'store' : 'container');
  });

  it('a component and an instance can be stores as well, a system cannot', () => {
    const styles = `\nstyles { element "Element" { shape Cylinder } }`;
    const tone = (key: string, name: string) =>
      nodeOf(graphOf(dslOf(model, views + styles), key), name).style.tone;
    expect(tone('components', 'Component')).toBe('store');
    expect(tone('deployment', 'Container')).toBe('store');
    expect(tone('landscape', 'Own')).toBe('system');
  });
});
