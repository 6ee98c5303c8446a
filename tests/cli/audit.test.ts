import { expect, it } from 'vitest';
import { PROJECT, runCli } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';

/** The total is a dollar more than its lines. */
const WRONG = `- id: e
  title: An estimate
  source: A text
  lines:
    - { id: a, label: Store, claimed: $12, meters: { s3.standard: 500 GB * 1 month } }
  total: { claimed: $13 }
`;
const folderWith = (claims: string) =>
  contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/index.mdx': SMALL_STUDY,
    'case-studies/site/claims.yaml': claims,
  });

it('prints the sample’s audit as JSON, its counts those of its claims', async () => {
  const { code, stdout } = await runCli(['cost', '--audit', '--json']);
  const { region, studies, summary } = JSON.parse(stdout);
  expect([code, region]).toEqual([0, 'us-east-1']);
  expect(studies.map(({ study }: { study: string }) => study)).toContain('iot-ingestion');
  expect(summary.inconsistent).toBeGreaterThan(0);
  expect(stdout).not.toContain(PROJECT);
});

it.each([
  ['table', /^Store +Confirmed\n {2}claimed \$12; computed \$11.50; −\$0.50, −4.2.%$/m],
  ['markdown', /^\| Store \| \$12 \| \$11.50 \| −\$0.50 \(−4.2.%\) \| Confirmed \|/m],
])('prints it as %s', async (format, shown) => {
  const root = folderWith(WRONG.replace('$13', '$12'));
  const { code, stdout, stderr } = await runCli([
    ...['cost', '--audit', '--format', format, '--root', root],
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(shown);
});

it.each([['check'], ['cost', '--audit']])(
  '%s %s tells of a total that is not the sum',
  async (...args) => {
    const { code, stdout, stderr } = await runCli([...args, '--root', folderWith(WRONG)]);
    expect(code).toBe(1);
    const all = stdout + stderr;
    expect(all).toContain('error claim-total  case-studies/site/claims.yaml:6:21');
    expect(all.match(/^(?:error|warning) /gm)).toHaveLength(1);
  },
);

it.each([
  [['--users', '5']],
  [['--meter', 's3.standard=5']],
  [['--model', 'x']],
  [['--format', 'csv']],
  [['--region', 'nowhere']],
])('refuses %s beside --audit', async (more) => {
  expect((await runCli(['cost', '--audit', ...more])).code).toBe(2);
});
