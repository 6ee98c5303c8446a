import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSteps, namedSteps } from '#views/steps.ts';
import { dslOf, graphOf, linesOf } from '../../support/workspaces.ts';

const MODEL = `
  user = person "User"
  shop = softwareSystem "Shop" {
    web = container "Web"
    api = container "API"
  }
  user -> web "Uses" "HTTPS"
  web -> api "Calls" "gRPC"`;

/** `3 a>b` for each step; none begins with a number where a view gives none. */
const steps = (...texts: readonly string[]) =>
  texts.map((text) => {
    const [, order, source = '', target = ''] = /^(\S+ )?(\w+)>(\w+)$/.exec(text) ?? [];
    return { source, target, ...(order && { order: order.trim() }) };
  });
const named = (...texts: readonly string[]) =>
  namedSteps(steps(...texts)).map(
    ({ step: { source, target }, name }) => `${name} ${source}>${target}`,
  );

describe('the names of steps', () => {
  it.each([
    ['are their numbers', ['1 a>b', '2 b>c', 'c>d'], ['1 a>b', '2 b>c', 'undefined c>d']],
    [
      'have a letter for each branch, whichever step of it stands first',
      ['1 u>a', '2 a>x', '2 a>y', '3 y>a', '3 x>z', '4 z>x', '5 a>u'],
      ['1 u>a', '2a a>x', '2b a>y', '3a x>z', '3b y>a', '4 z>x', '5 a>u'],
    ],
    [
      'have another letter for what goes on no branch',
      ['1 a>x', '1 a>y', '2 y>a', '2 x>a', '2 b>c', '3 c>d', '3 a>b'],
      ['1a a>x', '1b a>y', '2a x>a', '2b y>a', '2c b>c', '3a a>b', '3c c>d'],
    ],
    [
      'begin with a again at the next fork',
      ['1 a>x', '1 a>y', '2 a>b', '3 b>x', '3 b>y'],
      ['1a a>x', '1b a>y', '2 a>b', '3a b>x', '3b b>y'],
    ],
  ])('%s', (_, given, expected) => {
    expect(named(...given)).toEqual(expected);
  });

  it('have two letters where one is not enough', () => {
    const many = named(...Array.from({ length: 28 }, (_, place) => `7 a>n${place}`));
    expect(many.slice(-3)).toEqual(['7z a>n25', '7aa a>n26', '7ab a>n27']);
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
