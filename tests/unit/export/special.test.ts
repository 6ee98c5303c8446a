import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { exportC4PlantUml } from '#export/c4plantuml/export.ts';
import { exportDot } from '#export/dot/export.ts';
import { exportMermaid } from '#export/mermaid/export.ts';
import { exportPlantUml } from '#export/plantuml/export.ts';
import { exportWebSequenceDiagrams } from '#export/websequencediagrams/export.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { indexWorkspace } from '#model/index.ts';
import { workspaceToJson } from '#model/to-json.ts';
import { dslOf, indexOf, workspaceOf } from '../../support/workspaces.ts';
import { diagramOf, linesWith } from './support.ts';

const ALL = [exportMermaid, exportPlantUml, exportC4PlantUml, exportDot, exportWebSequenceDiagrams];

describe('where the reference fails', () => {
  it.each(ALL)('a story with custom elements is written: $name', (exporter) => {
    const model = 'a = person "A"\ne = element "E"\na -> e "Uses"\ne -> a "Tells"';
    const { text } = diagramOf(exporter, [model, 'dynamic * v {\na -> e\ne -> a\n}']);
    expect(text).toContain('A');
  });

  it('an edge to a deployment node with nothing inside is left out of DOT', () => {
    const model = `a = softwareSystem "A"
      deploymentEnvironment "Live" {
        n = deploymentNode "Full" { softwareSystemInstance a }
        m = deploymentNode "Empty"
        deploymentNode "Wall" { i = infrastructureNode "Wire" }
        n -> m "Feeds"
        n -> i "Feeds"
      }`;
    const { text } = diagramOf(exportDot, [model, 'deployment * "Live" v { include * }']);
    expect(linesWith(text, ' -> ')).toEqual([
      expect.stringMatching(/^3 -> 6 .*,ltail=cluster_2\]$/),
    ]);
  });

  it.each([
    ['a% sure', 'a% sure'],
    ['100%% sure', '100% sure'],
  ])('a group called %j is %j in Mermaid', (name, shown) => {
    const model = `group "${name}" { a = person "A" }`;
    const { text } = diagramOf(exportMermaid, [model, 'systemLandscape v { include * }']);
    expect(text).toContain(`subgraph group1 ["${shown}"]`);
  });

  it('a title’s style without a size leaves it at the usual one', () => {
    const views =
      'systemLandscape v { include * }\nstyles { element "Diagram:Title" { color red } }';
    const { text } = diagramOf(exportPlantUml, ['a = person "A"', views]);
    expect(text).toContain('title <size:24>');
  });

  it('a style of all groups with an icon gives it to a group', () => {
    const icon = 'icon https://example.org/g.png';
    const views = `systemLandscape v { include * }\nstyles { element "Group" { ${icon} } }`;
    const { text } = diagramOf(exportPlantUml, ['group "G" { a = person "A" }', views]);
    expect(text).toContain('rectangle "G\\n\\n<img:https://example.org/g.png{scale=0.5}>" <<');
  });
});

describe('what is known of icons', () => {
  const style = 'styles { element "Person" { icon https://example.org/i.png } }';
  const parts = ['a = person "A"', `systemLandscape v { include * }\n${style}`] as const;

  it.each([
    [undefined, '0.5'],
    [72, '1.0'],
    [300, '0.24'],
    [140, '0.5142857142857142'],
  ])('a longer side of %s pixels makes the scale %s', (size, scale) => {
    const { text, legend } = diagramOf(exportPlantUml, parts, { iconSize: () => size });
    for (const written of [text, legend])
      expect(written).toContain(`<img:https://example.org/i.png{scale=${scale}}>`);
  });

  it('is nothing for an icon inside the workspace', () => {
    const inside = 'styles { element "Person" { icon i.svg } }';
    const dsl = dslOf('a = person "A"', `systemLandscape v { include * }\n${inside}`);
    const [diagram] = exportPlantUml(indexOf(dsl, { 'i.svg': '<svg/>' }));
    expect(diagram?.text).not.toContain('img:');
  });
});

describe('names', () => {
  it.each([
    ['Order service', 'Orderservice'],
    ['C++ / C#', 'CC'],
    ['x_y-z', 'x_yz'],
    ['Größe', 'Größe'],
    ['e\u0301te', 'e\u0301te'],
    ['注文 1', '注文1'],
    ['① Ⓐ', 'Ⓐ'],
    ['a\u200Cb', 'a\u200Cb'],
  ])('are %j as %j in PlantUML', (name, alias) => {
    const { text } = diagramOf(exportC4PlantUml, [
      `a = person "${name}"`,
      'systemLandscape v { include * }',
    ]);
    expect(text).toContain(`Person(${alias}, "${name}", `);
  });

  it('of instances have their numbers, and their environment and nodes in front', () => {
    const model = `a = softwareSystem "A"
      deploymentEnvironment "Live now" { deploymentNode "Big box" {
        softwareSystemInstance a
        softwareSystemInstance a
      } }`;
    const { text } = diagramOf(exportC4PlantUml, [
      model,
      'deployment * "Live now" v { include * }',
    ]);
    expect(linesWith(text, 'System(').map((line) => /\((\S+),/.exec(line)?.[1])).toEqual([
      'Livenow.Bigbox.A_1',
      'Livenow.Bigbox.A_2',
    ]);
  });

  it.each([
    ['square', '[Teil: Go]'],
    ['round', '(Teil: Go)'],
    ['curly', '{Teil: Go}'],
    ['angle', '<Teil: Go>'],
    ['double-angle', '<<Teil: Go>>'],
    ['none', 'Teil: Go'],
  ])('of types stand in %s symbols: %s', (symbols, type) => {
    const terms = `terminology {\ncontainer "Teil"\nmetadata ${symbols}\n}`;
    const { text } = diagramOf(exportMermaid, [
      's = softwareSystem "S" { c = container "C" "" "Go" }',
      `container s v { include * }\n${terms}`,
    ]);
    expect(text).toContain(`>${type}</div>`);
  });
});

it('a story in a container reads from JSON as the reference reads it', () => {
  const model = `a = person "A"
    s = softwareSystem "S" { c = container "C" { d = component "D" } }
    a -> d "Uses"`;
  const workspace = workspaceOf(dslOf(model, 'dynamic c v { a -> d }'));
  const json = JSON.stringify(workspaceToJson(workspace));
  const read = workspaceFromJson(new Source('w.json', json)).workspace;
  const colors = [workspace, read].map(
    (one) => one && linesWith(exportDot(indexWorkspace(one))[0]?.text ?? '', '  fontcolor="'),
  );
  expect(colors).toEqual([
    ['fontcolor="#444444"', 'fontcolor="#444444"'],
    ['fontcolor="#cccccc"', 'fontcolor="#444444"'],
  ]);
});
