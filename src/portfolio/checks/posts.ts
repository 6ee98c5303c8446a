import type { PostKind } from '#case-study/post.ts';
import { meant } from '#diagnostics/suggest.ts';
import { foreignLetters } from '../cards/letters.ts';
import { portfolioProblem } from '../codes.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import { channelsOf } from '../posts/channels.ts';
import { type PostEntry, postsOf } from '../posts/posts.ts';
import type { Check } from './check.ts';

/** Every post names a channel of the plan, fits there, and tells of something that there is. */
export const checkPosts: Check = function* ({ portfolio }) {
  const channels = channelsOf(portfolio).map(({ id }) => id);
  for (const one of postsOf(portfolio, [])) {
    const { entry, post, channel, text, length } = one;
    const { located, kind, of } = post;
    yield* checkLetters(one);
    if (!channels.includes(post.channel)) {
      const message = `The plan has no channel \`${post.channel}\`.`;
      const hint = `Its channels are ${channels.join(', ')}.`;
      const detail = { hint, ...meant(post.channel, channels) };
      yield portfolioProblem('unknown-channel', message, located.spanOf(['channel']), detail);
      continue;
    }
    const subjects = subjectsOf(portfolio, entry, kind);
    if (!subjects.includes(of)) {
      const message = `The study has nothing called \`${of}\` that a post of the kind ${kind} could tell of.`;
      const near = meant(of, subjects);
      const detail = { hint: 'Take the draft away, or name what it tells of now.', ...near };
      yield portfolioProblem('unknown-subject', message, located.spanOf(['of']), detail);
    }
    if (length > channel.limit) {
      const message = `The post has ${length} characters, and ${channel.name} takes ${channel.limit}.`;
      const hint = `Its text ends at: “${text.slice(Math.max(0, channel.limit - 40), channel.limit)}”.`;
      yield portfolioProblem('long-post', message, located.spanOf(['channel']), { hint });
    }
  }
};

/** Says at the first of them which letters are set in a font of whatever machine makes the pictures. */
function* checkLetters({ post }: PostEntry): ReturnType<Check> {
  const { source, title, body } = post;
  const letters = foreignLetters(`${title}\n${body}`);
  const [first] = letters;
  if (first === undefined) return;
  const most = letters.slice(0, 12).join(' ');
  const more = letters.length > 12 ? ` and ${letters.length - 12} more` : '';
  const message = `The fonts of cards and carousels lack ${most}${more}.`;
  const hint =
    'Lines with them are set in a font of the machine that makes the pictures, in the carousel as pictures of text: look at both before you publish.';
  const found = source.text.indexOf(first);
  const start = Math.max(0, found);
  const span = { source, start, end: found < 0 ? start : start + first.length };
  yield portfolioProblem('foreign-letters', message, span, { hint });
}

function subjectsOf(
  { costs, log, lists }: Portfolio,
  { study }: StudyEntry,
  kind: PostKind,
): string[] {
  switch (kind) {
    case 'insight':
      return [study.slug];
    case 'trade-off':
      return log.records.map(({ number, slug }) => String(number ?? slug));
    case 'failure':
      return study.failureModes.map(({ id }) => id);
    case 'cost':
      return costs.map(({ id }) => id);
    case 'idea':
      return lists.values.visibility.ideas.map(({ id }) => id);
  }
}
