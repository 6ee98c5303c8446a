import { portfolioProblem } from '../codes.ts';
import { spendSize, USERS_PROPERTY } from '../view-spend.ts';
import type { Check } from './check.ts';

/** A deployment view that says how many users it is for names one of the portfolio's two sizes. */
export const checkViewUsers: Check = function* ({ portfolio }) {
  const { index, config } = portfolio;
  for (const view of index.workspace.views) {
    const users = view.kind === 'Deployment' ? view.properties[USERS_PROPERTY] : undefined;
    if (users === undefined || spendSize(portfolio, view)) continue;
    yield portfolioProblem(
      'other-size',
      `The view \`${view.key}\` is for ${users} users, and spend is known at ${config.users.join(' and ')}.`,
      undefined,
      { hint: `Set \`${USERS_PROPERTY}\` to one of these, or \`users\` of the configuration.` },
    );
  }
};
