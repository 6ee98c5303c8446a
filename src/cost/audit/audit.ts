import type { ModelReport } from '../engine/report.ts';
import { decimal, fromCents } from '../money/decimal.ts';
import type { PriceBook } from '../prices/book.ts';
import type { Claim, Estimate } from './claims.ts';
import { type Figure, readFigure } from './expression.ts';
import { Findings } from './findings.ts';
import { priceClaim } from './meters.ts';
import {
  centsOf,
  exceeds,
  fromDecimal,
  magnitude,
  minus,
  NOTHING,
  over,
  plus,
  type Rational,
  rational,
  times,
  toNumber,
} from './rational.ts';
import type {
  AuditedClaim,
  AuditedEstimate,
  AuditedFact,
  AuditedMeter,
  AuditedTotal,
  Comparison,
  ShownFigure,
  Verdict,
} from './report.ts';
import { type Names, namesOf } from './scope.ts';
import { isSame, readUnit, wordsOf } from './units.ts';

export type { Finding } from './findings.ts';

/** What claims are held against. */
export interface Evidence {
  readonly books: ReadonlyMap<string, PriceBook>;
  /** Whose prices where an estimate names none. */
  readonly region: string;
  /** A model at a number of users; the study's own without an id. */
  readonly model: (id: string | undefined, users: number) => ModelReport | 'unknown' | 'unpriced';
  readonly models: readonly string[];
}

/** The audit of a file's estimates, and everything that is wrong with the file. */
export function auditEstimates(
  estimates: readonly Estimate[],
  evidence: Evidence,
): { readonly estimates: readonly AuditedEstimate[]; readonly findings: Findings['all'] } {
  const findings = new Findings();
  const names = namesOf(estimates, findings);
  const audited = estimates.map((estimate, place) =>
    new Auditor(estimate, place, { names, evidence, findings }).run(),
  );
  return { estimates: audited, findings: findings.all };
}

/** A computed figure with what stands behind it. */
interface Computed {
  readonly value: Rational;
  readonly formula?: string;
  readonly meters?: readonly AuditedMeter[];
}

class Auditor {
  readonly #estimate: Estimate;
  readonly #place: number;
  readonly #names: Names;
  readonly #evidence: Evidence;
  readonly #findings: Findings;
  readonly #book: PriceBook | undefined;

  constructor(
    estimate: Estimate,
    place: number,
    { names, evidence, findings }: { names: Names; evidence: Evidence; findings: Findings },
  ) {
    this.#estimate = estimate;
    this.#place = place;
    this.#names = names;
    this.#evidence = evidence;
    this.#findings = findings;
    this.#book = evidence.books.get(estimate.region ?? evidence.region);
  }

  run(): AuditedEstimate {
    const { id, title, source, region, lines, checks } = this.#estimate;
    if (!this.#book && region !== undefined) {
      const known = [...this.#evidence.books.keys()];
      this.#findings.unknown('claim-region', [this.#place, 'region'], region, known);
    }
    const audited = lines.map((claim, index) => this.#claim(claim, ['lines', index]));
    const total = this.#total(audited);
    return {
      ...{ id, title, source },
      region: region ?? this.#evidence.region,
      priceBook: this.#book?.id ?? '',
      facts: this.#facts(),
      lines: audited.map(({ shown }) => shown),
      checks: checks.map((claim, index) => this.#claim(claim, ['checks', index]).shown),
      ...(total && { total }),
    };
  }

  #facts(): AuditedFact[] {
    return Object.entries(this.#estimate.facts).map(([name, text]) => {
      const amount = readFigure(text) ? undefined : this.#names.own(this.#place, name);
      return {
        name,
        text,
        ...(amount && {
          value: { value: toNumber(amount.value), unit: plainUnit(amount.measure) },
        }),
      };
    });
  }

  #claim(
    claim: Claim,
    at: readonly [list: 'lines' | 'checks', index: number],
  ): { readonly shown: AuditedClaim; readonly claimed?: Figure; readonly value?: Rational } {
    const path = [this.#place, ...at];
    const claimed = this.#figure(claim.claimed, [...path, 'claimed']);
    const allowed =
      claimed && this.#allowance(claim.tolerance ?? this.#estimate.tolerance, claimed, path);
    const computed = claimed && this.#compute(claim, claimed, path);
    const { id, label, derived, relation, reason } = claim;
    const isOpen = claim.computed === undefined && !claim.meters && !claim.model;
    const off =
      computed && claimed && allowed && isOff(claimed.value, computed.value, relation, allowed);
    const verdict: Verdict = isOpen
      ? 'unchecked'
      : off
        ? claim.computed === undefined
          ? 'differs'
          : 'inconsistent'
        : 'holds';
    const told = comparison(claimed, computed?.value, verdict, reason);
    const isKnown = claimed && allowed && (isOpen || computed);
    if (isKnown && verdict !== 'holds' && reason === undefined) {
      this.#findings.add('claim-reason', [...path, 'claimed'], lacksReason(claim, told), {
        hint: isOpen
          ? 'Add `computed`, `meters` or `model`, or a `reason` that says what the text leaves out.'
          : 'Add a `reason`, in your own words, or a wider `tolerance`.',
      });
    }
    const shown: AuditedClaim = {
      ...{ id, label, relation },
      ...(derived !== undefined && { derived }),
      ...told,
      ...(computed?.formula !== undefined && { formula: computed.formula }),
      ...(computed?.meters && { meters: computed.meters }),
    };
    return {
      shown,
      ...(claimed && { claimed }),
      ...((computed ?? claimed) && { value: (computed ?? claimed)?.value ?? NOTHING }),
    };
  }

  #compute(
    { id, computed, meters, model }: Claim,
    claimed: Figure,
    path: readonly PropertyKey[],
  ): Computed | undefined {
    if (computed !== undefined) {
      const at = [...path, 'computed'];
      const amount = this.#names.evaluate(computed, this.#place, at, id);
      if (!amount || !this.#fits(claimed, amount.measure, at, computed)) return undefined;
      return { value: amount.value, formula: computed };
    }
    if (meters) {
      const at = [...path, 'meters'];
      if (!this.#fits(claimed, DOLLARS, at)) return undefined;
      const quantity = (dimension: string, text: string) =>
        this.#names.evaluate(text, this.#place, [...at, dimension], id);
      const priced =
        this.#book && priceClaim(meters, this.#book, { at, quantity, findings: this.#findings });
      return priced && { value: rational(priced.cents, 100n), meters: priced.meters };
    }
    if (!model || !this.#fits(claimed, DOLLARS, [...path, 'model'])) return undefined;
    const monthly = this.#modelled(model, [...path, 'model']);
    if (monthly === undefined) return undefined;
    const asked = model.line ?? model.component ?? 'the model';
    const formula = `${asked} at ${model.users} users`;
    return { value: fromDecimal(decimal(monthly)), formula };
  }

  #modelled(
    { id, users, component, line }: NonNullable<Claim['model']>,
    path: readonly PropertyKey[],
  ): number | undefined {
    const report = this.#evidence.model(id, users);
    if (report === 'unpriced') return undefined;
    if (report === 'unknown') {
      if (id !== undefined) {
        this.#findings.unknown('claim-model', [...path, 'id'], id, this.#evidence.models);
      } else {
        this.#findings.add('claim-model', path, 'The study names no cost model.', {
          hint: 'Name one here as `id`, or in the front matter of index.mdx as `costModel`.',
        });
      }
      return undefined;
    }
    if (line !== undefined) {
      const lines = report.components.flatMap((part) => part.lines);
      const found = lines.find((item) => item.id === line);
      const known = lines.map((item) => item.id);
      if (!found) this.#findings.unknown('claim-model', [...path, 'line'], line, known);
      return found?.monthly;
    }
    if (component === undefined) return report.monthly;
    const found = report.components.find((part) => part.id === component);
    const known = report.components.map((part) => part.id);
    if (!found) this.#findings.unknown('claim-model', [...path, 'component'], component, known);
    return found?.monthly;
  }

  #total(
    lines: readonly { readonly claimed?: Figure; readonly value?: Rational }[],
  ): AuditedTotal | undefined {
    const { total } = this.#estimate;
    if (!total) return undefined;
    const path = [this.#place, 'total'];
    const claimed = this.#figure(total.claimed, [...path, 'claimed']);
    const allowed = claimed && this.#allowance(total.tolerance, claimed, path);
    if (!claimed || !allowed) return undefined;
    let isWhole = true;
    let [sum, corrected] = [NOTHING, NOTHING];
    for (const [index, line] of lines.entries()) {
      const at = [this.#place, 'lines', index, 'claimed'];
      if (!line.claimed || !line.value) isWhole = false;
      else if (!isSame(line.claimed.measure, claimed.measure)) {
        const message = `This is in ${wordsOf(line.claimed.measure)}, and the total in ${wordsOf(claimed.measure)}.`;
        this.#findings.add('claim-unit', at, message, {
          hint: 'What does not add up to the total belongs under `checks`.',
        });
        isWhole = false;
      } else {
        sum = plus(sum, line.claimed.value);
        corrected = plus(corrected, line.value);
      }
    }
    if (!isWhole) return undefined;
    const off = exceeds(magnitude(minus(sum, claimed.value)), allowed);
    const verdict = off ? 'inconsistent' : 'holds';
    const told = comparison(claimed, sum, verdict, total.reason);
    if (off && total.reason === undefined) {
      const message = `The lines add up to ${words(told.computed)}, and the total claims ${words(told.claimed)}.`;
      this.#findings.add('claim-total', [...path, 'claimed'], message, {
        hint: 'Mend the figure that was copied wrongly; if the text itself does not add up, say so as `reason` of the total.',
      });
    }
    return { ...told, corrected: shownAs(claimed, corrected) };
  }

  #figure(text: string, path: readonly PropertyKey[]): Figure | undefined {
    const figure = readFigure(text);
    if (figure) return figure;
    this.#findings.add('claim-figure', path, `\`${text}\` is no figure.`, {
      hint: 'Write a number with its unit: `$3,000`, `33,000 messages/s`, `94.7 %`, `21.2 x`.',
    });
    return undefined;
  }

  /** How far a computed figure may be from the claimed one. */
  #allowance(text: string, claimed: Figure, path: readonly PropertyKey[]): Rational | undefined {
    if (text === 'rounding') return claimed.rounding;
    const share = readFigure(text);
    if (share && share.unit === '%' && !exceeds(NOTHING, share.value)) {
      return times(magnitude(claimed.value), share.value);
    }
    this.#findings.add('claim-figure', [...path, 'tolerance'], `\`${text}\` is no tolerance.`, {
      hint: 'It is a share of the claimed figure, `5 %`, or `rounding`: half of its last digit.',
    });
    return undefined;
  }

  #fits(
    claimed: Figure,
    measure: Figure['measure'],
    path: readonly PropertyKey[],
    text?: string,
  ): boolean {
    if (isSame(claimed.measure, measure)) return true;
    const message = `This comes to ${wordsOf(measure)}, and the claim is ${wordsOf(claimed.measure)}.`;
    this.#findings.add('claim-unit', path, message, {
      ...(text !== undefined && { text, start: 0, end: text.length }),
    });
    return false;
  }
}

const DOLLARS = readUnit('$').measure;

function isOff(
  claimed: Rational,
  computed: Rational,
  relation: Claim['relation'],
  allowed: Rational,
): boolean {
  const above = minus(claimed, computed);
  const tooHigh = exceeds(above, allowed);
  const tooLow = exceeds(minus(NOTHING, above), allowed);
  return (relation !== 'at-least' && tooHigh) || (relation !== 'at-most' && tooLow);
}

function comparison(
  claimed: Figure | undefined,
  computed: Rational | undefined,
  verdict: Verdict,
  reason: string | undefined,
): Comparison {
  const none: ShownFigure = { value: 0, unit: '' };
  const difference = claimed && computed && minus(computed, claimed.value);
  const share = difference && over(difference, magnitude(claimed.value));
  return {
    claimed: claimed ? shownAs(claimed, claimed.value) : none,
    ...(claimed && computed && { computed: shownAs(claimed, computed) }),
    ...(claimed && difference && { difference: shownAs(claimed, difference) }),
    ...(share && { share: toNumber(share) }),
    verdict,
    ...(reason !== undefined && { reason }),
  };
}

const HALF_A_CENT = rational(1n, 200n);

/** A value in the unit of a figure; plain dollars to the cent, unless the claim is finer. */
function shownAs({ unit, scale, rounding }: Figure, value: Rational): ShownFigure {
  if (unit === '$' && !exceeds(HALF_A_CENT, rounding))
    return { value: fromCents(centsOf(value)), unit };
  return { value: toNumber(over(value, scale) ?? value), unit };
}

/** Base units as one unit: `message/s`. */
function plainUnit(measure: Figure['measure']): string {
  if (measure.size === 0) return '';
  return wordsOf(measure)
    .replaceAll('`', '')
    .replace(/\bUSD\b/, '$');
}

function lacksReason({ label }: Claim, { claimed, computed, verdict }: Comparison): string {
  if (verdict === 'unchecked')
    return `\`${label}\` is held against nothing, and no reason is given.`;
  return `\`${label}\` claims ${words(claimed)} and comes to ${words(computed)}, and no reason is given.`;
}

function words(figure: ShownFigure | undefined): string {
  if (!figure) return 'nothing';
  const { value, unit } = figure;
  return unit.startsWith('$') ? `$${value}${unit.slice(1)}` : `${value} ${unit}`.trim();
}
