import { CUT_NAMES } from '#case-study/lists/walkthrough.ts';
import { referencesOf } from '#case-study/references.ts';
import { SPOKEN_WORDS_A_MINUTE, speakingSeconds } from '#case-study/speaking.ts';
import { meant } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import { formatClock } from '../format.ts';
import { saidText } from '../speech/figure-texts.ts';
import type { Check } from './check.ts';

/**
 * What the stops of a walkthrough name is there, stories of the study and capacities of its cost model,
 * and what is said at each can be said in the time that the hastiest cut gives it.
 */
export const checkStops: Check = function* ({ portfolio: { studies } }) {
  for (const { study, cost } of studies) {
    const stories = study.stories.map(({ id }) => id);
    for (const { name, span } of referencesOf(study, 'story')) {
      if (stories.includes(name)) continue;
      const hint =
        stories.length > 0 ? `Stories: ${stories.join(', ')}.` : 'The study has no stories.yaml.';
      const message = `The study has no story \`${name}\`.`;
      yield portfolioProblem('unknown-story', message, span, { hint, ...meant(name, stories) });
    }
    const capacities = cost?.large.capacity.map(({ id }) => id) ?? [];
    for (const { name, span } of cost ? referencesOf(study, 'capacity') : []) {
      if (capacities.includes(name)) continue;
      const message = `The model \`${cost?.id}\` has no capacity \`${name}\`.`;
      yield portfolioProblem('unknown-cost-line', message, span, {
        hint: `Its capacities are ${capacities.join(', ')}.`,
        ...meant(name, capacities),
      });
    }
    const located = study.listFiles.get('walkthrough')?.located;
    for (const [row, { say, seconds }] of study.walkthrough.entries()) {
      const least = Math.min(...CUT_NAMES.flatMap((cut) => seconds[cut] ?? []));
      const spoken = speakingSeconds(saidText(say, cost));
      if (spoken <= least) continue;
      const cut = CUT_NAMES.find((name) => seconds[name] === least) ?? '3-min';
      yield portfolioProblem(
        'rushed-stop',
        `What is said takes ${formatClock(spoken)}, and \`${cut}\` has ${formatClock(least)} for it.`,
        located?.spanOf([row, 'say']),
        { hint: `At ${SPOKEN_WORDS_A_MINUTE} words a minute. The rest can stand in \`notes\`.` },
      );
    }
  }
};
