import { describe, expect, it } from 'vitest';
import { exportDot } from '#export/dot/export.ts';
import { exportMermaid } from '#export/mermaid/export.ts';
import { exportPlantUml } from '#export/plantuml/export.ts';
import { exportWebSequenceDiagrams } from '#export/websequencediagrams/export.ts';
import { dslOf, indexOf } from '../../support/workspaces.ts';
import { diagramOf, linesWith } from './support.ts';

describe('views', () => {
  const MODEL = 'a = softwareSystem "A" {\nb = container "B"\n}\nc = element "C"';
  const VIEWS = `
    deployment * "Live" deployed { include * }
    systemLandscape everything { include * }
    container a inside { include * }
    systemLandscape others { include * }
    custom own { include c }
    image a picture { image own.svg }
    filtered everything include "Element" some`;
  const before = `${MODEL}\ndeploymentEnvironment "Live" { deploymentNode "N" }`;
  const index = indexOf(dslOf(before, VIEWS), { 'own.svg': '<svg/>' });

  it('come kind by kind, without those that hold no elements', () => {
    expect(exportMermaid(index).map(({ key }) => key)).toEqual([
      'own',
      'everything',
      'others',
      'inside',
      'deployed',
    ]);
  });

  it('are only sequences, and custom ones, in WebSequenceDiagrams', () => {
    expect(exportWebSequenceDiagrams(index).map(({ key }) => key)).toEqual(['own']);
  });
});

describe('elements and relationships', () => {
  it('come by their ids as text: 10 before 2', () => {
    const people = Array.from({ length: 11 }, (_, at) => `p${at} = person "P${at + 1}"`);
    const lines = Array.from({ length: 3 }, (_, at) => `p0 -> p${at + 1} "Line ${at + 1}"`);
    const model = [...people, ...lines].join('\n');
    const { text } = diagramOf(exportDot, [model, 'systemLandscape v { include * }']);
    expect(
      linesWith(text, 'shape=')
        .slice(1, 4)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['1', '10', '11']);
    expect(linesWith(text, ' -> ').map((line) => /id=(\d+)/.exec(line)?.[1])).toEqual([
      '12',
      '13',
      '14',
    ]);
  });

  const steps = (count: number) =>
    Array.from({ length: count }, (_, at) => (at % 2 ? 'b -> a "Back"' : 'a -> b "Forth"'));
  const inSteps = (views: string) =>
    linesWith(
      diagramOf(exportMermaid, ['a = person "A"\nb = person "B"\na -> b "Forth"', views]).text,
      '<div>',
    ).flatMap((line) => /<div>([\d.]+)\. /.exec(line)?.[1] ?? []);

  it('of a story come by its steps as numbers', () => {
    expect(inSteps(`dynamic * v {\n${steps(11).join('\n')}\n}`)).toEqual(
      Array.from({ length: 11 }, (_, at) => String(at + 1)),
    );
  });

  it('come by the steps as text where one of them is no number', () => {
    const deep = '3.1.1: a -> b "Forth"';
    expect(inSteps(`dynamic * v {\n2: a -> b "Forth"\n${deep}\n10: b -> a "Back"\n}`)).toEqual([
      '10',
      '2',
      '3.1.1',
    ]);
  });
});

describe('groups', () => {
  const SEPARATOR = 'properties { "structurizr.groupSeparator" "/" }';
  const shape = (model: string) =>
    linesWith(
      diagramOf(exportDot, [model, 'systemLandscape v { include * }'])
        .text.replace(/label=<<font point-size="34">(\w+)<.*/g, 'label=$1')
        .replace(/^(\s*)(\d+) \[.*label=(\w+)$/gm, '$1box $3'),
      '',
    ).flatMap((line) => /^(?:subgraph "(.*)"|(box \w+)|(\}))/.exec(line)?.slice(1).join('') ?? []);

  it('come by name, before what is in none', () => {
    expect(
      shape('x = person "X"\ngroup "B" { b = person "Bo" }\ngroup "A" { a = person "Al" }'),
    ).toEqual([
      ...['cluster_group_A', 'box Al', '}'],
      ...['cluster_group_B', 'box Bo', '}'],
      ...['box X', '}'],
    ]);
  });

  it('stand in each other where there is a separator', () => {
    const nested = 'group "Town" { a = person "Al"\ngroup "Market" { b = person "Bo" } }';
    expect(shape(`${SEPARATOR}\n${nested}\ngroup "Wood" { c = person "Cy" }`)).toEqual([
      ...['cluster_group_Town', 'box Al', 'cluster_group_Market', 'box Bo', '}', '}'],
      ...['cluster_group_Wood', 'box Cy', '}', '}'],
    ]);
  });

  it('are drawn around those that hold nothing else', () => {
    const nested = 'group "Town/Market" { a = person "Al" }';
    expect(shape(`${SEPARATOR}\n${nested}`)).toEqual([
      ...['cluster_group_Town', 'cluster_group_Market', 'box Al', '}', '}', '}'],
    ]);
  });

  it('of one letter are never ended before the next, as in the reference', () => {
    const model = `${SEPARATOR}\ngroup "A" { a = person "Al" }\ngroup "B" { b = person "Bo" }`;
    expect(shape(model)).toEqual([
      ...['cluster_group_A', 'box Al', 'cluster_group_B', 'box Bo', '}', '}'],
    ]);
  });

  it('are counted from one view to the next in PlantUML', () => {
    const model = 'group "A" { a = person "Al" }';
    const views = 'systemLandscape u { include * }\nsystemLandscape v { include * }';
    expect(diagramOf(exportPlantUml, [model, views]).text).toContain(' as group2 {');
    expect(diagramOf(exportMermaid, [model, views]).text).toContain('subgraph group1 [');
  });
});
