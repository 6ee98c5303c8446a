import type { COST_CODES } from '#cost/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { PortfolioCode } from '../codes.ts';
import type { PortfolioConfig } from '../config.ts';
import { checkBenchmarks } from './benchmarks.ts';
import type { Check, CheckInput, Part } from './check.ts';
import { checkClaims } from './claims.ts';
import { checkComponents } from './components.ts';
import { checkCostLines } from './cost-lines.ts';
import { checkCostModels } from './cost-models.ts';
import { checkDecisionSubjects } from './coverage/decision-without-subject.ts';
import { checkElementCosts } from './coverage/element-without-cost.ts';
import { checkElementDecisions } from './coverage/element-without-decision.ts';
import { checkElementViews } from './coverage/element-without-view.ts';
import { checkFailureRunbooks } from './coverage/failure-without-runbook.ts';
import { checkRequirementAnswers } from './coverage/requirement-without-answer.ts';
import { checkCuts } from './cuts.ts';
import { checkDataFlows } from './data-flows.ts';
import { checkDecisions } from './decisions.ts';
import { checkElements } from './elements.ts';
import { checkEventPaths } from './event-paths.ts';
import { checkEventSteps } from './event-steps.ts';
import { checkLinks } from './links.ts';
import { checkOptionCosts } from './option-costs.ts';
import { checkOrder } from './order.ts';
import { checkReadiness } from './readiness.ts';
import { checkRequirementLimits } from './requirement-limits.ts';
import { checkRequirements } from './requirements.ts';
import { checkSizes } from './sizes.ts';
import { checkTypedFigures } from './typed-figures.ts';
import { checkUnreadEvents } from './unread-events.ts';
import { checkUnwritten } from './unwritten.ts';
import { checkViewUsers } from './view-users.ts';
import { checkViews } from './views.ts';

/** Every rule, in the order in which its findings are of use. */
const CHECKS: readonly Check[] = [
  checkViews,
  checkSizes,
  checkViewUsers,
  checkElements,
  checkDecisions,
  checkCostModels,
  checkOptionCosts,
  checkRequirements,
  checkRequirementLimits,
  checkCostLines,
  checkDataFlows,
  checkEventPaths,
  checkUnreadEvents,
  checkEventSteps,
  checkCuts,
  checkClaims,
  checkBenchmarks,
  checkTypedFigures,
  checkUnwritten,
  checkComponents,
  checkLinks,
  checkOrder,
  checkElementViews,
  checkElementDecisions,
  checkElementCosts,
  checkDecisionSubjects,
  checkRequirementAnswers,
  checkFailureRunbooks,
  checkReadiness,
];

/** What may be found only because a part could not be read: it says nothing new then. */
const FOLLOWS: Readonly<Record<Part, readonly (PortfolioCode | keyof typeof COST_CODES)[]>> = {
  workspace: [
    'unknown-element',
    'unknown-relationship',
    'unconnected-event',
    'unlisted-event',
    'unknown-view',
    'unknown-link',
    'unknown-anchor',
    'missing-artifact',
    'decision-without-subject',
  ],
  studies: [
    'unknown-requirement',
    'unknown-study',
    'unknown-link',
    'unknown-anchor',
    'missing-artifact',
  ],
  models: [
    'unknown-cost-line',
    'unknown-cost-model',
    'unknown-link',
    'claim-model',
    'missing-artifact',
    'element-without-cost',
  ],
};

/** What all rules find, without the warnings that the author silenced with a reason. */
export function checkPortfolio(input: CheckInput): Diagnostic[] {
  const follows = new Set<string>((input.unread ?? []).flatMap((part) => FOLLOWS[part]));
  return withoutSilenced(
    CHECKS.flatMap((check) => [...check(input)]).filter(({ code }) => !follows.has(code)),
    input.portfolio.config,
  );
}

/** The findings without the warnings that the author knows and accepts. */
export function withoutSilenced(
  found: readonly Diagnostic[],
  { rules }: Pick<PortfolioConfig, 'rules'>,
): Diagnostic[] {
  return found.filter(({ code, severity }) => severity === 'error' || rules[code] === undefined);
}
