import { z } from 'zod';
import { evidence } from './evidence.ts';
import { interview } from './interview.ts';
import { practice } from './practice.ts';
import { visibility } from './visibility.ts';

/**
 * The typed lists of the portfolio as a whole, `case-studies/<name>.yaml`: the file's name without its
 * ending, and its schema. Each is a group of keys that all have a default: what is left out is empty.
 */
export const PORTFOLIO_LISTS = {
  evidence,
  interview,
  visibility,
  practice,
} as const;

export type PortfolioListName = keyof typeof PORTFOLIO_LISTS;

/** All of them at once; of nothing, each is empty. */
export const portfolioLists = z.strictObject(PORTFOLIO_LISTS);
export type PortfolioLists = z.output<typeof portfolioLists>;

export const PORTFOLIO_LIST_NAMES: readonly PortfolioListName[] = portfolioLists.keyof().options;
