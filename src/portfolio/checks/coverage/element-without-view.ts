import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';
import { askedOf, named, placeOf } from './asked.ts';

/** A system with a study, and each of its containers, is in a drawing. */
export const checkElementViews: Check = function* ({ portfolio: { index, studies, appearances } }) {
  for (const asked of askedOf({ index, studies })) {
    for (const element of [asked.system, ...asked.containers]) {
      if (appearances.has(element.id)) continue;
      yield portfolioProblem(
        'element-without-view',
        `No drawing shows ${named(element)}.`,
        placeOf(element, asked),
        { hint: 'Include it in a view of the workspace, or take it out of the model.' },
      );
    }
  }
};
