import type { Driver } from '../define/driver.ts';
import type { CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import { commitmentFor, committedRate } from '../prices/pricing.ts';
import { cheapestSibling } from '../prices/siblings.ts';
import { formatCount } from '../report/figures.ts';
import { unitInWords } from '../units/plural.ts';
import { conversion } from '../units/scale.ts';
import { type Bill, billOf } from './bill.ts';
import { inputOf, type Question } from './options.ts';
import { billAt, centsAt } from './totals.ts';

/** Something that would lower the total, everything else held. */
export interface Lever {
  readonly kind: 'choice' | 'commitment' | 'sibling' | 'driver';
  /** The option, the service, the dimension or the driver. */
  readonly id: string;
  readonly title: string;
  /** Saved a month, and its share of the total. */
  readonly saves: number;
  readonly share: number;
  /** What it takes, and what it rests on. */
  readonly takes: string;
}

/** What is worth recommending, unless said otherwise. */
export const LEAST_SHARE = 0.02;

/** What a lever comes to before anybody looks whether it is worth naming. */
type Found = Omit<Lever, 'saves' | 'share'> & { readonly cents: bigint };

/**
 * The largest levers of a total: each saves at least a share of it by itself. They do not add up,
 * because two may save the same dollar.
 */
export function levers(model: CostModel, question: Question, least = LEAST_SHARE): Lever[] {
  const bill = billAt(model, question, question.users);
  if (bill.cents <= 0n) return [];
  const total = Number(bill.cents);
  return [
    ...byChoice(model, question, bill),
    ...byCommitment(model, question, bill),
    ...bySibling(model, question, bill),
    ...byDriver(model, question, bill),
  ]
    .map(({ cents, ...lever }) => ({
      ...lever,
      saves: fromCents(cents),
      share: Number(cents) / total,
    }))
    .filter(({ share }) => share >= least && share > 0)
    .toSorted((a, b) => b.saves - a.saves);
}

/** The other options of the model's choices. */
function byChoice(model: CostModel, question: Question, { cents }: Bill): Found[] {
  const taken = inputOf(model, question, question.users).choices;
  return Object.entries(model.choices).flatMap(([choice, { label, options }]) =>
    Object.entries(options)
      .filter(([option]) => option !== taken[choice])
      .map(([id, name]): Found => {
        const choices = { ...question.choices, [choice]: id };
        const other = centsAt(model, { ...question, choices }, question.users);
        const before = options[taken[choice] ?? ''] ?? '';
        const takes = `Deciding otherwise: “${name}” instead of “${before}”.`;
        return { kind: 'choice', id, title: `${label}: ${name}`, cents: cents - other, takes };
      }),
  );
}

/** Committing to what a service runs all month, at its one-year rate or, lacking that, its longest. */
function byCommitment(model: CostModel, question: Question, bill: Bill): Found[] {
  const open = bill.lines
    .map(({ priced }) => priced.price)
    .filter((price) => price.savings && !commitmentFor(price, question));
  const services = new Set(open.map(({ service }) => service));
  return [...services].flatMap((service): Found[] => {
    const saved = (term: '1y' | '3y') => {
      const own = { term, services: [service] };
      const commitments = [...(question.commitments ?? []), own];
      return bill.cents - centsAt(model, { ...question, commitments }, question.users);
    };
    const own = open.filter((price) => price.service === service);
    const [short, long] = [saved('1y'), saved('3y')];
    const term = short > 0n ? '1y' : '3y';
    const rates = own.flatMap((price) => {
      const rate = committedRate(price, { term });
      return rate ? [{ rate, list: price.tiers[0]?.unitPrice ?? 0 }] : [];
    });
    const [first] = rates;
    if (!first) return [];
    // Below this share of the month in use, on demand is cheaper.
    const use = Math.max(...rates.map(({ rate, list }) => rate.unitPrice / list));
    const times = (Number(long) / Number(short)).toFixed(1);
    const more = long > short && short > 0n ? ` Three years save ${times} times as much.` : '';
    const takes = `${first.rate.plan}, ${first.rate.payment.replace('_', ' ')}, paid whether used or not: it pays from ${Math.ceil(use * 100)} % of the month in use.${more}`;
    const title = `Commit ${service} for ${term === '1y' ? 'one year' : 'three years'}`;
    return [{ kind: 'commitment', id: service, title, cents: term === '1y' ? short : long, takes }];
  });
}

/** The same amount of the same thing from a cheaper dimension, for all of a service at once. */
function bySibling(model: CostModel, question: Question, bill: Bill): Found[] {
  const { priceBook, users } = question;
  const siblings = [
    ...new Map(bill.lines.map(({ priced: { price } }) => [price.id, price])).values(),
  ].flatMap((price) => {
    const sibling = cheapestSibling(price, priceBook);
    return sibling ? [{ price, sibling }] : [];
  });
  const run = model.run(inputOf(model, question, users));
  return [...Map.groupBy(siblings, ({ price }) => price.service)].map(([service, moved]): Found => {
    const to = new Map(moved.map(({ price, sibling }) => [price.id, sibling.price.id]));
    const components = Object.fromEntries(
      Object.entries(run.components).map(([name, component]) => {
        const lines = Object.entries(component.lines).map(([id, line]) => [
          id,
          { ...line, dimension: to.get(line.dimension) ?? line.dimension },
        ]);
        return [name, { ...component, lines: Object.fromEntries(lines) }];
      }),
    );
    const other = billOf({ ...run, components }, priceBook, question).cents;
    const names = moved.map(({ price, sibling }) => `${sibling.price.id} instead of ${price.id}`);
    const takes = [...new Set(moved.map(({ sibling }) => sibling.takes))].join(' ');
    const ids = [...to.values()].join(', ');
    return {
      ...{ kind: 'sibling', id: ids, title: `${service}: ${names.join(', ')}` },
      ...{ cents: bill.cents - other, takes },
    };
  });
}

/** What the design could make cheaper to serve: sizes, times, misses, work for a request. */
function byDriver(model: CostModel, question: Question, { cents }: Bill): Found[] {
  const now = inputOf(model, question, question.users).drivers;
  return Object.entries(model.drivers)
    .filter(([id, driver]) => isOurs(driver) && driver.low < (now[id] ?? 0))
    .map(([id, { label, unit, low, why }]): Found => {
      const drivers = { ...question.drivers, [id]: low };
      const other = centsAt(model, { ...question, drivers }, question.users);
      const range = `${formatCount(now[id] ?? 0)} to ${formatCount(low)}`;
      const takes = `${range} ${unitInWords(low, unit)}`.trimEnd();
      const text = `From ${takes}, the low end of its range. What the likely value rests on: ${why}`;
      return { kind: 'driver', id, title: label, cents: cents - other, takes: text };
    });
}

/**
 * Whether a driver is for the design to improve: how large, how long or what share, or how much of
 * something technical is behind a request. What users do, and what was required, is not.
 */
function isOurs({ unit, basis }: Driver): boolean {
  if (basis === 'given') return false;
  const [num = '', den = ''] = unit.split('/');
  const isSize = [num, num.replace(/^.*-/, '')].some(
    (part) => (conversion(part, 'B') ?? conversion(part, 's')) !== undefined,
  );
  return isSize || /^(request|query|event|message|screen|page|call)$/.test(den);
}
