import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RelationshipId } from '#model/ids.ts';
import { compareSteps, stepNames } from '#views/steps.ts';
import { dslOf, graphOf, linesOf } from '../../support/workspaces.ts';

const MODEL = `
  user = person "User"
  shop = softwareSystem "Shop" {
    web = container "Web"
    api = container "API"
  }
  user -> web "Uses" "HTTPS"
  web -> api "Calls" "gRPC"`;

describe('the names of steps', () => {
  it('have letters where several share a number', () => {
    const order = (id: string, number?: string) => ({
      id: RelationshipId(id),
      ...(number !== undefined && { order: number }),
    });
    const many = Array.from({ length: 28 }, (_, place) => order(String(place), '7'));
    expect(stepNames([order('1', '1'), order('2', '2'), order('3', '2'), order('4')])).toEqual([
      '1',
      '2a',
      '2b',
      undefined,
    ]);
    expect(stepNames(many).slice(-3)).toEqual(['7z', '7aa', '7ab']);
  });
});

describe('the order of steps', () => {
  it.each([
    [
      ['10', '9', '1'],
      ['1', '9', '10'],
    ],
    [
      ['2', '1.1', '1'],
      ['1', '1.1', '2'],
    ],
    [
      ['1.10', '1.9', '1.2'],
      ['1.2', '1.9', '1.10'],
    ],
    [
      ['1.1.1', '1.2', '1.1'],
      ['1.1', '1.1.1', '1.2'],
    ],
  ])('sorts %j', (steps, sorted) => {
    expect(steps.toSorted(compareSteps)).toEqual(sorted);
  });

  it.each([
    ['1', '1', 0],
    ['1.2', '1.2', 0],
    ['1', '1.1', -1],
    ['2', '1.9', 1],
  ])('%s and %s: %d', (a, b, sign) => {
    expect(Math.sign(compareSteps(a, b))).toBe(sign);
  });

  const step = fc
    .array(fc.nat(120), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('.'));

  it('is an order: it turns around and goes on', () => {
    fc.assert(
      fc.property(step, step, step, (a, b, c) => {
        expect(Math.sign(compareSteps(a, b))).toBe(-Math.sign(compareSteps(b, a)) + 0);
        if (compareSteps(a, b) <= 0 && compareSteps(b, c) <= 0)
          expect(compareSteps(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('dynamic views', () => {
  it('keeps the steps in order from the ninth to the tenth', () => {
    const calls = Array.from({ length: 11 }, (_, n) => `web -> api "call ${n + 1}"`).join('\n');
    const { edges } = graphOf(dslOf(MODEL, `dynamic shop v { ${calls} }`), 'v');
    expect(edges.map(({ order }) => order)).toEqual(
      Array.from({ length: 11 }, (_, n) => String(n + 1)),
    );
    expect(new Set(edges.map(({ key }) => key)).size).toBe(11);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(1);
  });

  it('has the words of the step, else those of the relationship', () => {
    const views = 'dynamic shop v {\nuser -> web "Opens the shop"\nweb -> api\n}';
    expect(linesOf(graphOf(dslOf(MODEL, views), 'v'))).toEqual([
      '1 User -> Web: Opens the shop [HTTPS]',
      '2 Web -> API: Calls [gRPC]',
    ]);
  });

  it('draws a response against the relationship, dashed', () => {
    const views = 'dynamic shop v {\nweb -> api "Asks"\napi -> web "Answers"\n}';
    const graph = graphOf(dslOf(MODEL, views), 'v');
    expect(linesOf(graph)).toEqual(['1 Web -> API: Asks [gRPC]', '2 API --> Web: Answers [gRPC]']);
    expect(graph.edges.map(({ response, style }) => [response, style.line])).toEqual([
      [false, 'Solid'],
      [true, 'Dashed'],
    ]);
  });

  it('is a graph, and a sequence where a property says so', () => {
    const view = (property: string) =>
      dslOf(MODEL, `dynamic shop v {\n${property}\nweb -> api "Asks"\n}`);
    const properties = (value: string) => `properties {\n"archfolio.diagram" "${value}"\n}`;
    expect(graphOf(view(''), 'v').diagram).toBe('graph');
    expect(graphOf(view(properties('sequence')), 'v').diagram).toBe('sequence');
    expect(graphOf(view(properties('collaboration')), 'v').diagram).toBe('graph');
  });

  it('knows the property in dynamic views only', () => {
    const view = `container shop v { include *\nproperties { "archfolio.diagram" "sequence" } }`;
    expect(graphOf(dslOf(MODEL, view), 'v').diagram).toBe('graph');
  });

  it('draws the boundary of its scope', () => {
    const views = 'dynamic shop v {\nuser -> web\n}';
    const { clusters, nodes } = graphOf(dslOf(MODEL, views), 'v');
    expect(clusters.map(({ name }) => name)).toEqual(['Shop']);
    expect(nodes.map(({ name, parent }) => [name, parent === clusters[0]?.id])).toEqual([
      ['User', false],
      ['Web', true],
    ]);
  });
});

describe('lines of static views', () => {
  it('are keyed by their relationship and have no order', () => {
    const { edges } = graphOf(dslOf(MODEL, 'container shop v { include * }'), 'v');
    expect(edges.map(({ key, id, order }) => [key === id, order])).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
  });

  it('stand in the order of the model, the tenth after the ninth', () => {
    const calls = Array.from({ length: 12 }, (_, n) => `web -> api "call ${n}"`).join('\n');
    const { edges } = graphOf(dslOf(`${MODEL}\n${calls}`, 'container shop v { include * }'), 'v');
    expect(edges.map(({ description }) => description)).toEqual([
      'Uses',
      'Calls',
      ...Array.from({ length: 12 }, (_, n) => `call ${n}`),
    ]);
  });

  it.each([
    ['tb', 'TB'],
    ['bt', 'BT'],
    ['lr', 'LR'],
    ['rl', 'RL'],
  ])('autolayout %s runs %s', (word, direction) => {
    const view = `container shop v { include *\nautolayout ${word} }`;
    expect(graphOf(dslOf(MODEL, view), 'v').direction).toBe(direction);
  });

  it('run from top to bottom where nobody said how', () => {
    expect(graphOf(dslOf(MODEL, 'container shop v { include * }'), 'v').direction).toBe('TB');
  });
});
