import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { finding } from '../codes.ts';
import { locateText } from '../define/locate.ts';
import type { Component, CostModel, ModelRun } from '../define/model.ts';
import type { Sized } from '../define/sized.ts';
import { fromCents, toNumber } from '../money/decimal.ts';
import { isOld, sourceText } from '../prices/trust.ts';
import { formatCount } from '../report/figures.ts';
import { metered } from '../units/scale.ts';
import { type Bill, type BilledLine, billOf } from './bill.ts';
import { capacities, isExceeded } from './capacity.ts';
import type { Question } from './options.ts';
import type { Reader } from './replayer.ts';
import type { ComponentReport, LineReport, ModelReport, Trust, UnitCost } from './report.ts';
import { guarded, type Outcome, runChecked } from './run.ts';

/** What a model costs a month at a number of users, line by line, and what it carries. */
export function evaluate(
  model: CostModel,
  question: Question,
  read?: Reader,
): Outcome<ModelReport> {
  const { value: run, diagnostics } = runChecked(model, question);
  if (!run) return { diagnostics };
  const answer = guarded(model, question, () => reportOf(model, run, question, read));
  return { ...answer, diagnostics: [...diagnostics, ...answer.diagnostics] };
}

function reportOf(
  model: CostModel,
  run: ModelRun,
  question: Question,
  read: Reader | undefined,
): Outcome<ModelReport> {
  const bill = billOf(run, question.priceBook, question);
  const capacity = capacities(model, run, question, read);
  const monthly = fromCents(bill.cents);
  const value: ModelReport = {
    id: model.id,
    title: model.title,
    system: model.system,
    monthly,
    perUser: monthly / question.users,
    components: Object.entries(run.components).map(([id, component]) =>
      componentReport(id, component, run, bill, question),
    ),
    capacity,
    trust: trustIn(bill, question),
    perUnit: unitCosts(model, run, monthly),
    demand: Object.entries(run.demand).map(([id, { unit, value: quantity }]) => ({
      id,
      unit,
      quantity: metered(quantity),
    })),
  };
  const exceeded = capacity
    .filter(isExceeded)
    .map(({ resource, saturatesAtUsers, fix }) =>
      finding(
        'cost-capacity-exceeded',
        `${model.title}: ${resource} is used up at ${formatCount(saturatesAtUsers ?? 0)} users; the cost is a lower bound.`,
        undefined,
        { hint: fix, ...(question.source && { file: question.source.name }) },
      ),
    );
  return { value, diagnostics: [...exceeded, ...ladderEnds(bill, question)] };
}

function componentReport(
  id: string,
  { element, title, group, note, runs = [] }: Component,
  run: ModelRun,
  bill: Bill,
  question: Question,
): ComponentReport {
  const own = bill.lines.filter(({ component }) => component === id);
  const names = new Map(Object.entries(run.sizing).map(([name, resource]) => [resource, name]));
  return {
    id,
    element,
    title,
    ...(group !== undefined && { group }),
    monthly: fromCents(own.reduce((sum, { priced }) => sum + priced.cents, 0n)),
    ...(runs.length > 0 && { size: runs.map(sizeText).join(', ') }),
    ...(note !== undefined && { note }),
    resources: runs.map((resource) => ({
      id: names.get(resource) ?? resource.label,
      label: resource.label,
      size: resource.size,
      count: metered(resource.count.value),
      ...(resource.binds !== undefined && { binds: resource.binds }),
    })),
    lines: own.map((line) => lineReport(line, question)),
  };
}

/** What runs, for people: `3 × t3.medium`, or the size alone where there can only be one. */
function sizeText({ size, count, many }: Sized): string {
  return many ? `${metered(count.value)} × ${size}` : size;
}

function lineReport({ id, line, priced }: BilledLine, { priceBook }: Question): LineReport {
  const { price, meter, unitPrice, cents, confidence, rate, steps } = priced;
  const notes = notesOn(priced, line.closedServiceBecause);
  return {
    id,
    dimension: price.id,
    service: price.service,
    description: line.description,
    quantity: meter.quantity,
    unit: price.unit,
    unitPrice,
    monthly: fromCents(cents),
    listUnitPrice: priced.listUnitPrice,
    source: rate ? `${rate.plan} (${rate.source})` : sourceText(price, priceBook),
    confidence,
    asOf: price.asOf,
    ...(isOld(price, priceBook) && { old: true as const }),
    ...(price.tiers.length > 1 && {
      tiers: steps.map((step) => ({ ...step, quantity: toNumber(step.quantity) })),
    }),
    ...(rate && { commitment: `${rate.plan}, ${rate.term}, ${rate.payment.replace('_', ' ')}` }),
    ...(notes.length > 0 && { notes }),
  };
}

function notesOn(priced: BilledLine['priced'], closedServiceBecause?: string): string[] {
  const { price, onDemand, beyondLadder } = priced;
  return [
    ...(onDemand && price.savings !== undefined
      ? ['on demand: no rate for this term and payment']
      : []),
    ...(onDemand && price.savings === undefined
      ? ['on demand: the book has no committed rate']
      : []),
    ...(beyondLadder ? ['above the last sourced step: an upper bound'] : []),
    ...(price.origin === undefined ? [] : [price.origin]),
    ...(price.discount ? [price.discount.reason] : []),
    ...(price.lifecycle ? [`closed to new customers since ${price.lifecycle.since}`] : []),
    ...(closedServiceBecause === undefined ? [] : [closedServiceBecause]),
  ];
}

/** How much of a bill rests on weak or old prices. */
function trustIn(bill: Bill, { priceBook }: Question): Trust {
  const part = (belongs: (line: BilledLine) => boolean) => {
    const cents = bill.lines.filter(belongs).reduce((sum, { priced }) => sum + priced.cents, 0n);
    const share = bill.cents === 0n ? 0 : Number(cents) / Number(bill.cents);
    return { monthly: fromCents(cents), share };
  };
  return {
    lowConfidence: part(({ priced }) => priced.confidence === 'low'),
    old: part(({ priced }) => isOld(priced.price, priceBook)),
    ...(priceBook.trust && { oldAfterMonths: priceBook.trust.oldAfterMonths }),
  };
}

function unitCosts(model: CostModel, run: ModelRun, monthly: number): UnitCost[] {
  return model.perUnit.flatMap((id) => {
    const quantity = run.demand[id];
    if (!quantity) return [];
    return [
      {
        id,
        unit: quantity.unit,
        quantity: metered(quantity.value),
        cost: monthly / quantity.value,
      },
    ];
  });
}

function ladderEnds(bill: Bill, { source }: Question): Diagnostic[] {
  return bill.lines
    .filter(({ priced }) => priced.beyondLadder)
    .map(({ id, priced }) => {
      const last = priced.price.tiers.at(-1);
      const message = `Line \`${id}\` is above ${last?.upTo} ${priced.price.unit}, where the sourced prices of \`${priced.price.id}\` end.`;
      const hint = 'The last step is used beyond its end; give the missing step in prices.yaml.';
      return finding('cost-ladder-end', message, locateText(source, priced.price.id), { hint });
    });
}
