import type { Channel } from '#case-study/portfolio-lists/visibility.ts';
import type { Post } from '#case-study/post.ts';
import { costPath, studyPath } from '../addresses.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import { recordOf } from '../records.ts';
import { channelsOf, LINKEDIN } from './channels.ts';
import { postLength } from './count.ts';
import { type Draft, digestOf } from './draft.ts';

/** A post with what the portfolio knows of it. */
export interface PostEntry {
  readonly entry: StudyEntry;
  readonly post: Post;
  readonly channel: Channel;
  /** The page that it leads to, below the base. */
  readonly path: string;
  /** As it is published: text, link and hashtags last. The link is there where the site's address is known. */
  readonly text: string;
  readonly length: number;
  /** What the facts would make of it today; none where nothing has that name any more. */
  readonly draft: Draft | undefined;
  /** Whether the facts have changed since it was written. */
  readonly isStale: boolean;
}

/** Every post of the portfolio beside today's drafts, study by study. */
export function postsOf(portfolio: Portfolio, drafts: readonly Draft[]): PostEntry[] {
  const channels = channelsOf(portfolio);
  return portfolio.studies.flatMap((entry) =>
    entry.study.posts.map((post): PostEntry => {
      const channel = channels.find(({ id }) => id === post.channel) ?? LINKEDIN;
      const path = subjectPath(portfolio, entry, post);
      const text = textOf(post, channel, linkOf(portfolio, path));
      const draft = drafts.find(
        ({ study, kind, of }) => study === entry.study.slug && kind === post.kind && of === post.of,
      );
      return {
        ...{ entry, post, channel, path, text, draft },
        length: postLength(text, channel),
        isStale: draft !== undefined && digestOf(draft.facts) !== post.facts,
      };
    }),
  );
}

/** Drafts for which there is no file yet. */
export function missingPosts(portfolio: Portfolio, drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ study: slug, id }) => {
    const entry = portfolio.studies.find(({ study }) => study.slug === slug);
    return !entry?.study.posts.some((post) => post.id === id);
  });
}

function textOf(post: Post, channel: Channel, link: string | undefined): string {
  const tags = post.hashtags.slice(0, channel.hashtags).map((tag) => `#${tag}`);
  return [post.body, ...(link === undefined ? [] : [link]), tags.join(' ')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function linkOf({ config: { site, base } }: Portfolio, path: string): string | undefined {
  if (site === undefined) return undefined;
  return new URL(`${base.replace(/\/$/, '')}${path}`, site).href;
}

/** The page that a post is about: a record, a bill, a study. */
function subjectPath(portfolio: Portfolio, { study }: StudyEntry, { kind, of }: Post): string {
  if (kind === 'cost') return costPath(of);
  const record = kind === 'trade-off' ? recordOf(portfolio.log, of) : undefined;
  return record ? portfolio.addresses.record(record) : studyPath(study.slug);
}

/** A draft for a channel as the file that its author edits. */
export function draftFile(
  { kind, of, title, facts, hashtags, body }: Draft,
  { id }: Pick<Channel, 'id'>,
): string {
  return [
    '---',
    `kind: ${kind}`,
    `of: ${/^\d+$/.test(of) ? of : JSON.stringify(of)}`,
    `title: ${JSON.stringify(title)}`,
    `channel: ${id}`,
    `hashtags: [${[...new Set(hashtags)].join(', ')}]`,
    `facts: ${JSON.stringify(digestOf(facts))}`,
    '---',
    '',
    body,
    '',
  ].join('\n');
}
