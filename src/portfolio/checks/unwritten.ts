import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** How a scaffold marks a sentence that is still to be written. */
export const UNWRITTEN = 'To be written:';

/** Every sentence that a scaffold left to its author. */
export const checkUnwritten: Check = function* ({ portfolio: { studies } }) {
  for (const { study } of studies) {
    for (const { source } of study.pages) {
      for (const match of source.text.matchAll(/^To be written: (.*)$/gm)) {
        const span = { source, start: match.index, end: match.index + UNWRITTEN.length };
        yield portfolioProblem('unwritten', `Still to be written: ${match[1]}`, span);
      }
    }
  }
};
