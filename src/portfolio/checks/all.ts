import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { PortfolioConfig } from '../config.ts';
import type { Check, CheckInput } from './check.ts';
import { checkComponents } from './components.ts';
import { checkCostModels } from './cost-models.ts';
import { checkDecisions } from './decisions.ts';
import { checkElements } from './elements.ts';
import { checkLinks } from './links.ts';
import { checkViews } from './views.ts';

/** Every rule, in the order in which its findings are of use. */
const CHECKS: readonly Check[] = [
  checkViews,
  checkElements,
  checkDecisions,
  checkCostModels,
  checkComponents,
  checkLinks,
];

/** What all rules find, without the warnings that the author silenced with a reason. */
export function checkPortfolio(input: CheckInput): Diagnostic[] {
  return withoutSilenced(
    CHECKS.flatMap((check) => [...check(input)]),
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
