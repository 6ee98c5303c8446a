import type { Choices } from '../define/driver.ts';
import { rankBreaks } from '../engine/breaks.ts';
import { breaksBefore, type Capacity, raisedBefore } from '../engine/capacity.ts';
import type { LineReport, ModelReport } from '../engine/report.ts';
import {
  formatCents,
  formatCount,
  formatMoney,
  formatPerUser,
  formatQuantity,
  formatShare,
  formatUnitPrice,
  formatUsers,
  formatWithUnit,
} from '../report/figures.ts';
import type { ExplorerState } from './state.ts';

/** A figure with its name above and what it means below. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly sense: string;
  /** Dollars are amber. */
  readonly money: boolean;
}

/** A total that the page shows. */
export interface ShownTotal {
  readonly users: number;
  readonly monthly: number;
}

/** The four figures of a state: what it costs, what a user does, the change, and what breaks first. */
export function figuresOf(
  { monthly, perUser, capacity }: ModelReport,
  users: number,
  currency: string,
  shown: readonly ShownTotal[],
): Figure[] {
  const [other, main] = [shown[0], shown.at(-1)];
  const against = ({ users: size, monthly: before }: ShownTotal) =>
    `${signed(monthly - before, currency)} against ${formatCount(size)}`;
  return [
    {
      label: usersText(users),
      value: formatMoney(monthly, currency),
      sense: 'a month',
      money: true,
    },
    { label: 'A user', value: formatPerUser(perUser, currency), sense: 'a month', money: true },
    ...(main && other
      ? [
          {
            label: `Against ${usersText(main.users)}`,
            value: signed(monthly - main.monthly, currency),
            sense: [
              changeText(monthly, main.monthly),
              ...(other === main ? [] : [against(other)]),
            ].join('; '),
            money: true,
          },
        ]
      : []),
    breakFigure(capacity, users),
  ];
}

/** `At 750,000 users in us-east-1, on demand, with likely drivers.` */
export function circumstances(state: ExplorerState, choices: Choices): string {
  const { users, region, commitment, scenario, freeTier } = state;
  const chosen = Object.entries(choices).flatMap(([name, { options, taken }]) => {
    const option = state.choices[name];
    return option === undefined || option === taken ? [] : [options[option] ?? option];
  });
  return [
    `At ${usersText(users)} in ${region}`,
    commitment === 'none' ? 'on demand' : committed(state),
    scenario === 'likely' ? 'with likely drivers' : `with all drivers ${scenario} at once`,
    ...(freeTier ? ['less the free tier'] : []),
    ...chosen,
  ]
    .join(', ')
    .concat('.');
}

/** `committed for one year, paid all upfront, 70 % covered` */
function committed({ commitment, payment, coverage }: ExplorerState): string {
  return [
    `committed for ${commitment === '1y' ? 'one year' : 'three years'}`,
    ...(payment === 'any' ? [] : [`paid ${payment.replace('-', ' ')}`]),
    ...(coverage === 100 ? [] : [`${coverage}\u00A0% of use covered`]),
  ].join(', ');
}

/** How much of a bill a commitment reaches; nothing to say on demand. */
export function committedText({ components, monthly }: ModelReport, currency: string): string {
  const lines = components.flatMap((component) => component.lines);
  const sum = lines.reduce((all, line) => all + (line.commitment ? line.monthly : 0), 0);
  return `Lines with such a rate come to ${formatMoney(sum, currency)}, ${formatShare(monthly > 0 ? sum / monthly : 0)} of it; for the rest the price book has none, and they stay on demand.`;
}

/** A capacity as a row: how much of it is used, up to how many users, and what to do then. */
export interface LimitRow {
  readonly resource: string;
  /** `280 of 480 events/s` */
  readonly used: string;
  /** From 0 to 1; 1 where it is used up. */
  readonly ratio: number;
  /** `857K` */
  readonly until: string;
  readonly holds: boolean;
  readonly fix: string;
}

/** How many capacities a reader is shown. */
const SHOWN_LIMITS = 6;

/** The capacities that break first, at a number of users, the first at the top. */
export function limitRows(capacity: readonly Capacity[], users: number): LimitRow[] {
  return rankBreaks(capacity, users)
    .slice(0, SHOWN_LIMITS)
    .map((one) => ({
      resource: one.resource,
      used: usedText(one),
      ratio: Math.min(1, one.used / one.limit),
      until: one.saturatesAtUsers === null ? 'No end' : formatUsers(one.saturatesAtUsers),
      holds: one.holds[0] ?? true,
      fix: one.fix,
    }));
}

/** `280 of 480 events/s`, `160 of 500 GB, a setting` */
export function usedText({ used, limit, unit, configured }: Capacity): string {
  const setting = configured ? ', a setting' : '';
  return `${formatQuantity(used)} of ${formatWithUnit(limit, unit)}${setting}`;
}

/** A part of a bill as a row: its share is that of the total, its ratio that of the dearest part. */
export interface PartRow {
  readonly id: string;
  readonly title: string;
  readonly size: string;
  readonly monthly: string;
  readonly share: string;
  readonly ratio: number;
  readonly lines: readonly LineReport[];
}

/** The parts of a bill that are billed for anything, in the order of the model. */
export function partRows({ components, monthly: total }: ModelReport, currency: string): PartRow[] {
  const dearest = Math.max(...components.map(({ monthly }) => monthly), 0);
  const billed = components.filter(({ lines }) => lines.length > 0);
  return billed.map(({ id, title, size = '', monthly, lines }) => ({
    id,
    title,
    size,
    monthly: formatCents(monthly, currency),
    share: total > 0 ? formatShare(monthly / total) : '',
    ratio: dearest > 0 ? monthly / dearest : 0,
    lines,
  }));
}

/** What is to be known of a line beside its price: its commitment, and what the price rests on. */
export function lineRemark({ commitment, notes = [] }: LineReport): string {
  return [...(commitment ? [commitment] : []), ...notes].join('; ');
}

/** What a line is made of: `1,460 instance-hours × $0.1360`. */
export function lineMade({ quantity, unit, unitPrice }: LineReport, currency: string): string {
  return `${formatWithUnit(quantity, unit)} × ${formatUnitPrice(unitPrice, currency)}`;
}

function breakFigure(capacity: readonly Capacity[], users: number): Figure {
  const ranked = rankBreaks(capacity, users);
  const passed = ranked.find(({ growth }) => growth !== null && growth < 1);
  const first = passed ?? breaksBefore(ranked);
  if (!first?.saturatesAtUsers) {
    return { label: 'Breaks first', value: 'Nothing', sense: 'at 10 billion users', money: false };
  }
  const setting = raisedBefore(ranked);
  const raised = setting ? ` ${raisedText(setting)}.` : '';
  return {
    label: passed ? 'Over capacity' : 'Breaks first',
    value: `${formatUsers(first.saturatesAtUsers)} users`,
    sense: passed
      ? `${first.resource}: the total is a lower bound. ${first.fix}`
      : `${first.resource}. ${first.fix}${raised}`,
    money: false,
  };
}

/** `First setting to raise: Lambda concurrency, at 750K users` */
export function raisedText({
  resource,
  saturatesAtUsers,
}: Pick<Capacity, 'resource' | 'saturatesAtUsers'>): string {
  return `First setting to raise: ${resource}, at ${formatUsers(saturatesAtUsers ?? 0)} users`;
}

function usersText(users: number): string {
  return `${formatCount(users)} ${users === 1 ? 'user' : 'users'}`;
}

function signed(amount: number, currency: string): string {
  return amount > 0 ? `+${formatMoney(amount, currency)}` : formatMoney(amount, currency);
}

function changeText(now: number, before: number): string {
  if (now === before) return 'the same';
  if (before === 0) return 'from nothing';
  const share = formatShare(Math.abs(now / before - 1));
  return now > before ? `+${share}` : `−${share}`;
}
