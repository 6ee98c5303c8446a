import { CUT_NAMES, CUTS, cutSeconds } from '#case-study/lists/walkthrough.ts';
import { portfolioProblem } from '../codes.ts';
import { formatClock } from '../format.ts';
import type { Check } from './check.ts';

/** The stops of a walkthrough take no longer than the cut that they stand in. */
export const checkCuts: Check = function* ({ portfolio: { studies } }) {
  for (const { study } of studies) {
    const located = study.listFiles.get('walkthrough')?.located;
    for (const cut of CUT_NAMES) {
      const seconds = cutSeconds(study.walkthrough, cut);
      if (seconds <= CUTS[cut]) continue;
      const last = study.walkthrough.findLastIndex((stop) => stop.seconds[cut] !== undefined);
      const over = formatClock(seconds - CUTS[cut]);
      const message = `The stops of \`${cut}\` take ${formatClock(seconds)}, which is ${over} too long.`;
      const span = located?.keySpanOf([last, 'seconds', cut]);
      yield portfolioProblem('long-cut', message, span);
    }
  }
};
