import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** What is published is read by somebody. */
export const checkUnreadEvents: Check = function* ({ portfolio: { studies } }) {
  for (const { study } of studies) {
    const located = study.listFiles.get('events')?.located;
    for (const [row, { name, consumers }] of study.events.entries()) {
      if (consumers.length > 0) continue;
      yield portfolioProblem(
        'unread-event',
        `Nothing reads \`${name}\`.`,
        located?.spanOf([row, 'name']),
        { hint: 'Name who reads it as `consumers`, or do not publish it yet.' },
      );
    }
  }
};
