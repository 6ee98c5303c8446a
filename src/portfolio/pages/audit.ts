import {
  type AuditedClaim,
  type AuditedEstimate,
  type AuditedTotal,
  type Comparison,
  countVerdicts,
  type ShownFigure,
  VERDICTS,
  type Verdict,
} from '#cost/audit/report.ts';
import { auditPath, studyPath } from '../addresses.ts';
import type { StudyAudit } from '../audits.ts';
import { formatCents, formatCount, formatMoney, formatWithUnit } from '../format.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PageLink } from './links.ts';

/** A claim as tables show it. */
export interface ClaimRow {
  readonly id: string;
  readonly label: string;
  readonly derived?: string | undefined;
  readonly claimed: string;
  readonly computed?: string | undefined;
  /** What the computed figure was worked out from: an expression, or priced quantities. */
  readonly basis: readonly string[];
  readonly difference?: string | undefined;
  /** `−46 %`, `20.3 times as much` */
  readonly share?: string | undefined;
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
}

/** An estimate as a table: its lines, its total, and what is checked beside them. */
export interface EstimateTable {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly lines: readonly ClaimRow[];
  readonly total?: ClaimRow;
  /** The total with what was computed, beside the claimed one. */
  readonly corrected?: ClaimRow;
  readonly checks: readonly ClaimRow[];
  /** `2 are confirmed, 3 differ` */
  readonly counts: string;
  /** `aws-us-east-1@2026-11-20`, where anything was priced. */
  readonly prices?: string;
}

/** The claims of a study. */
export interface StudyClaims {
  readonly slug: string;
  readonly study: PageLink;
  readonly tables: readonly EstimateTable[];
  readonly counts: string;
}

/** The page of all claims, study by study. */
export interface AuditPage {
  readonly studies: readonly StudyClaims[];
  readonly counts: readonly { readonly verdict: Verdict; readonly count: number }[];
}

export function auditPage({ audits }: Portfolio): AuditPage {
  const counts = countVerdicts(audits.flatMap(({ estimates }) => estimates));
  return {
    studies: audits.map(claimsOf),
    counts: VERDICTS.map((verdict) => ({ verdict, count: counts[verdict] })),
  };
}

/** The claims of one study as tables. */
export function claimsOf({ study, estimates }: StudyAudit): StudyClaims {
  return {
    slug: study.slug,
    study: { text: study.meta.name ?? study.meta.title, href: studyPath(study.slug) },
    tables: estimates.map(tableOf),
    counts: countsText(countVerdicts(estimates)),
  };
}

/** Where the claims of a study are audited; nothing where it has none. */
export function auditLink(audit: StudyAudit | undefined): PageLink | undefined {
  return audit && { text: 'Claims, audited', href: `${auditPath()}#${audit.study.slug}` };
}

const WORDS: Readonly<Record<Verdict, readonly [one: string, many: string]>> = {
  holds: ['is confirmed', 'are confirmed'],
  differs: ['differs', 'differ'],
  inconsistent: ['is inconsistent', 'are inconsistent'],
  unchecked: ['cannot be checked', 'cannot be checked'],
};

/** A verdict as a table names it. */
export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  holds: 'Confirmed',
  differs: 'Differs',
  inconsistent: 'Inconsistent',
  unchecked: 'Not checkable',
};

function countsText(counts: Readonly<Record<Verdict, number>>): string {
  return VERDICTS.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict]} ${WORDS[verdict][counts[verdict] === 1 ? 0 : 1]}`)
    .join(', ');
}

function tableOf(estimate: AuditedEstimate): EstimateTable {
  const { id, title, source, facts, lines, checks, total, priceBook } = estimate;
  const isPriced = [...lines, ...checks].some(({ meters }) => meters !== undefined);
  return {
    ...{ id, title, source },
    facts: facts.map(({ name, text, value }) => ({
      name,
      text: value ? `${text} = ${figureText(value)}` : text,
    })),
    lines: lines.map(rowOf),
    ...(total && { total: totalRow(total), corrected: correctedRow(total) }),
    checks: checks.map(rowOf),
    counts: countsText(countVerdicts([estimate])),
    ...(isPriced && { prices: priceBook }),
  };
}

function rowOf(claim: AuditedClaim): ClaimRow {
  const { id, label, derived, relation, formula, meters = [], computed } = claim;
  const words = { equal: '', 'at-least': 'at least ', 'at-most': 'at most ' }[relation];
  return {
    ...{ id, label, derived },
    ...compared(claim, relation !== 'equal' && claim.verdict === 'holds'),
    ...(computed && { computed: `${words}${figureText(computed)}` }),
    basis: [
      ...(formula === undefined ? [] : [formula]),
      ...meters.map(({ dimension, quantity, unit, monthly, closedSince }) => {
        const closed =
          closedSince === undefined ? '' : `, closed to new customers since ${closedSince}`;
        return `${dimension}: ${quantityText(quantity, unit)}, ${formatCents(monthly)}${closed}`;
      }),
    ],
  };
}

function totalRow(total: AuditedTotal): ClaimRow {
  return {
    ...{ id: 'total', label: 'Total', derived: 'Beside the sum of the claimed lines' },
    ...compared(total, false),
    basis: ['sum of the lines'],
  };
}

/** What the total would be with the computed lines; what cannot be checked is taken as claimed. */
function correctedRow({ claimed, corrected }: AuditedTotal): ClaimRow {
  const value = Math.round((corrected.value - claimed.value) * 100) / 100;
  const difference = { value, unit: claimed.unit };
  const share = claimed.value === 0 ? undefined : value / Math.abs(claimed.value);
  return {
    id: 'corrected',
    label: 'Total of what was computed',
    derived: 'What cannot be checked as it is claimed',
    ...compared({ claimed, computed: corrected, difference, share, verdict: 'holds' }, false),
    basis: [],
  };
}

/** Shares below it would be rounded to nothing. */
const TINY = 0.0005;

function compared(
  { claimed, computed, difference, share, verdict, reason }: Comparison,
  within: boolean,
): Omit<ClaimRow, 'id' | 'label' | 'basis'> {
  const isShown = difference !== undefined && difference.value !== 0 && !within;
  return {
    // As it was claimed, to its last digit.
    claimed: figureText(claimed, 12),
    ...(computed && { computed: figureText(computed) }),
    ...(isShown && { difference: signed(difference) }),
    ...(isShown &&
      share !== undefined &&
      Math.abs(share) >= TINY &&
      claimed.unit !== '%' && { share: shareText(share) }),
    verdict,
    reason,
  };
}

/** A figure with its unit: `$60,900`, `33,333 messages/s`, `21.16 ×`, `86.4 billion messages`. */
export function figureText({ value, unit }: ShownFigure, digits = 4): string {
  if (unit === '$') return dollars(value);
  if (unit.startsWith('$')) return `${dollars(value)}${unit.slice(1)}`;
  const number = numberText(value, digits);
  if (unit === '') return number;
  // A long unit goes on a line of its own where a column is narrow.
  const space = unit.length > 2 ? ' ' : '\u00A0';
  return `${number}${space}${unit === 'x' ? '×' : number === '1' ? one(unit) : unit}`;
}

/** A unit of one: `change` for `changes`, `query` for `queries`; what is no word stays, `ms`. */
function one(unit: string): string {
  return unit
    .replace(/^([a-z]{2,})ies(?![a-z])/, '$1y')
    .replace(/^([a-z]{3,}[^s])s(?![a-z])/, '$1');
}

function dollars(value: number): string {
  const isSmall = Math.abs(value) < 1 && Math.abs(value * 100 - Math.round(value * 100)) > 1e-9;
  if (isSmall) return `${value < 0 ? '−' : ''}$${Math.abs(value)}`;
  return Number.isInteger(value) ? formatMoney(value).replace(/\.00$/, '') : formatCents(value);
}

function signed({ value, unit }: ShownFigure): string {
  // Percents differ by points: a percent of a percent is another figure.
  const text = figureText({ value: Math.abs(value), unit: unit === '%' ? 'points' : unit }, 3);
  return `${value < 0 ? '−' : '+'}${text}`;
}

function shareText(share: number): string {
  if (share >= 1) return `${numberText(1 + share, 3)} times as much`;
  const percent = Math.abs(share * 100);
  // What is near to nothing left, or near to none gone, keeps a digit.
  const isNear = percent < 10 || (percent > 99 && percent < 100);
  const digits = percent.toFixed(isNear ? 1 : 0);
  return `${share < 0 ? '−' : '+'}${digits}\u00A0%`;
}

function numberText(value: number, digits = 4): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 1e9) return `${sign}${formatCount(Number((size / 1e9).toPrecision(4)))}\u00A0billion`;
  if (size >= 1e3) return `${sign}${formatCount(Math.round(size))}`;
  return `${sign}${Number(size.toPrecision(digits))}`;
}

function quantityText(quantity: number, unit: string): string {
  return quantity >= 1e9 ? `${numberText(quantity)} ${unit}s` : formatWithUnit(quantity, unit);
}
