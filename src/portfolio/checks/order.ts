import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** Every study has a place of its own: figures and sections carry its number. */
export const checkOrder: Check = function* ({ portfolio: { studies } }) {
  for (const [index, { study }] of studies.entries()) {
    const before = studies[index - 1]?.study;
    if (before?.meta.order !== study.meta.order) continue;
    yield portfolioProblem(
      'same-order',
      `\`${before.slug}\` has the number ${study.meta.order} as well, and comes first by its name.`,
      study.located.spanOf(['order']),
      {
        hint: 'Give each study an `order` of its own.',
        related: [{ message: 'The other study', span: before.located.spanOf(['order']) }],
      },
    );
  }
};
