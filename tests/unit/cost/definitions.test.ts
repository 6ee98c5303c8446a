import * as entry from 'archfolio/cost';
import { expect, it } from 'vitest';
import { MODEL_WORDS } from '#cost/define/words.ts';
import { loadCosts } from '#sources/costs.ts';
import { contentFolder, SMALL_MODEL } from '../../support/content.ts';

/** Findings of a model file as code, place and hint. */
async function findings(text: string, more: Readonly<Record<string, string>> = {}) {
  const root = contentFolder({ 'cost-models/site.ts': text, ...more });
  const { costs, diagnostics } = await loadCosts(root);
  const found = diagnostics.map(({ code, span, hint, file }) => {
    const { line, column } = span?.source.positionAt(span.start) ?? { line: 0, column: 0 };
    return { at: `${span?.source.name ?? file}:${line}:${column}`, code, hint: hint ?? '' };
  });
  return { costs, found };
}

/** Takes a whole line with this key out of the model. */
const without = (key: string) =>
  key === 'drivers'
    ? SMALL_MODEL.replace(/ {2}drivers: \{[\s\S]*?\n {2}\},\n/, '')
    : key === 'components'
      ? SMALL_MODEL.replace(/ {2}components:[\s\S]*?\n {2}\}\),\n/, '')
      : SMALL_MODEL.replace(new RegExp(`^ {2}${key}: .*\\n`, 'm'), '');

const edit = (from: string, to: string) => {
  expect(SMALL_MODEL).toContain(from);
  return SMALL_MODEL.replace(from, to);
};

it('finds nothing in a model that is right', async () => {
  const { costs, found } = await findings(SMALL_MODEL);
  expect(found).toEqual([]);
  expect(costs.map(({ id }) => id)).toEqual(['site']);
});

it('knows the words of archfolio/cost', () => {
  expect([...MODEL_WORDS]).toEqual(Object.keys(entry).sort());
});

it.each(['id', 'title', 'system', 'user', 'drivers', 'demand', 'sizing', 'components'])(
  'misses `%s`',
  async (key) => {
    const { found } = await findings(without(key));
    expect(found).toEqual([
      {
        at: 'cost-models/site.ts:3:16',
        code: 'cost-model-invalid',
        hint: expect.stringMatching(/./),
      },
    ]);
  },
);

type Row = readonly [name: string, text: () => string, at: string, code: string, hint: string];

it.each<Row>([
  [
    'no import',
    () => edit("import { defineCostModel, line } from 'archfolio/cost';\n", '\n'),
    '3:16',
    'threw',
    "import { defineCostModel } from 'archfolio/cost';",
  ],
  [
    'a name that is not imported',
    () => edit('defineCostModel, line', 'defineCostModel'),
    '25:21',
    'threw',
    "Add `line` to what the file imports from 'archfolio/cost'",
  ],
  [
    'an import that does not exist',
    () => edit('defineCostModel, line', 'defineCostModl, line'),
    '1:10',
    'threw',
    '`defineCostModel`',
  ],
  [
    'another package',
    () => edit("'archfolio/cost'", "'archfolio/costs'"),
    '1:40',
    'threw',
    '`archfolio/cost`',
  ],
  [
    'no default export',
    () => edit('export default', 'export const model ='),
    '3:22',
    'missing',
    'export default',
  ],
  ['a plain object', () => 'export default {};\n', '1:1', 'missing', 'defineCostModel({ … })'],
  [
    'a step that is a promise',
    () => edit('demand: ({ users', 'demand: async ({ users'),
    '19:3',
    'invalid',
    '`async`',
  ],
  [
    'a step that is a promise of nothing',
    () => edit('sizing: () => ({}),', "sizing: () => Promise.reject(new Error('Late.')),"),
    '20:3',
    'invalid',
    '`async`',
  ],
  [
    'an await outside of functions',
    () => `const late = await Promise.resolve(1);\n${SMALL_MODEL}`,
    '1:14',
    'threw',
    'at once',
  ],
  ['an enum', () => `enum Size { small }\n${SMALL_MODEL}`, '1:1', 'threw', 'compiles nothing'],
  ['a syntax error', () => edit('sizing: () => ({}),', 'sizing: () => ({),'), '20:19', 'threw', ''],
  [
    'nothing at all',
    () => "import { defineCostModel } from 'archfolio/cost';\nexport default defineCostModel();\n",
    '2:16',
    'invalid',
    'defineCostModel({',
  ],
  ['a misspelt key', () => edit('components:', 'componets:'), '21:3', 'invalid', '`components`'],
  [
    'a text for a function',
    () => edit('sizing: () => ({})', "sizing: 'none'"),
    '20:3',
    'invalid',
    'sizing: () => ({})',
  ],
  [
    'a list for drivers',
    () => `${without('drivers')}`.replace('  demand:', '  drivers: [],\n  demand:'),
    '8:3',
    'invalid',
    'drivers: {}',
  ],
  [
    'a function that returns nothing',
    () => edit('({ traffic: users.times(drivers.traffic) })', '{ users.times(drivers.traffic); }'),
    '19:3',
    'invalid',
    'return',
  ],
  [
    'a demand that is a number',
    () => edit('users.times(drivers.traffic)', '12'),
    '19:38',
    'invalid',
    'quantity(12',
  ],
  [
    'a driver that is a number',
    () => edit('drivers: {', 'drivers: { calls: 3,'),
    '8:14',
    'invalid',
    'label',
  ],
  [
    'a driver without a value',
    () => edit('      low: 0.01,\n', ''),
    '9:5',
    'driver-range',
    'numbers',
  ],
  ['a driver with a text', () => edit('low: 0.01', "low: '0.01'"), '12:7', 'driver-range', ''],
  [
    'a driver with a misspelt key',
    () => edit('likely: 0.02', 'likly: 0.02, likely: 0.02'),
    '13:7',
    'invalid',
    '`likely`',
  ],
  [
    'a basis that does not exist',
    () => edit("'estimate'", "'estimated'"),
    '15:7',
    'invalid',
    '`estimate`',
  ],
  [
    'a basis far from any',
    () => edit("'estimate'", "'guess'"),
    '15:7',
    'invalid',
    'estimate, given, documented, measured',
  ],
  [
    'an unknown driver',
    () => edit('drivers.traffic', 'drivers.trafic'),
    '19:67',
    'invalid',
    '`traffic`',
  ],
  [
    'an unknown demand',
    () => edit('demand.traffic', 'demand.trafic'),
    '25:66',
    'invalid',
    '`traffic`',
  ],
  [
    'an unknown value',
    () => edit('({ users, drivers })', '({ user, drivers })'),
    '19:14',
    'invalid',
    '`users`',
  ],
  [
    'an unknown resource',
    () =>
      edit('({ demand })', '({ demand, sizing })').replace(
        "title: 'Pages',",
        "title: 'Pages', runs: [sizing.nodes],",
      ),
    '24:37',
    'invalid',
    'has none',
  ],
  [
    'a quantity without a unit',
    () => edit('demand.traffic', 'quantity(5)').replace('line }', 'line, quantity }'),
    '25:59',
    'invalid',
    'quantity(5',
  ],
  [
    'units that do not fit',
    () =>
      edit('demand.traffic', "demand.traffic.plus(quantity(5, 'user'))").replace(
        'line }',
        'line, quantity }',
      ),
    '25:74',
    'unit-mismatch',
    '',
  ],
  [
    'an unknown meter',
    () => edit('dt.internet_out', 'fargate.vcpu_hour'),
    '25:41',
    'dimension-unknown',
    '`fargate.vcpu_arm`',
  ],
  [
    'lines in a list',
    () =>
      edit(
        "{ out: line('To readers', 'dt.internet_out', demand.traffic) }",
        "[line('To readers', 'dt.internet_out', demand.traffic)]",
      ),
    '25:7',
    'invalid',
    'short name',
  ],
  [
    'a component without an element',
    () => edit("      element: 'site.pages',\n", ''),
    '22:5',
    'invalid',
    "element: 'shop.web'",
  ],
  [
    'a component with a misspelt key',
    () => edit('lines: {', 'note: [], linse: {}, lines: {'),
    '25:17',
    'invalid',
    '`lines`',
  ],
  [
    'a cost for each of something unknown',
    () => edit('  sizing:', "  perUnit: ['trafic'],\n  sizing:"),
    '20:3',
    'invalid',
    '`traffic`',
  ],
  [
    'a route that does not exist',
    () =>
      edit(
        '  sizing:',
        "  flows: () => ({ f: { from: 'a', to: 'b', route: 'between-zones' } }),\n  sizing:",
      ),
    '20:44',
    'invalid',
    '`between zones`',
  ],
  [
    'no sizes',
    () =>
      edit(
        'sizing: () => ({})',
        "sizing: () => ({ a: sized('A', { sizes: [], carries: {} }) })",
      ).replace('line }', 'line, sized }'),
    '20:23',
    'invalid',
    'sizes: [',
  ],
  [
    'a load that no size carries',
    () =>
      edit(
        'sizing: () => ({})',
        "sizing: ({ demand }) => ({ a: sized('A', { sizes: [{ name: 'x', data: demand.traffic }], carries: { dta: { demand: demand.traffic, fix: '' } } }) })",
      ).replace('line }', 'line, sized }'),
    '20:33',
    'invalid',
    '`data`',
  ],
  ['an operator', () => edit('users.times(drivers.traffic)', 'users * 2'), '19:53', 'threw', ''],
])('says where and what to do: %s', async (_, text, at, code, hint) => {
  const { found } = await findings(text());
  expect(found.map((item) => [item.at, item.code])).toEqual([
    [`cost-models/site.ts:${at}`, expect.stringMatching(`${code}$`)],
  ]);
  expect(found[0]?.hint).toContain(hint);
});

it('points into the file that a model imports', async () => {
  const model = `import './_words.ts';\n${SMALL_MODEL}`;
  const { found } = await findings(model, { 'cost-models/_words.ts': '\nconst a = wrods;\n' });
  expect(found.map(({ at }) => at)).toEqual(['cost-models/_words.ts:2:11']);
});

it('tells all names that do not exist at once, each once', async () => {
  const text = SMALL_MODEL.replace(
    'users.times(drivers.traffic)',
    'users.times(drivers.trafic).plus(users.times(drivers.calls))',
  );
  const { found } = await findings(text);
  expect(found.map(({ at }) => at)).toEqual([
    'cost-models/site.ts:19:67',
    'cost-models/site.ts:19:100',
  ]);
});
