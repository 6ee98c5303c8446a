import { STORY_PARTS, STORY_SECONDS } from '#case-study/lists/stories.ts';
import { SPOKEN_WORDS_A_MINUTE } from '#case-study/speaking.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { portfolioProblem } from '../codes.ts';
import { formatClock, plural } from '../format.ts';
import { saidText } from '../speech/figure-texts.ts';
import { roomIn, type Speech, speechOf } from '../speech/pace.ts';
import { pageSpeech } from '../speech/page-words.ts';
import { costOfPitch } from '../speech/pitches.ts';
import type { Check } from './check.ts';

/** What is said at the stated pace takes no longer than its time, and is not far shorter. */
export const checkSpeeches: Check = function* ({ portfolio }) {
  const { studies, lists } = portfolio;
  for (const { study, cost } of studies) {
    const located = study.listFiles.get('stories')?.located;
    for (const [row, story] of study.stories.entries()) {
      const short = STORY_PARTS.map((part) => saidText(story[part], cost)).join('\n');
      const at = located?.spanOf([row, 'id']);
      yield* verdictOn(
        speechOf(short, STORY_SECONDS.short),
        `The story \`${story.id}\` in its five parts`,
        at,
      );
      if (story.long === undefined) continue;
      const long = speechOf(saidText(story.long, cost), STORY_SECONDS.long);
      yield* verdictOn(long, `What is told of \`${story.id}\``, located?.keySpanOf([row, 'long']));
    }
    for (const page of study.pages) {
      const speech = pageSpeech(page, cost);
      if (!speech) continue;
      yield* verdictOn(speech, 'What is said on this page', minutesIn(page.source));
    }
  }
  const located = lists.files.get('interview')?.located;
  for (const [row, pitch] of lists.values.interview.pitches.entries()) {
    const { id, say, seconds } = pitch;
    const speech = speechOf(saidText(say, costOfPitch(portfolio, pitch)), seconds);
    yield* verdictOn(speech, `The pitch \`${id}\``, located?.spanOf(['pitches', row, 'id']));
  }
};

function* verdictOn(
  { words, seconds, limit, verdict }: Speech,
  what: string,
  span: Span | undefined,
): Iterable<Diagnostic> {
  if (verdict === 'fits') return;
  const { least, most } = roomIn(limit);
  const [code, how] =
    verdict === 'long'
      ? (['long-speech', `which is more than ${formatClock(limit)}`] as const)
      : (['short-speech', `which leaves much of ${formatClock(limit)} empty`] as const);
  const message = `${what} takes ${formatClock(seconds)}, ${how}.`;
  yield portfolioProblem(code, message, span, {
    hint: `It has ${plural(words, 'word')}; at ${SPOKEN_WORDS_A_MINUTE} a minute there is room for ${least} to ${most}.`,
  });
}

/** Where a page says how long it may take. */
function minutesIn(source: Source): Span {
  const start = Math.max(0, source.text.search(/^minutes:/m));
  return { source, start, end: start + 'minutes'.length };
}
