import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { writeFiles } from '../support/content.ts';
import { costOf } from '../support/run-cost.ts';

/** A model of one line: so many GB of a meter for each user. */
const model = (id: string, gb: number, meter = 's3.standard') => `
import { defineCostModel, line, quantity } from 'archfolio/cost';

export default defineCostModel({
  id: '${id}', title: 'Model ${id}', system: 'shop', user: 'Anybody.',
  drivers: {},
  demand: ({ users }) => ({ data: users.times(quantity(${gb}, 'GB/user')) }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    store: { element: 'shop.store', title: 'Store', lines: { disk: line('Disk', '${meter}', demand.data.months()) } },
  }),
});
`;

let root = '';
let oldBook = '';

const cost = (...args: string[]) => costOf(['--users', '1000', '--root', root, ...args]);
const commit = (message: string) => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root });
  git('add', '-A');
  git('commit', '--quiet', '-m', message);
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'archfolio-diff-'));
  writeFiles(root, {
    'cost-models/a.ts': model('a', 10),
    'cost-models/gone.ts': model('gone', 1),
  });
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root });
  commit('first');
  execFileSync('git', ['tag', 'v1'], { cwd: root });
  rmSync(join(root, 'cost-models/gone.ts'));
  writeFileSync(join(root, 'cost-models/a.ts'), model('a', 12));
  writeFileSync(join(root, 'cost-models/b.ts'), model('b', 10, 's3.standard_ia'));
  writeFileSync(
    join(root, 'cost-models/prices.yaml'),
    'currencies: { JPY: { rate: 155, date: 2026-11-01, source: a bank } }\n',
  );
  commit('second');
  const book = JSON.parse(readFileSync(`${PROJECT}/src/cost/prices/aws-us-east-1.json`, 'utf8'));
  for (const { id, tiers } of book.dimensions) {
    if (id === 's3.standard') for (const tier of tiers) tier.unitPrice *= 2;
  }
  oldBook = join(root, 'old.json');
  writeFileSync(oldBook, JSON.stringify({ ...book, compiledAt: '2020-01-31' }));
});

afterAll(() => rmSync(root, { recursive: true }));

/** What each model was and is. */
const figures = (stdout: string) =>
  JSON.parse(stdout).models.map(({ id, change, before, after }: Record<string, unknown>) => [
    ...[id, change, before, after],
  ]);

describe('cost --diff', () => {
  it('compares with a revision, models that came and went included, and leaves nothing', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('build-'));
    const { code, stdout } = await cost('--diff', 'v1', '--json');
    expect(code).toBe(0);
    expect(figures(stdout)).toEqual([
      ['a', 'changed', 230, 276],
      ['b', 'added', 0, 125],
      ['gone', 'removed', 23, 0],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      of: 'revision',
      before: { monthly: 253 },
      after: { monthly: 401, lowConfidence: { monthly: 0, share: 0 } },
      difference: 148,
    });
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: root }).toString()).toBe(
      '?? old.json\n',
    );
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('build-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  it.each([
    ['another model', ['--diff', 'a', '--model', 'b'], 'model', [276, 125]],
    ['another region', ['--diff', 'eu-west-1', '--model', 'a'], 'region', [276, 276]],
    ['an older price book', ['--diff', 'BOOK', '--model', 'a'], 'book', [552, 276]],
    [
      'a revision, in another currency',
      ['--diff', 'v1', '--model', 'a', '--currency', 'JPY'],
      'revision',
      [35650, 42780],
    ],
  ])('compares with %s', async (_, args, of, totals) => {
    const { stdout } = await cost(...args.map((arg) => (arg === 'BOOK' ? oldBook : arg)), '--json');
    const document = JSON.parse(stdout);
    expect([document.of, document.before.monthly, document.after.monthly]).toEqual([of, ...totals]);
  });

  it.each([
    ['table', 'Total a month, +20.0\u00A0%'],
    ['markdown', '### Model a: +$46.00 a month (+20.0\u00A0%)'],
  ])('is printed as %s', async (format, text) => {
    const { stdout } = await cost('--diff', 'v1', '--model', 'a', '--format', format);
    expect(stdout).toContain(text);
    expect(stdout).toContain('quantity: 10,000 to 12,000 GB-months, +$46.00');
    if (format === 'table') expect(Math.max(...stdout.split('\n').map((l) => l.length))).toBe(80);
  });

  it.each([
    ['+20%', 0],
    ['20%', 0],
    ['+19.99%', 1],
    ['+46', 0],
    ['+45.99', 1],
    ['276', 0],
    ['275.99', 1],
  ])('holds growth to a budget of %s', async (budget, expected) => {
    const { code, stderr } = await cost('--diff', 'v1', '--model', 'a', '--budget', budget);
    expect(code).toBe(expected);
    expect(stderr.includes('cost-budget-exceeded')).toBe(expected === 1);
  });

  it.each([
    ['+1000%', 1],
    ['+1000', 0],
  ])('from nothing, holds a budget of %s', async (budget, expected) => {
    const { code } = await cost('--diff', 'v1', '--model', 'b', '--budget', budget);
    expect(code).toBe(expected);
  });

  it.each([
    [['--diff', 'v2']],
    [['--diff', '']],
    [['--diff', 'a']],
    [['--diff', 'a', '--model', 'a']],
    [['--diff', 'us-east-1']],
    [['--diff', '--all']],
    [['--diff', 'BOOK', '--region', 'eu-west-1']],
    [['--diff', 'v1', '--curve']],
    [['--diff', 'v1', '--format', 'csv']],
    [['--budget', '+10%']],
    [['--diff', 'v1', '--budget', '-10%']],
    [['--diff', 'v1', '--currency', 'EUR']],
  ])('%j is wrong usage', async (args) => {
    const { code, stdout, stderr } = await cost(
      ...args.map((arg) => (arg === 'BOOK' ? oldBook : arg)),
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: /);
  });

  it.each([
    ['a gap in its ladder', '"tiers":[]', ['cost-book-tier-gap']],
    ['an unknown key', '"tiers":[{"upTo":null,"unitPrice":1}],"tier":1', ['cost-book-invalid']],
    ['no JSON', '{{', ['yaml-syntax']],
  ])('finds a price book with %s', async (name, part, codes) => {
    const file = join(root, 'bad.json');
    const price = `{"id":"a.b","service":"A","unit":"GB","confidence":"high","asOf":"2026","sources":["an offer"],${part}}`;
    writeFileSync(
      file,
      name === 'no JSON'
        ? part
        : `{"schemaVersion":1,"provider":"aws","region":"us-east-1","currency":"USD","compiledAt":"2026-01-01","sources":{},"dimensions":[${price}],"missing":[]}`,
    );
    const { code, stdout } = await cost('--diff', file, '--json');
    rmSync(file);
    const { diagnostics } = JSON.parse(stdout);
    expect(code).toBe(1);
    const found = new Set(diagnostics.map((item: { code: string }) => item.code));
    expect([...found]).toEqual(codes);
  });
});
