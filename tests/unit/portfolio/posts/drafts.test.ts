import { beforeAll, describe, expect, it } from 'vitest';
import { portfolioConfig } from '#portfolio/config.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { draftsOf } from '#portfolio/post-drafts.ts';
import { LINKEDIN } from '#portfolio/posts/channels.ts';
import { hookOf, postLength } from '#portfolio/posts/count.ts';
import { digestOf } from '#portfolio/posts/draft.ts';
import { draftFile, postsOf } from '#portfolio/posts/posts.ts';
import { sentencesIn } from '#portfolio/posts/words.ts';
import { DEFAULT_SETTINGS } from '#sources/config.ts';
import { loadPortfolio } from '#sources/load.ts';
import { PROJECT } from '../../../support/cli.ts';
import { costOf, portfolioOf } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';

/** Sentences that several of the texts have, with those texts. */
function shared(texts: readonly (readonly [name: string, text: string])[]): string[] {
  const said = new Map<string, string[]>();
  for (const [name, text] of texts) {
    for (const one of new Set(sentencesIn(text).map((sentence) => sentence.toLowerCase()))) {
      said.set(one, [...(said.get(one) ?? []), name]);
    }
  }
  return [...said].filter(([, names]) => names.length > 1).map((each) => each.flat().join(' | '));
}

describe('the posts of the sample', () => {
  let portfolio: Portfolio;
  beforeAll(async () => {
    const config = portfolioConfig.parse({
      ...DEFAULT_SETTINGS,
      site: 'https://portfolio.example/with/a/rather/long/path',
    });
    const loaded = await loadPortfolio(PROJECT, config);
    if (!loaded.portfolio) throw new Error('The sample cannot be read.');
    portfolio = loaded.portfolio;
  }, 60_000);

  it('tell every study, decision, failure mode, cost model and idea', () => {
    const { studies, log, costs, lists } = portfolio;
    const kinds = Map.groupBy(draftsOf(portfolio), ({ kind }) => kind);
    const counts = Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length]));
    expect(counts).toEqual({
      insight: studies.length,
      'trade-off': log.records.length,
      failure: studies.flatMap(({ study }) => study.failureModes).length,
      cost: costs.length,
      idea: lists.values.visibility.ideas.length,
    });
    expect(counts.idea).toBe(6);
  });

  it('share no sentence, as they were drafted and as they stand', () => {
    const drafts = draftsOf(portfolio);
    expect(shared(drafts.map(({ id, body }) => [id, body]))).toEqual([]);
    const posts = postsOf(portfolio, drafts);
    expect(posts.length).toBeGreaterThanOrEqual(drafts.length);
    expect(shared(posts.map(({ post }) => [post.id, post.body]))).toEqual([]);
  });

  it('fit their channel: length, hook, link and hashtags last, no Markdown', () => {
    for (const { entry, post, channel, text, length } of postsOf(portfolio, [])) {
      const name = `${entry.study.slug}/${post.id}`;
      expect(length, name).toBe(postLength(text, channel));
      expect(length, name).toBeLessThanOrEqual(channel.limit);
      const [first = ''] = sentencesIn(text);
      expect(hookOf(text, channel.hook ?? channel.limit), name).toContain(first);
      expect(text.split('\n\n').slice(-2), name).toEqual([
        expect.stringMatching(/^https:\/\/portfolio\.example\/\S+$/),
        expect.stringMatching(/^#[\p{L}\p{N}]+(?: #[\p{L}\p{N}]+){1,4}$/u),
      ]);
      expect(post.body, name).not.toMatch(/\*\*|__|`|\]\(|^#|https?:|undefined|NaN/m);
    }
  });

  it('leave room for the longest link and its hashtags in drafts', () => {
    for (const { id, body } of draftsOf(portfolio)) {
      expect(body.length, id).toBeGreaterThan(350);
      expect(body.length, id).toBeLessThan(LINKEDIN.limit - 200);
    }
  });
});

const FAILURE = `- id: lost
  name: Database lost
  trigger: The disk fails
  elements: [shop]
  breaks: Orders; pages still come
  radius: Whoever buys
  users: '"Try again" for a minute'
  detection: Health check, 10 s
  mitigation: The standby takes over
  recovery: 60 s
`;
const RECORD = `# 1. A queue between order and mail

## Status

Accepted

## Context

Mail is slow. An order must not wait for it.

## Considered Options

### A call

- Good, because it is simple
- Bad, because the order waits

### A queue

- Good, because nobody waits
- Bad, because it is one more thing to run

## Decision

Orders write into a queue.

Chosen option: "A queue".

## Consequences

### Given up

- Mail comes a moment later.
`;
const small = (more: Readonly<Record<string, string>> = {}) =>
  portfolioOf({
    studies: {
      shop: {
        'index.mdx': frontMatter({ costModel: 'shop', tags: ['event-driven'] }),
        'failure-modes.yaml': FAILURE,
        ...more,
      },
    },
    adrs: { '0001-a-queue.md': `---\nstudies: [shop]\n---\n${RECORD}` },
    costs: [costOf('shop', [{ element: 'shop.db', title: 'Database', small: 100, large: 300 }])],
  });

describe('a draft', () => {
  it('is a file with its facts', () => {
    const draft = draftsOf(small()).find(({ kind }) => kind === 'trade-off');
    expect(
      draft && draftFile(draft, LINKEDIN).replace(/[0-9a-f]{12}/, 'DIGEST'),
    ).toMatchInlineSnapshot(`
      "---
      kind: trade-off
      of: 1
      title: "A queue between order and mail"
      channel: linkedin
      hashtags: [SoftwareArchitecture, ADR, EventDriven]
      facts: "DIGEST"
      ---

      A queue between order and mail. Mail is slow. An order must not wait for it.

      We looked at two ways:

      – A call: it is simple; but the order waits
      – A queue: nobody waits; but it is one more thing to run

      Orders write into a queue.

      What we gave up: mail comes a moment later.
      "
    `);
  });

  it('of a failure begins with what is its own', () => {
    const draft = draftsOf(small()).find(({ kind }) => kind === 'failure');
    expect(draft?.body).toMatchInlineSnapshot(`
      ""Try again" for a minute.

      That is what people see of it. Inside it has a drier name: database lost. The disk fails.

      What breaks: orders; pages still come. It hits whoever buys.

      The standby takes over. Back to normal takes 60 s.

      The alert: health check, 10 s."
    `);
  });

  it('has another digest when the facts are others, and the same when they are not', () => {
    const digests = (portfolio: Portfolio) =>
      Object.fromEntries(draftsOf(portfolio).map(({ id, facts }) => [id, digestOf(facts)]));
    const before = digests(small());
    const changed = { 'failure-modes.yaml': FAILURE.replace('60 s', '120 s') };
    expect(digests(small())).toEqual(before);
    const after = digests(small(changed));
    const differ = Object.keys(before).filter((id) => before[id] !== after[id]);
    expect(differ).toEqual(['failure-lost']);
  });
});
