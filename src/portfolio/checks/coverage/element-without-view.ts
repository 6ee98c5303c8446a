import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';
import { askedOf, named, placeOf } from './asked.ts';

/** A system with a study, and each of its containers, is in a drawing. */
export const checkElementViews: Check = function* ({ portfolio: { index, studies, appearances } }) {
  for (const asked of askedOf({ index, studies })) {
    const missing = [asked.system, ...asked.containers].filter(({ id }) => !appearances.has(id));
    if (missing.length === 0) continue;
    yield portfolioProblem(
      'element-without-view',
      `No drawing shows ${named(missing, 'or')}.`,
      placeOf(asked),
      { hint: 'Include each in a view of the workspace, or take it out of the model.' },
    );
  }
};
