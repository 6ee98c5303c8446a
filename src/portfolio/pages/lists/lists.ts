import type { FailureMode } from '#case-study/lists/failure-modes.ts';
import type { Nfr } from '#case-study/lists/nfrs.ts';
import type { RolloutStep } from '#case-study/lists/rollout.ts';
import type { Study } from '#case-study/study.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { risksOf } from '../../risks.ts';
import type { MaybeLink } from '../links.ts';
import { type RiskRow, riskRows } from '../risks.ts';
import { type CacheTable, cacheTable } from './cache.ts';
import { type DefenceRow, defenceRow } from './defence.ts';
import { eventTopics, type TopicGroup } from './events.ts';
import { decisionLinks, elementLinks } from './links.ts';
import { type NetworkPlan, networkPlan } from './network.ts';
import { type SloRow, sloRow } from './slos.ts';
import { type StoryRow, storyRow } from './stories.ts';
import { controlLayers, type LayerRow, type ThreatGroup, threatGroups } from './threats.ts';
import { type WalkthroughTable, walkthroughTable } from './walkthrough.ts';

/** A requirement with what holds it, as links. */
export interface NfrRow extends Omit<Nfr, 'decisions' | 'elements'> {
  readonly heldBy: readonly MaybeLink[];
}

export interface FailureRow extends Omit<FailureMode, 'elements' | 'runbook'> {
  readonly elements: readonly MaybeLink[];
  /** Where the runbook tells what to do. */
  readonly runbook?: string;
}

export interface RolloutRow extends Omit<RolloutStep, 'elements'> {
  readonly elements: readonly MaybeLink[];
}

/** The typed lists of a study as its pages show them. */
export interface StudyLists {
  readonly nfrs: readonly NfrRow[];
  readonly slos: readonly SloRow[];
  readonly failures: readonly FailureRow[];
  readonly risks: readonly RiskRow[];
  readonly threats: readonly ThreatGroup[];
  readonly controls: readonly LayerRow[];
  readonly topics: readonly TopicGroup[];
  readonly cache: CacheTable;
  readonly networks: readonly NetworkPlan[];
  readonly rollout: readonly RolloutRow[];
  readonly stories: readonly StoryRow[];
  readonly defence: readonly DefenceRow[];
  readonly walkthrough: WalkthroughTable;
}

/** The lists of a study, each made when it is read: most pages show one of them, or none. */
export function listsOf(portfolio: Portfolio, { study, cost }: StudyEntry): StudyLists {
  return {
    get nfrs() {
      return study.nfrs.map(({ decisions, elements, ...nfr }) => ({
        ...nfr,
        heldBy: [...decisionLinks(portfolio, decisions), ...elementLinks(portfolio, elements)],
      }));
    },
    get slos() {
      return study.slos.map((slo) => sloRow(portfolio, slo));
    },
    get failures() {
      return study.failureModes.map((mode) => failureRow(portfolio, study, mode));
    },
    get risks() {
      return riskRows(portfolio, risksOf(portfolio.index, study));
    },
    get threats() {
      return threatGroups(portfolio, study.threats);
    },
    get controls() {
      return controlLayers(study.threats);
    },
    get topics() {
      return eventTopics(portfolio, study.events);
    },
    get cache() {
      return cacheTable(portfolio, study.cache);
    },
    get networks() {
      return study.network.map((network) => networkPlan(portfolio, network));
    },
    get rollout() {
      return study.rollout.map((step) => ({
        ...step,
        elements: elementLinks(portfolio, step.elements),
      }));
    },
    get stories() {
      return study.stories.map((story) => storyRow(portfolio, story, cost));
    },
    get defence() {
      return study.defence.map((card) => defenceRow(portfolio, card, cost));
    },
    get walkthrough() {
      return walkthroughTable(portfolio, { study, cost });
    },
  };
}

function failureRow(
  portfolio: Portfolio,
  study: Study,
  { elements, runbook, ...mode }: FailureMode,
): FailureRow {
  const file = study.listFiles.get('failure-modes')?.source.name ?? '';
  const target = runbook === undefined ? undefined : portfolio.links(runbook, file);
  return {
    ...mode,
    elements: elementLinks(portfolio, elements),
    ...(target?.kind === 'site' && { runbook: target.path }),
  };
}
