import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { portfolioConfig } from '#portfolio/config.ts';
import { draftsOf } from '#portfolio/post-drafts.ts';
import { LINKEDIN } from '#portfolio/posts/channels.ts';
import { missingPosts, postsOf } from '#portfolio/posts/posts.ts';
import { DEFAULT_SETTINGS } from '#sources/config.ts';
import { loadPortfolio } from '#sources/load.ts';
import { acceptFacts, writeDrafts } from '#sources/posts.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE, writeFiles } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

const MODE = `- id: lost
  name: Pages lost
  trigger: The disk fails
  elements: [site.pages]
  breaks: Every page
  radius: Every reader
  users: Nothing comes
  detection: Health check, 10 s
  mitigation: The standby takes over
  recovery: 60 s
`;
const FILE = 'case-studies/site/posts/failure-lost.md';
const CONTENT = {
  'workspace.dsl': SMALL_WORKSPACE,
  'case-studies/site/index.mdx': SMALL_STUDY.replace('draft: true\n', ''),
  'case-studies/site/failure-modes.yaml': MODE,
};

async function loaded(root: string) {
  const config = portfolioConfig.parse(DEFAULT_SETTINGS);
  const { portfolio, diagnostics } = await loadPortfolio(root, config);
  if (!portfolio) throw new Error(diagnostics.map(at).join('\n'));
  const drafts = draftsOf(portfolio);
  return { drafts, missing: missingPosts(portfolio, drafts), posts: postsOf(portfolio, drafts) };
}

it('writes a draft once: what its author makes of it is never overwritten', async () => {
  const root = contentFolder(CONTENT);
  const first = await loaded(root);
  expect(writeDrafts(root, first.missing, LINKEDIN)).toEqual([FILE]);
  const drafted = readFileSync(join(root, FILE), 'utf8');
  const edited = drafted.replace(/\n\n[\s\S]*$/, '\n\nIn my own words.\n');
  writeFiles(root, { [FILE]: edited });
  const { ino } = statSync(join(root, FILE));
  const again = await loaded(root);
  expect(again.missing).toEqual([]);
  // Also when somebody asks for all of them.
  expect(writeDrafts(root, again.drafts, LINKEDIN)).toEqual([]);
  expect([readFileSync(join(root, FILE), 'utf8'), statSync(join(root, FILE)).ino]).toEqual([
    edited,
    ino,
  ]);
  expect(again.posts.map(({ post, isStale }) => [post.body, isStale])).toEqual([
    ['In my own words.', false],
  ]);
});

it('tells that the facts have changed until their author has seen them', async () => {
  const root = contentFolder(CONTENT);
  writeDrafts(root, (await loaded(root)).missing, LINKEDIN);
  writeFiles(root, {
    'case-studies/site/failure-modes.yaml': MODE.replace('60 s', 'An hour'),
  });
  const [changed] = (await loaded(root)).posts;
  expect(changed?.isStale).toBe(true);
  const before = readFileSync(join(root, FILE), 'utf8');
  if (changed?.draft) acceptFacts(root, changed.post, changed.draft);
  const after = readFileSync(join(root, FILE), 'utf8');
  expect(after).not.toBe(before);
  expect(after.replace(/^facts: .*$/m, '')).toBe(before.replace(/^facts: .*$/m, ''));
  expect((await loaded(root)).posts.map(({ isStale }) => isStale)).toEqual([false]);
});

it.each<[string, string, string]>([
  ['a kind that there is not', 'kind: tradeoff\nof: lost', 'invalid-post failure-lost.md:2:7'],
  [
    'a key that there is not',
    'kind: failure\nof: lost\ntags: [a]',
    'invalid-post failure-lost.md:4:1',
  ],
  ['a failure that is gone', 'kind: failure\nof: lsot', 'unknown-subject failure-lost.md:3:5'],
  [
    'a channel without a plan',
    'kind: failure\nof: lost\nchannel: linkdin',
    'unknown-channel failure-lost.md:4:10',
  ],
])('finds %s', async (_, head, expected) => {
  const post = `---\n${head}\nfacts: '000000000000'\ntitle: Lost\n---\n\nA text.\n`;
  const root = contentFolder({ ...CONTENT, [FILE]: post });
  const { diagnostics } = await loadPortfolio(root, portfolioConfig.parse(DEFAULT_SETTINGS));
  expect(diagnostics.filter(({ span }) => span?.source.name === FILE).map(at)).toEqual([expected]);
});

it('warns of letters that the fonts of its pictures lack, each named once', async () => {
  const head = "---\nkind: failure\nof: lost\nfacts: '000000000000'\ntitle: Lost\n---\n\n";
  const body = 'Ze\u0301ro → 4 ≤ 5 ✓ 😀\nPaweł: 設計の設計, zażółć.\n';
  const root = contentFolder({ ...CONTENT, [FILE]: head + body });
  const { diagnostics } = await loadPortfolio(root, portfolioConfig.parse(DEFAULT_SETTINGS));
  const own = diagnostics.filter(({ span }) => span?.source.name === FILE);
  expect(own.map((one) => `${one.severity} ${at(one)}`)).toEqual([
    'warning foreign-letters failure-lost.md:9:5',
  ]);
  expect(own[0]?.message).toContain('lack ł 設 計 の ż ć.');
});

it('warns of a post that its channel would cut', async () => {
  const head =
    "---\nkind: failure\nof: lost\nfacts: '000000000000'\ntitle: Lost\nchannel: linkedin\n---\n\n";
  const root = contentFolder({ ...CONTENT, [FILE]: `${head}${'Ten chars.'.repeat(301)}\n` });
  const { diagnostics } = await loadPortfolio(root, portfolioConfig.parse(DEFAULT_SETTINGS));
  const own = diagnostics.filter(({ span }) => span?.source.name === FILE);
  expect(own.map((one) => `${one.severity} ${at(one)}`)).toEqual([
    'warning long-post failure-lost.md:6:10',
  ]);
  expect(own[0]?.message).toContain('3010 characters');
});
