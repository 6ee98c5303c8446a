import { rankBreaks } from '#cost/engine/breaks.ts';
import { breaksBefore, raisedBefore } from '#cost/engine/capacity.ts';
import { words } from '#cost/explain/names.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import type { CostDocument, ModelAnswer } from './answer.ts';
import { change, count, money, type Paint, percent, plural, small, wrap } from './text.ts';

/** What to know about a model's total, in sentences that fit the table's width. */
export function summary(model: ModelAnswer, document: CostDocument, paint: Paint): string {
  const sentences = [
    unitCosts(model, document.currency),
    splitText(model, document.currency),
    nextUsers(model, document.currency),
    firstBreak(model, document.users),
    trustText(model, document),
    exchangeText(document.exchange),
  ];
  const dearest = model.components
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => b.monthly - a.monthly)[0];
  const how = dearest
    ? [paint.dim(`--explain ${dearest.id} shows how the largest line comes about.`)]
    : [];
  return [...sentences.filter(Boolean).map((text) => wrap(text)), ...how].join('\n');
}

function unitCosts({ perUser, perUnit }: ModelAnswer, currency: string): string {
  const others = perUnit.map(({ id, unit, cost }) =>
    cost < 0.001
      ? `1,000 ${words(id)} ${small(cost * 1000, currency)}`
      : `an ${unit} ${small(cost, currency)}`,
  );
  return `A user costs ${[small(perUser, currency), ...others].join(', ')}.`.replace(
    /\ban (?![aeiou])/g,
    'a ',
  );
}

function splitText({ split, monthly }: ModelAnswer, currency: string): string {
  const parts = [
    { name: 'is fixed', value: split.fixed },
    { name: 'came in steps', value: split.stepped },
    { name: 'follows use', value: split.variable },
  ].filter(({ value }) => value > 0);
  if (parts.length === 1) return `All of it ${parts[0]?.name}.`;
  const texts = parts.map(
    ({ name, value }) => `${money(value, currency)} ${name} (${percent(value / monthly)})`,
  );
  return texts.length === 0 ? '' : `${texts.join(', ')}.`;
}

function nextUsers({ next }: ModelAnswer, currency: string): string {
  const [step] = next.steps;
  const why = step
    ? `, of it ${change(step.monthly, currency)} for ${step.label} to ${step.to}`
    : '';
  return `The next ${plural(next.users, 'user')} add ${money(next.monthly, currency)}${why}.`;
}

function firstBreak({ capacity }: ModelAnswer, users: number): string {
  const ranked = rankBreaks(capacity, users);
  // A setting is not what breaks, unless it has been passed.
  const first = ranked.find(({ growth }) => growth !== null && growth < 1) ?? breaksBefore(ranked);
  if (!first || first.saturatesAtUsers === null || first.growth === null) return '';
  const at = `${count(first.saturatesAtUsers)} users`;
  if (first.growth < 1) {
    return `Over capacity: ${first.resource} is used up at ${at}, so this is a lower bound. ${first.fix}`;
  }
  const setting = raisedBefore(ranked);
  const raised = setting
    ? ` First setting to raise: ${setting.resource}, at ${count(setting.saturatesAtUsers ?? 0)} users.`
    : '';
  return `Breaks first: ${first.resource}, at ${at}, ${first.growth.toFixed(1)} times as many. ${first.fix}${raised}`;
}

/** The price book, and how much of a total rests on weak or old prices. */
export function trustText({ trust, monthly }: ModelAnswer, { priceBook }: CostDocument): string {
  if (monthly === 0) return '';
  const age = trust.oldAfterMonths === undefined ? 'a year' : `${trust.oldAfterMonths} months`;
  const weak = [
    { share: trust.lowConfidence.share, what: 'of low confidence' },
    { share: trust.old.share, what: `more than ${age} old` },
  ].filter(({ share }) => share > 0);
  const rests = weak.map(({ share, what }, place) =>
    place === 0
      ? `${percent(share)} of the total rests on prices ${what}`
      : `${percent(share)} on prices ${what}`,
  );
  const none = `No price is of low confidence or more than ${age} old`;
  return `Prices: ${priceBook}. ${rests.join(', ') || none}.`;
}

/** At which rate amounts were converted. */
export function exchangeText(exchange: ExchangeRate | undefined): string {
  if (!exchange) return '';
  const { from, to, rate, date, source } = exchange;
  return `Amounts in ${to}: 1 ${from} is ${rate} ${to}, ${date}, ${source}.`;
}
