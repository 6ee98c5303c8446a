import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { PortfolioConfig } from '../config.ts';
import { checkAddresses } from './addresses.ts';
import { checkBenchmarks } from './benchmarks.ts';
import type { Check, CheckInput } from './check.ts';
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
import { checkDecisionCards } from './decision-cards.ts';
import { checkDecisions } from './decisions.ts';
import { checkElements } from './elements.ts';
import { checkEventPaths } from './event-paths.ts';
import { checkEventSteps } from './event-steps.ts';
import { checkEvidence } from './evidence.ts';
import { follows } from './follows.ts';
import { checkInterview } from './interview.ts';
import { checkJargon } from './jargon.ts';
import { checkLinks } from './links.ts';
import { checkListFigures } from './list-figures.ts';
import { checkOptionCosts } from './option-costs.ts';
import { checkOrder } from './order.ts';
import { checkPortfolioLists } from './portfolio-lists.ts';
import { checkPosts } from './posts.ts';
import { checkReadiness } from './readiness.ts';
import { checkRecordTies } from './record-ties.ts';
import { checkRequirementLimits } from './requirement-limits.ts';
import { checkRequirements } from './requirements.ts';
import { checkSizes } from './sizes.ts';
import { checkSpeeches } from './speeches.ts';
import { checkStops } from './stops.ts';
import { checkStorySources } from './story-sources.ts';
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
  checkRecordTies,
  checkRequirements,
  checkRequirementLimits,
  checkCostLines,
  checkPortfolioLists,
  checkEvidence,
  checkDataFlows,
  checkEventPaths,
  checkUnreadEvents,
  checkEventSteps,
  checkCuts,
  checkStops,
  checkClaims,
  checkPosts,
  checkBenchmarks,
  checkTypedFigures,
  checkListFigures,
  checkSpeeches,
  checkJargon,
  checkInterview,
  checkUnwritten,
  checkComponents,
  checkLinks,
  checkOrder,
  checkAddresses,
  checkElementViews,
  checkElementDecisions,
  checkElementCosts,
  checkDecisionSubjects,
  checkRequirementAnswers,
  checkFailureRunbooks,
  checkDecisionCards,
  checkStorySources,
  checkReadiness,
];

/** What all rules find, without the warnings that the author silenced with a reason. */
export function checkPortfolio(input: CheckInput): Diagnostic[] {
  return withoutSilenced(
    CHECKS.flatMap((check) => [...check(input)]).filter((found) => !follows(input, found)),
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
