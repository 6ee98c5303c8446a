import { benchmarks } from './benchmarks.ts';
import { cache } from './cache.ts';
import { claims } from './claims.ts';
import { defence } from './defence.ts';
import { events } from './events.ts';
import { failureModes } from './failure-modes.ts';
import { network } from './network.ts';
import { nfrs } from './nfrs.ts';
import { risks } from './risks.ts';
import { rollout } from './rollout.ts';
import { slos } from './slos.ts';
import { stories } from './stories.ts';
import { threats } from './threats.ts';
import { walkthrough } from './walkthrough.ts';

/** The typed lists of a study: the file's name without `.yaml`, and its schema. */
export const LISTS = {
  nfrs,
  slos,
  'failure-modes': failureModes,
  risks,
  threats,
  events,
  cache,
  network,
  rollout,
  stories,
  defence,
  walkthrough,
  claims,
  benchmarks,
} as const;

export type ListName = keyof typeof LISTS;
