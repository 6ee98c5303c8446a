import type { Portfolio } from '../../portfolio.ts';
import { type Question, said, sourceLinks, studyName } from './question.ts';

/** Minutes for a failure. */
const MINUTES = 2;

/** What happens when something fails: of each failure mode of each study. */
export function failureQuestions(portfolio: Portfolio): Question[] {
  return portfolio.studies.flatMap((entry) =>
    entry.study.failureModes.map((mode): Question => {
      const blocks = [
        said('Brought about by', mode.trigger),
        said('Breaks', mode.breaks),
        said('Spreads to', mode.radius),
        said('Users see', mode.users),
        said('Noticed by', mode.detection),
        said('Then', mode.mitigation),
        said('Over in', mode.recovery),
      ];
      return {
        id: `failure-${entry.study.slug}-${mode.id}`,
        kind: 'failure',
        ask: `${mode.name.replace(/\.$/, '')}. What happens?`,
        minutes: MINUTES,
        studies: [studyName(entry)],
        answers: [{ title: 'What happens here', blocks }],
        sources: sourceLinks(portfolio, [
          { entry: `${entry.study.slug}/failure-modes#${mode.id}` },
          ...mode.elements.map((element) => ({ element })),
        ]),
      };
    }),
  );
}
