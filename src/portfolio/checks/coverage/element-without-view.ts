import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';
import { askedOf, placeOf } from './asked.ts';

/** A system with a study, and each of its containers, is in a drawing. */
export const checkElementViews: Check = function* ({ portfolio }) {
  for (const asked of askedOf(portfolio)) {
    for (const element of [asked.system, ...asked.containers]) {
      if (portfolio.appearances.has(element.id)) continue;
      yield portfolioProblem(
        'element-without-view',
        `${element.name} (\`${element.identifier ?? element.id}\`) is in no drawing.`,
        placeOf(asked),
        { hint: 'Include it in a view of the workspace, or take it out of the model.' },
      );
    }
  }
};
