import { namesIn } from '#case-study/portfolio-lists/references.ts';
import { PORTFOLIO_LIST_NAMES, PORTFOLIO_LISTS } from '#case-study/portfolio-lists/table.ts';
import { portfolioProblem } from '../codes.ts';
import { namedTarget } from '../references.ts';
import type { Check } from './check.ts';

/** Everything that a typed list of the portfolio as a whole names exists. */
export const checkPortfolioLists: Check = function* ({ portfolio }) {
  const { values, files } = portfolio.lists;
  for (const list of PORTFOLIO_LIST_NAMES) {
    const located = files.get(list)?.located;
    for (const { kind, name, path } of namesIn(PORTFOLIO_LISTS[list], values[list])) {
      const target = namedTarget(portfolio, kind, name);
      if (target.kind === 'found') continue;
      const { code, message, hint, rename } = target;
      yield portfolioProblem(code, message, located?.spanOf(path), { hint, rename });
    }
  }
};
