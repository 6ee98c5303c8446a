import { describe, expect, it } from 'vitest';
import type { ElementKind } from '#model/elements.ts';
import { kindName } from '#views/words.ts';
import { dslOf, graphOf, nodeOf } from '../../support/workspaces.ts';

const MODEL = `
  user = person "User"
  shop = softwareSystem "Shop" {
    api = container "API" "Takes orders." "Go" {
      orders = component "Orders" "" "Package"
      plain = component "Plain"
    }
    bare = container "Bare"
  }
  bank = softwareSystem "Bank"
  thing = element "Thing" "Hardware"
  odd = element "Odd"
  user -> shop
  live = deploymentEnvironment "Live" {
    deploymentNode "Node" "" "Linux" "" 3 {
      containerInstance api
      infrastructureNode "DNS"
      infrastructureNode "Balancer" "" "nginx"
    }
    deploymentNode "Other" { softwareSystemInstance bank }
  }`;
const VIEWS = `
  systemLandscape landscape { include * thing odd }
  container shop containers { include * }
  component api components { include * }
  deployment * "Live" deployment { include * }`;

const TERMS = `
  terminology {
    person "Actor"
    softwareSystem "Product"
    container "Deployable"
    infrastructureNode "Device"
  }`;

describe('the second line of a box', () => {
  it.each([
    ['landscape', 'User', 'Person', 'Actor'],
    ['landscape', 'Shop', 'Software system', 'Product'],
    ['landscape', 'Bank', 'External system', 'External Product'],
    ['landscape', 'Thing', 'Hardware', 'Hardware'],
    ['landscape', 'Odd', undefined, undefined],
    ['containers', 'API', 'Go', 'Go'],
    ['containers', 'Bare', undefined, undefined],
    ['components', 'Orders', 'Package', 'Package'],
    ['components', 'Plain', undefined, undefined],
    ['deployment', 'DNS', 'Infrastructure node', 'Device'],
    ['deployment', 'Balancer', 'nginx', 'nginx'],
    ['deployment', 'API', 'Container instance', 'Deployable instance'],
    ['deployment', 'Bank', 'Software system instance', 'Product instance'],
  ])('in %s, %s: %s', (key, name, plain, termed) => {
    expect(nodeOf(graphOf(dslOf(MODEL, VIEWS), key), name).subtitle).toBe(plain);
    expect(nodeOf(graphOf(dslOf(MODEL, VIEWS + TERMS), key), name).subtitle).toBe(termed);
  });
});

describe('words of a box', () => {
  it('has the description of what an instance runs', () => {
    expect(nodeOf(graphOf(dslOf(MODEL, VIEWS), 'deployment'), 'API').description).toBe(
      'Takes orders.',
    );
  });

  it('leaves an empty description out', () => {
    expect(nodeOf(graphOf(dslOf(MODEL, VIEWS), 'containers'), 'Bare')).not.toHaveProperty(
      'description',
    );
  });

  it('carries the identifier that its author chose', () => {
    const graph = graphOf(dslOf(MODEL, VIEWS), 'landscape');
    expect(nodeOf(graph, 'Bank').identifier).toBe('bank');
  });
});

describe('kindName', () => {
  const KINDS: Readonly<Record<ElementKind, string>> = {
    Person: 'Person',
    SoftwareSystem: 'Software system',
    Container: 'Container',
    Component: 'Component',
    DeploymentNode: 'Deployment node',
    InfrastructureNode: 'Infrastructure node',
    SoftwareSystemInstance: 'Software system instance',
    ContainerInstance: 'Container instance',
    CustomElement: 'Element',
  };

  it.each(Object.entries(KINDS))('%s is a %s', (kind, name) => {
    expect(kindName(kind as ElementKind, {})).toBe(name);
  });

  it.each([
    ['Component', { component: 'Module' }, 'Module'],
    ['DeploymentNode', { deploymentNode: 'Host' }, 'Host'],
    ['SoftwareSystemInstance', { softwareSystem: 'Product' }, 'Product instance'],
    ['CustomElement', { component: 'Module' }, 'Element'],
  ] as const)('%s in the terms %j is a %s', (kind, terms, name) => {
    expect(kindName(kind, terms)).toBe(name);
  });
});

describe('metadata as a drawing writes it', () => {
  const drawn = (symbols: string, properties = '') => {
    const views = `container shop v { include * \n ${properties} }
      terminology {
        metadata ${symbols}
      }`;
    const model =
      'shop = softwareSystem "Shop" { \n web = container "Web" "" "Go" \n db = container "DB" \n web -> db "Reads" "SQL" \n }';
    const { nodes, edges } = graphOf(
      dslOf(model, symbols ? views : views.split('terminology')[0]),
      'v',
    );
    return [nodes[0]?.subtitle, nodes[1]?.subtitle, edges[0]?.metadata];
  };
  const FULL = 'properties { archfolio.metadata full }';

  it.each([
    ['', '', ['Go', undefined, undefined]],
    ['square', FULL, ['[Container: Go]', '[Container]', undefined]],
    ['round', '', ['Go', undefined, '(SQL)']],
    ['curly', FULL, ['{Container: Go}', '{Container}', '{SQL}']],
    ['double-angle', '', ['Go', undefined, '<<SQL>>']],
    ['none', FULL, ['Container: Go', 'Container', 'SQL']],
  ])('%s %s', (symbols, properties, expected) => {
    expect(drawn(symbols, properties)).toEqual(expected);
  });
});
