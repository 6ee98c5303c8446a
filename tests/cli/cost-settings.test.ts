import { describe, expect, it } from 'vitest';
import { contentFolder } from '../support/content.ts';
import { costOf } from '../support/run-cost.ts';

/** One instance all month, and a disk. */
const MODEL = `
import { defineCostModel, line, quantity } from 'archfolio/cost';

export default defineCostModel({
  id: 'a', title: 'Model a', system: 'shop', user: 'Anybody.',
  drivers: {},
  demand: ({ users }) => ({ data: users.times(quantity(1, 'GB/user')) }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    store: {
      element: 'shop.store', title: 'Store',
      lines: {
        box: line('Box', 'ec2.t3.medium', quantity(1000, 'instance').hours()),
        disk: line('Disk', 's3.standard', demand.data.months()),
      },
    },
  }),
});
`;
const RATES = 'currencies: { JPY: { rate: 155, date: 2026-11-01, source: a bank } }\n';

const cost = (...args: string[]) => {
  const root = contentFolder({ 'cost-models/a.ts': MODEL, 'cost-models/prices.yaml': RATES });
  return costOf(['--users', '1000', '--root', root, ...args]);
};

/** The lines' amounts, and why they stayed as they are. */
const lines = (stdout: string) =>
  JSON.parse(stdout).models[0].components[0].lines.map(
    ({ monthly, notes }: { monthly: number; notes?: string[] }) => [monthly, ...(notes ?? [])],
  );

describe('cost --commitment', () => {
  const ON_DEMAND = 'on demand: no rate for this term and payment';
  const NO_RATE = 'on demand: the book has no committed rate';

  it.each([
    ['none', [[30368], [23]]],
    ['1y', [[19053], [23, NO_RATE]]],
    ['1y:50%', [[24710.5], [23, NO_RATE]]],
    ['3y:no-upfront', [[13140], [23, NO_RATE]]],
    [
      '1y:all-upfront',
      [
        [30368, ON_DEMAND],
        [23, NO_RATE],
      ],
    ],
    ['ec2=1y', [[19053], [23]]],
    ['1y,Amazon EC2=3y:100%', [[13140], [23, NO_RATE]]],
    ['s3=1y', [[30368], [23, NO_RATE]]],
  ])('%s', async (terms, expected) => {
    const { code, stdout } = await cost('--commitment', terms, '--json');
    expect(code).toBe(0);
    expect(lines(stdout)).toEqual(expected);
  });

  it('is told', async () => {
    const { stdout } = await cost('--commitment', '1y:70%,ec2=3y:no-upfront');
    expect(stdout).toContain('committed for 1y at 70\u00A0%, ec2 for 3y no upfront,');
  });

  it.each([
    ['2y'],
    ['1y:upfront'],
    ['1y:0%'],
    ['1y:101%'],
    ['1y:70'],
    ['none:70%'],
    ['1y,3y'],
    ['ec2=1y,ec2=3y'],
    ['ec2=none'],
    ['ec3=1y'],
    ['=1y'],
    [''],
  ])('%j is wrong usage', async (terms) => {
    const { code, stdout, stderr } = await cost('--commitment', terms);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: --commitment/);
  });
});

describe('cost --currency', () => {
  it('converts every price at the dated rate, and rounds as the currency is paid', async () => {
    const { code, stdout } = await cost('--currency', 'jpy', '--json');
    const document = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      currency: 'JPY',
      monthly: 4_710_605,
      exchange: { from: 'USD', to: 'JPY', rate: 155, date: '2026-11-01', source: 'a bank' },
    });
    expect(lines(stdout)).toEqual([[4_707_040], [3565]]);
  });

  it.each([
    ['table', 'Total a month                                                         ¥4,710,605'],
    ['table', 'Amounts in JPY: 1 USD is 155 JPY, 2026-11-01, a bank.'],
    ['markdown', '### Model a: ¥4,710,605 a month'],
    ['csv', ',JPY\n'],
    ['focus', ',JPY,'],
  ])('shows in %s: %s', async (format, text) => {
    const { stdout } = await cost('--currency', 'JPY', '--format', format);
    expect(stdout).toContain(text);
    expect(stdout).not.toContain('$');
  });

  it('shows no dollars in any answer', async () => {
    const asked = ['--curve', '--breaks', '--sensitivity', '--quantiles', '--explain', 'store'];
    const { stdout } = await cost('--currency', 'JPY', ...asked);
    expect(stdout).toContain('¥');
    expect(stdout).not.toMatch(/[$¢]/);
    const several = await cost('--users', '1000,2000', '--compare', '--currency', 'JPY');
    expect(several.stdout).not.toMatch(/[$¢]/);
  });

  it('says how a budget is missed in it', async () => {
    const { code, stderr } = await cost('--currency', 'JPY', '--budget', '4710000');
    expect(code).toBe(1);
    expect(stderr).toContain('¥605, <\u00A00.1\u00A0% over the budget of ¥4,710,000.');
  });

  it.each([
    [['--currency', 'EUR'], 'Give it in cost-models/prices.yaml'],
    [['--currency', 'JPX'], 'Did you mean `JPY`'],
    [['--currency', 'yen!'], 'a code such as EUR'],
  ])('%j is wrong usage', async (args, text) => {
    const { code, stdout, stderr } = await cost(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(text);
  });
});

describe('cost --levers', () => {
  it('shows what would save at least a share of the total', async () => {
    const { code, stdout } = await cost('--levers', '5%', '--json');
    const [{ levers }] = JSON.parse(stdout).models;
    expect(code).toBe(0);
    expect(levers).toMatchObject([
      { kind: 'commitment', id: 'Amazon EC2', saves: 11_315 },
      { kind: 'sibling', id: 'ec2.t4g.medium', saves: 5840 },
    ]);
    expect((await cost('--levers', '--model', 'a')).stdout).toContain('Largest levers');
  });

  it.each([['lots'], ['-5%'], ['100%']])('%s is wrong usage', async (share) => {
    const { code, stdout } = await cost(`--levers=${share}`);
    expect([code, stdout]).toEqual([2, '']);
  });
});
