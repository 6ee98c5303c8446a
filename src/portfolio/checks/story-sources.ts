import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** A story can be looked up: in a decision, in a drawing and, where the study has a model, in its bill. */
export const checkStorySources: Check = function* ({ portfolio: { studies } }) {
  for (const { study } of studies) {
    if (study.meta.draft) continue;
    const located = study.listFiles.get('stories')?.located;
    for (const [row, { id, decisions, views, costs }] of study.stories.entries()) {
      const missing = [
        ...(decisions.length === 0 ? ['`decisions`'] : []),
        ...(views.length === 0 ? ['`views`'] : []),
        ...(costs.length === 0 && study.meta.costModel !== undefined ? ['`costs`'] : []),
      ];
      if (missing.length === 0) continue;
      const message = `The story \`${id}\` cannot be looked up: it names no ${missing.join(' and no ')}.`;
      yield portfolioProblem('untied-story', message, located?.spanOf([row, 'id']), {
        hint: 'Name the records that it rests on, the views that show it and the parts of the bill that it is about.',
      });
    }
  }
};
