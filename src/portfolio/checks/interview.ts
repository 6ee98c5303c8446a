import { meant } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import { placeholdersIn } from '../speech/pitches.ts';
import type { Check } from './check.ts';

/**
 * Every topic of the interview has a story, and stories name no other; a pitch has nothing left to fill
 * in, unless the author is said to be a placeholder too, which every page says then.
 */
export const checkInterview: Check = function* ({ portfolio: { config, lists, studies } }) {
  const { topics, pitches } = lists.values.interview;
  const located = lists.files.get('interview')?.located;
  const ids = topics.map(({ id }) => id);
  const told = new Set(studies.flatMap(({ study }) => study.stories.map(({ topic }) => topic)));
  for (const { study } of topics.length > 0 ? studies : []) {
    const file = study.listFiles.get('stories')?.located;
    for (const [row, { topic }] of study.stories.entries()) {
      if (topic === undefined || ids.includes(topic)) continue;
      const message = `No topic of the interview is called \`${topic}\`.`;
      yield portfolioProblem('unknown-topic', message, file?.spanOf([row, 'topic']), {
        hint: `interview.yaml has ${ids.join(', ')}.`,
        ...meant(topic, ids),
      });
    }
  }
  for (const [row, { id, title }] of topics.entries()) {
    if (told.has(id)) continue;
    const message = `No story is about “${title}”.`;
    yield portfolioProblem('topic-without-story', message, located?.spanOf(['topics', row, 'id']), {
      hint: `Write one, or mark one that is: \`topic: ${id}\` in a stories.yaml.`,
    });
  }
  for (const [row, { say }] of config.author.placeholder ? [] : pitches.entries()) {
    const open = placeholdersIn(say);
    if (open.length === 0) continue;
    const message = `Still to be filled in: ${open.join(', ')}.`;
    yield portfolioProblem('open-placeholder', message, located?.spanOf(['pitches', row, 'say']));
  }
};
