import { cutSeconds, type Stop } from '#case-study/lists/walkthrough.ts';
import { walkthroughPath } from '../../addresses.ts';
import { partCost } from '../../costs.ts';
import { formatClock, formatMoney } from '../../format.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import type { MaybeLink, PageLink } from '../links.ts';
import { cutsOf } from '../walkthrough/cuts.ts';
import { decisionLinks, elementLinks, viewLinks } from './links.ts';

export interface StopRow extends Pick<Stop, 'id' | 'title' | 'say'> {
  readonly shows: readonly MaybeLink[];
  /** What it costs a month at the larger size. */
  readonly cost?: string;
  /** Of each cut in its order: `0:45`, or nothing where the stop is left out. */
  readonly times: readonly string[];
}

export interface WalkthroughTable {
  /** Those that have stops, the shortest first: `3 min`. */
  readonly cuts: readonly PageLink[];
  readonly rows: readonly StopRow[];
  /** Of each cut: `2:50`. */
  readonly totals: readonly string[];
}

export function walkthroughTable(
  portfolio: Portfolio,
  { study, cost }: Pick<StudyEntry, 'study' | 'cost'>,
): WalkthroughTable {
  const stops = study.walkthrough;
  const cuts = cutsOf({ study });
  return {
    cuts: cuts.map((cut) => ({
      text: cut.replace('-', ' '),
      href: walkthroughPath(study.slug, cut),
    })),
    rows: stops.map((stop) => {
      const spend = cost && stop.cost !== undefined ? partCost(cost, stop.cost) : undefined;
      return {
        ...{ id: stop.id, title: stop.title, say: stop.say },
        shows: [
          ...viewLinks(portfolio, stop.view === undefined ? [] : [stop.view]),
          ...elementLinks(portfolio, stop.elements),
          ...decisionLinks(portfolio, stop.decisions),
        ],
        ...(spend !== undefined && cost && { cost: formatMoney(spend, cost.currency) }),
        times: cuts.map((cut) => formatClock(stop.seconds[cut])),
      };
    }),
    totals: cuts.map((cut) => formatClock(cutSeconds(stops, cut))),
  };
}
