import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';

const FAILURE = `- id: lost
  name: The pages are lost
  trigger: The disk fails
  elements: [site.pages]
  breaks: Every page
  radius: All readers
  users: Nothing comes for a minute
  detection: A check from outside, 1 min
  mitigation: The standby takes over
  recovery: 60 s
`;
const FILES = {
  'workspace.dsl': SMALL_WORKSPACE,
  'case-studies/site/index.mdx': SMALL_STUDY.replace('draft: true\n', ''),
  'case-studies/site/failure-modes.yaml': FAILURE,
};
const DRAFT = 'case-studies/site/posts/failure-lost.md';

it('drafts once, leaves what its author edits, and says when the facts under it change', async () => {
  const root = contentFolder(FILES);
  const share = (...args: string[]) => runCli(['share', '--root', root, ...args]);
  const first = await share();
  expect([first.code, first.stdout]).toEqual([0, '']);
  expect(first.stderr).toContain(`  ${DRAFT}\n1 draft written.`);
  const edited = readFileSync(`${root}/${DRAFT}`, 'utf8').replace('The disk', 'Our own disk');
  expect(edited).toContain('Our own disk fails.');
  writeFileSync(`${root}/${DRAFT}`, edited);
  writeFileSync(
    `${root}/case-studies/site/failure-modes.yaml`,
    FAILURE.replace('recovery: 60 s', 'recovery: 90 s'),
  );
  const changed = await share('failure-lost', '--json');
  expect(JSON.parse(changed.stdout)).toMatchObject({ written: [], stale: ['site/failure-lost'] });
  expect(readFileSync(`${root}/${DRAFT}`, 'utf8')).toBe(edited);
  const fresh = await share('failure-lost', '--fresh');
  expect(fresh.stdout).toMatch(/The disk fails[\s\S]*90 s/);
  expect(fresh.stderr).toContain('The facts have changed under 1 draft:\n  site/failure-lost\n');
  expect((await share('--accept')).stderr).toContain('marked as seen');
  const after = await share();
  expect(after.stderr).toBe('1 draft left as they are.\n');
  const accepted = readFileSync(`${root}/${DRAFT}`, 'utf8');
  expect(accepted.replace(/"[0-9a-f]{12}"/, '')).toBe(edited.replace(/"[0-9a-f]{12}"/, ''));
});

it.each([
  [['nothing-such'], /There is no post `nothing-such`/],
  [['site/failure-lst'], /Did you mean `site\/failure-lost`\?/],
  [['--acept'], /unknown option '--acept'[\s\S]*--accept/],
  [['--fresh'], /--fresh takes an id/],
  [['--site', 'nowhere'], /begins with https:\/\/ or http:\/\//],
])('refuses %j with what is wrong', async (args, said) => {
  const { code, stdout, stderr } = await runCli(['share', '--root', contentFolder(FILES), ...args]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(said);
});

it('writes nothing where the plan is broken, and says where', async () => {
  const root = contentFolder({
    ...FILES,
    'case-studies/visibility.yaml': 'starts: soon\nchannels:\n  - id: linkedin\n    limt: 3000\n',
  });
  const { code, stderr } = await runCli(['share', '--root', root]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/case-studies\/visibility\.yaml:1:9/);
  expect(stderr).toMatch(/case-studies\/visibility\.yaml:4:5/);
  expect(() => readFileSync(`${root}/${DRAFT}`)).toThrow();
});
