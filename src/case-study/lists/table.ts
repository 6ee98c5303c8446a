import { claims } from './claims.ts';
import { failureModes } from './failure-modes.ts';
import { nfrs } from './nfrs.ts';
import { risks } from './risks.ts';
import { slos } from './slos.ts';

/** The typed lists of a study: the file's name without `.yaml`, and its schema. */
export const LISTS = {
  nfrs,
  slos,
  'failure-modes': failureModes,
  risks,
  claims,
} as const;

export type ListName = keyof typeof LISTS;
