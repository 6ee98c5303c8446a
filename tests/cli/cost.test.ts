import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a process of its own. */
function cost(...args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    const main = join(ROOT, 'src/cli/main.ts');
    execFile(
      process.execPath,
      [main, 'cost', ...args],
      { cwd: tmpdir(), env: { ...process.env, INIT_CWD: ROOT } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}

/** A content folder of nothing but models. */
function contentWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'archfolio-cost-'));
  folders.push(folder);
  mkdirSync(join(folder, 'cost-models'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'cost-models', name), text);
  }
  return folder;
}

/** A model of one line, 10 GB for each user, with other parts where they are given. */
const model = (
  id: string,
  demand = 'users.times(drivers.size)',
  line = "line('Disk', 's3.standard', demand.data.months())",
) => `
import { defineCostModel, line, quantity } from 'archfolio/cost';

export default defineCostModel({
  id: '${id}',
  title: 'Model ${id}',
  system: 'shop',
  user: 'Anybody.',
  drivers: {
    size: { label: 'Size', unit: 'GB/user', low: 5, likely: 10, high: 20, basis: 'estimate', why: 'For a test.' },
  },
  demand: ({ users, drivers }) => ({ data: ${demand} }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    store: { element: 'shop.store', title: 'Store', lines: { disk: ${line} } },
  }),
});
`;

const amount = (text: string) => Math.round(Number(text) * 100);

describe('cost --json', () => {
  it('prints one document that adds up to the cent', async () => {
    const { code, stdout, stderr } = await cost(
      '--users',
      '500000',
      '--model',
      'mobile-commerce',
      '--json',
    );
    const document = JSON.parse(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(Object.keys(document)).toEqual([
      'users',
      'region',
      'currency',
      'priceBook',
      'models',
      'monthly',
    ]);
    expect(document).toMatchObject({ users: 500_000, region: 'us-east-1', currency: 'USD' });
    const [shop] = document.models;
    expect(shop).toMatchObject({
      id: 'mobile-commerce',
      system: 'shop',
      monthly: document.monthly,
    });
    const lines = shop.components.flatMap(
      ({ lines: own }: { lines: { monthly: string }[] }) => own,
    );
    const sum = lines.reduce(
      (cents: number, { monthly }: { monthly: string }) => cents + amount(monthly),
      0,
    );
    expect(sum).toBe(amount(document.monthly));
    for (const key of [
      'dimension',
      'description',
      'quantity',
      'unit',
      'unitPrice',
      'monthly',
      'source',
      'confidence',
    ]) {
      expect(
        lines.every((line: object) => key in line),
        key,
      ).toBe(true);
    }
    for (const key of ['id', 'element', 'resource', 'limit', 'used', 'unit', 'saturatesAtUsers']) {
      expect(
        shop.capacity.every((item: object) => key in item),
        key,
      ).toBe(true);
    }
  });

  it('prints a run for each of several numbers of users', async () => {
    const { runs } = JSON.parse((await cost('--users', '1000,2000', '--json')).stdout);
    expect(runs.map(({ users }: { users: number }) => users)).toEqual([1000, 2000]);
  });

  it('gives what else is asked for', async () => {
    const asked = [
      '--breaks',
      '--curve',
      '--sensitivity',
      '--quantiles',
      '--explain',
      'cdn.egress',
    ];
    const { stdout } = await cost(
      '--users',
      '500000',
      '--model',
      'mobile-commerce',
      '--json',
      ...asked,
      '--break-even',
      'nat,endpoints',
    );
    const [shop] = JSON.parse(stdout).models;
    for (const key of [
      'breaks',
      'curve',
      'sensitivity',
      'quantiles',
      'explanations',
      'breakEven',
      'split',
      'next',
    ]) {
      expect(shop, key).toHaveProperty(key);
    }
  });

  it('takes the options that the design did not take', async () => {
    const ask = ['--users', '500000', '--model', 'mobile-commerce', '--json'];
    const [taken, other] = await Promise.all([cost(...ask), cost(...ask, '--choose', 'endpoints')]);
    const dimensions = [taken, other].map(({ stdout }) => stdout.includes('vpc.endpoint_hour'));
    expect(dimensions).toEqual([false, true]);
  });

  it('prices meters without a model', async () => {
    const { code, stdout } = await cost('--meter', 'dt.internet_out=12000', 'nat.gb=10', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      region: 'us-east-1',
      meters: [
        {
          dimension: 'dt.internet_out',
          quantity: 12_000,
          unit: 'GB',
          monthly: 1071.2,
          tiers: [{}, {}],
        },
        { dimension: 'nat.gb', unitPrice: 0.045, monthly: 0.45 },
      ],
      monthly: 1071.65,
    });
  });

  it('lists what can be metered, by words and region', async () => {
    const { code, stdout } = await cost('--list-meters', 'Fargate', 'vcpu', '--json');
    expect(code).toBe(0);
    const { region, meters } = JSON.parse(stdout);
    expect(region).toBe('us-east-1');
    expect(meters).toMatchObject([
      { dimension: 'fargate.vcpu_x86', unit: 'vCPU-hour', unitPrice: 0.04048 },
      { dimension: 'fargate.vcpu_arm', unit: 'vCPU-hour', confidence: expect.any(String) },
    ]);
    const abroad = await cost('--list-meters', 'msk.storage', '--region', 'eu-west-1', '--json');
    expect(JSON.parse(abroad.stdout)).toMatchObject({
      meters: [],
      elsewhere: [{ dimension: 'msk.storage', regions: ['us-east-1'] }],
    });
  });

  it('takes the account’s free allowance off when asked', async () => {
    const { stdout } = await cost('--meter', 'dt.internet_out=101', '--free-tier', '--json');
    expect(JSON.parse(stdout).monthly).toBe(0.09);
  });
});

describe('cost, as text', () => {
  it.each([
    [['--users', '500000']],
    [['--users', '100000,500000', '--compare']],
    [['--users', '500000', '--explain', 'database.instances']],
    [
      [
        '--users',
        '500000',
        '--breaks',
        '--curve',
        '--sensitivity',
        '--quantiles',
        '--break-even',
        'nat,endpoints',
      ],
    ],
    [['--meter', 's3.standard=60000']],
    [['--list-meters']],
    [['--list-meters', 'kafka', '--region', 'eu-west-1']],
  ])('fits 80 columns: %j', async (args) => {
    const { code, stdout, stderr } = await cost(...args);
    expect([code, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001B');
  });

  it.each([
    ['csv', /^users,region,model,component,element,line,/],
    ['markdown', /^### Mobile commerce platform: \$/],
    ['focus', /^BilledCost,BillingAccountId,/],
  ])('prints %s', async (format, start) => {
    const { code, stdout } = await cost(
      ...['--users', '500000', '--model', 'mobile-commerce', '--format', format],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(start);
  });

  it('answers what is asked, below the total alone', async () => {
    const { stdout } = await cost('--users', '500000', '--model', 'mobile-commerce', '--breaks');
    const [head = '', circumstances = '', , first] = stdout.split('\n');
    expect(head).toMatch(/^Mobile commerce platform +\$[\d,.]+ a month$/);
    expect(circumstances).toMatch(/^500,000 users in us-east-1/);
    expect(first).toBe('What breaks first');
    expect(stdout).not.toContain('Total a month');
  });

  it('says plurals, signs and shares as a reader expects them', async () => {
    const [bill, breaks] = await Promise.all([
      cost('--users', '500000'),
      cost('--users', '500000', '--breaks'),
    ]);
    expect(bill.stdout).toContain(' × 250m');
    expect(breaks.stdout).toMatch(/of 4,500 connections\./);
    for (const { stdout } of [bill, breaks]) expect(stdout).not.toMatch(/\d %|\(0\.0.%\)| x /);
  });

  it('has help with an example', async () => {
    const { code, stdout } = await cost('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('npm run cost -- --users 500000');
  });
});

describe('wrong usage exits 2 with one message and no output', () => {
  it.each([
    [['--users', '0']],
    [['--users', '-1']],
    [['--users', 'abc']],
    [['--users', '1e12']],
    [['--users', '1.5']],
    [['--users', '10000000001']],
    [['--users', '1000,']],
    [[]],
    [['--users', '5', '--model', 'mobile-comerce']],
    [['--users', '5', '--region', 'us-esat-1']],
    [['--users', '5', '--commitment', '2y']],
    [['--users', '5', '--scenario', 'hihg']],
    [['--users', '5', '--format', 'xml']],
    [['--users', '5', '--budget', 'lots']],
    [['--users', '5', '--explain', 'cdn.egres']],
    [['--users', '5', '--break-even', 'nat']],
    [['--users', '5', '--break-even', 'nat,endpoint']],
    [['--users', '5', '--choose', 'endpoint']],
    [['--users', '5', '--choose', 'nat,endpoints']],
    [['--users', '5', '--budgt', '3']],
    [['--users', '5', '--meter', 'nat.gb=1']],
    [['--list-meters', 'nat', '--users', '5']],
    [['--users=']],
    [['--users', '5', '--seed', '3']],
    [['--users', '5', '--curve', '--format', 'csv']],
    [['--users', '5', '--levers', '--format', 'focus']],
    [['--meter', 'nat.gb=1', '--budget', '5']],
    [['--meter', 'nat.gb=1', '--format', 'focus']],
    [['--meter', 'nat.gb']],
    [['--meter', 'nat.gb=-1']],
    [['--meter', 'nat.gbb=1']],
    [['--meter', 'msk.storage=1', '--region', 'eu-west-1']],
  ])('%j', async (args) => {
    const { code, stdout, stderr } = await cost(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it.each([
    [['--users', '5', '--model', 'mobile-comerce'], 'mobile-commerce'],
    [['--users', '5', '--region', 'us-esat-1'], 'us-east-1'],
    [['--meter', 'nat.gbb=1'], 'nat.gb'],
    [['--users', '5', '--explain', 'cdn.egres'], 'cdn.egress'],
    [['--meter', 's3.storage=1'], 's3.standard'],
    [['--meter', 'fargate.vcpu_hour=1'], 'fargate.vcpu_arm'],
  ])('%j suggests %s', async (args, meant) => {
    expect((await cost(...args)).stderr).toContain(`Did you mean \`${meant}\``);
  });
});

describe('findings exit 1', () => {
  it('when a budget is exceeded, and still print the bill', async () => {
    const { code, stdout, stderr } = await cost('--users', '500000', '--budget', '100', '--json');
    expect(code).toBe(1);
    expect(stderr).toContain('cost-budget-exceeded');
    expect(JSON.parse(stdout)).toMatchObject({ users: 500_000, summary: { errors: 1 } });
    expect((await cost('--users', '500000', '--budget', '1000000')).code).toBe(0);
  });

  it('when models fail, all of them at once, beside those that do not', async () => {
    const root = contentWith({
      'a.ts': model('good'),
      'b.ts': model('throws', '(() => { throw new Error("no such thing"); })()'),
      'c.ts': model('units', 'users'),
      'd.ts': model('typo', undefined, "line('Disk', 's3.standrad', demand.data.months())"),
      'e.ts': 'export default {{;',
      'f.ts': 'export const other = 1;',
      'g.ts': model('good'),
      '_draft.ts': 'not even TypeScript',
    });
    const { code, stdout, stderr } = await cost('--users', '1000', '--root', root, '--json');
    const { models, monthly, diagnostics } = JSON.parse(stdout);
    const found = diagnostics.map(({ code: name, file, line }: Record<string, unknown>) => [
      name,
      file,
      line,
    ]);
    expect(code).toBe(1);
    expect(models.map(({ id }: { id: string }) => id)).toEqual(['good']);
    expect(monthly).toBe(230);
    expect(found).toEqual([
      ['cost-model-threw', 'cost-models/b.ts', 12],
      ['cost-unit-mismatch', 'cost-models/c.ts', 15],
      ['cost-dimension-unknown', 'cost-models/d.ts', 15],
      ['cost-model-threw', 'cost-models/e.ts', 1],
      ['cost-model-missing', 'cost-models/f.ts', 1],
      ['cost-model-duplicate', 'cost-models/g.ts', 5],
    ]);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it.each([
    ['while it loads', 'for (;;);'],
    ['while it runs', model('loops', '(() => { for (;;); })()')],
  ])('when a model does not end %s', async (_, text) => {
    const { code, stderr } = await cost('--users', '1000', '--root', contentWith({ 'a.ts': text }));
    expect(code).toBe(1);
    expect(stderr).toContain('cost-model-timeout');
  });

  it('when the price file is wrong', async () => {
    const root = contentWith({
      'a.ts': model('good'),
      'prices.yaml': 'discounts: [{ share: 2, reason: x }]\n',
    });
    const { code, stderr } = await cost('--users', '1000', '--root', root);
    expect(code).toBe(1);
    expect(stderr).toContain('cost-prices-invalid  cost-models/prices.yaml:1:');
  });
});

describe('another content folder', () => {
  const prices = `
regions:
  eu-west-1:
    standIns:
      - { ids: [s3.standard_ia], from: us-east-1, ratio: 1.1, reason: near enough }
discounts:
  - { ids: ['s3.*'], share: 0.1, reason: private pricing }
`;

  it('has its models, imports this package, and is priced with its own prices', async () => {
    const root = contentWith({ 'a.ts': model('good'), 'prices.yaml': prices });
    const { code, stdout } = await cost('--users', '1000', '--root', root, '--json');
    const document = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(document.priceBook).toBe('aws-us-east-1@2026-11-20 + prices.yaml');
    expect(document.monthly).toBe(207);
  });

  it('stands in for a price that a region lacks, with low confidence', async () => {
    const text = model('good', undefined, "line('Disk', 's3.standard_ia', demand.data.months())");
    const root = contentWith({ 'a.ts': text, 'prices.yaml': prices });
    const { stdout } = await cost(
      '--users',
      '1000',
      '--root',
      root,
      '--region',
      'eu-west-1',
      '--json',
    );
    const document = JSON.parse(stdout);
    expect(document.monthly).toBe(123.75);
    expect(document.models[0].trust.lowConfidence.share).toBe(1);
  });

  it('is empty: wrong usage', async () => {
    expect((await cost('--users', '1000', '--root', contentWith({}))).code).toBe(2);
  });
});
