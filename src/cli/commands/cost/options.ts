import type { Scenario } from '#cost/define/driver.ts';
import { LEAST_SHARE } from '#cost/engine/levers.ts';
import { MAX_USERS } from '#cost/engine/options.ts';
import { readUsers as meantUsers } from '#cost/explore/users.ts';
import type { Meter } from '#cost/prices/pricing.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { UsageError } from '../../program.ts';
import { type Budget, readBudget } from './budget.ts';
import { type Commitments, readCommitments } from './commitment-option.ts';

const SCENARIOS = ['low', 'likely', 'high'] as const satisfies readonly Scenario[];
const FORMATS = ['table', 'json', 'csv', 'markdown', 'focus'] as const;

type Format = (typeof FORMATS)[number];

/** The options as commander gives them. */
export interface RawOptions {
  readonly users?: string;
  readonly model?: string;
  readonly region: string;
  readonly commitment: string;
  readonly currency?: string;
  readonly freeTier?: boolean;
  readonly scenario: string;
  readonly choose?: string;
  readonly compare?: boolean;
  readonly budget?: string;
  readonly format: string;
  readonly json?: boolean;
  readonly explain?: string;
  readonly curve?: boolean;
  readonly breaks?: boolean;
  readonly breakEven?: string;
  readonly sensitivity?: boolean;
  readonly quantiles?: boolean;
  readonly levers?: true | string;
  readonly seed?: string;
  readonly meter?: readonly string[];
  readonly listMeters?: true | readonly string[];
  readonly audit?: boolean;
  readonly diff?: string;
  readonly root?: string;
}

/** What is asked, checked as far as it can be without models and prices. */
export interface Request {
  /** One or more numbers of users; none when meters are priced. */
  readonly users: readonly number[];
  readonly meters: readonly Meter[];
  /** Words that dimensions are looked for by, none for all of them. */
  readonly listMeters: readonly string[] | undefined;
  /** The claims of studies are asked for. */
  readonly audit: boolean;
  readonly model: string | undefined;
  readonly region: string;
  readonly commitments: Commitments;
  /** Another currency than that of the price book. */
  readonly currency: string | undefined;
  readonly freeTier: boolean;
  readonly scenario: Scenario;
  /** Options that are taken where the design takes others. */
  readonly choose: readonly string[];
  readonly compare: boolean;
  readonly budget: Budget | undefined;
  /** A model, region, price book or git revision that is compared with. */
  readonly diff: string | undefined;
  readonly format: Format;
  readonly explain: string | undefined;
  readonly curve: boolean;
  readonly breaks: boolean;
  readonly breakEven: readonly [string, string] | undefined;
  readonly sensitivity: boolean;
  readonly quantiles: boolean;
  readonly seed: number | undefined;
  /** The least share of a total that a lever has to save; none where levers are not asked for. */
  readonly levers: number | undefined;
}

/** Checks the options; what is wrong with them is a usage error in one line. */
export function readOptions(raw: RawOptions): Request {
  const meters = raw.meter?.map(readMeter) ?? [];
  if (meters.length > 0 && raw.users !== undefined) {
    throw new UsageError('--meter prices quantities without a model: leave out --users.');
  }
  if (raw.listMeters !== undefined && (meters.length > 0 || raw.users !== undefined)) {
    throw new UsageError('--list-meters shows what can be metered: leave out --users and --meter.');
  }
  const format = raw.json ? 'json' : oneOf('--format', raw.format, FORMATS);
  if (meters.length > 0) checkMeters(raw, format);
  if (raw.diff !== undefined) checkDiff(raw, format);
  if (raw.audit) checkAudit(raw, format);
  else if (meters.length === 0 && raw.listMeters === undefined && !raw.users) {
    throw new UsageError('Say how many users: --users 500000, or several: --users 100000,500000.');
  }
  if (raw.seed !== undefined && !raw.quantiles) {
    throw new UsageError('--seed is of the draws behind --quantiles: give both, or neither.');
  }
  const more = MORE.find((name) => raw[name] !== undefined);
  if (more !== undefined && (format === 'csv' || format === 'focus')) {
    throw new UsageError(
      `--format ${format} has the lines of the bill alone: leave out ${optionOf(more)}, or take --json.`,
    );
  }
  return {
    users: raw.users === undefined ? [] : readCounts(raw.users),
    meters,
    listMeters: raw.listMeters === true ? [] : raw.listMeters,
    audit: raw.audit ?? false,
    model: raw.model,
    region: raw.region,
    commitments: readCommitments(raw.commitment),
    currency: raw.currency === undefined ? undefined : readCurrency(raw.currency),
    freeTier: raw.freeTier ?? false,
    scenario: oneOf('--scenario', raw.scenario, SCENARIOS),
    choose: raw.choose === undefined ? [] : readNames(raw.choose),
    compare: raw.compare ?? false,
    budget: raw.budget === undefined ? undefined : readBudget(raw.budget, raw.diff !== undefined),
    diff: raw.diff,
    format,
    explain: raw.explain,
    curve: raw.curve ?? false,
    breaks: raw.breaks ?? false,
    breakEven: raw.breakEven === undefined ? undefined : readPair(raw.breakEven),
    sensitivity: raw.sensitivity ?? false,
    quantiles: raw.quantiles ?? false,
    seed: raw.seed === undefined ? undefined : readSeed(raw.seed),
    levers: raw.levers === undefined ? undefined : readShare(raw.levers),
  };
}

/** An audit stands alone, and is a table, a document or Markdown. */
function checkAudit({ users, meter, listMeters, model }: RawOptions, format: Format): void {
  if ((users ?? model ?? meter ?? listMeters) !== undefined) {
    throw new UsageError(
      '--audit asks for the claims of all studies: leave out --users, --model, --meter and --list-meters.',
    );
  }
  if (format === 'csv' || format === 'focus') {
    throw new UsageError(`--audit is printed as table, json or markdown, and not as ${format}.`);
  }
}

/** What is asked beside the bill. */
const MORE = [
  'explain',
  'curve',
  'breaks',
  'breakEven',
  'sensitivity',
  'quantiles',
  'levers',
] as const satisfies readonly (keyof RawOptions)[];

/** What `--diff` does not answer. */
const NOT_WITH_DIFF = ['meter', 'listMeters', 'audit', 'compare', ...MORE] as const;

/** What is asked of models, and not of prices. */
const NOT_WITH_METER = ['model', 'choose', 'compare', 'diff', 'budget', ...MORE] as const;

/** Meters are a table or a document. */
function checkMeters(raw: RawOptions, format: Format): void {
  const other = NOT_WITH_METER.find((name) => raw[name] !== undefined);
  if (other !== undefined) {
    throw new UsageError(
      `--meter prices quantities without a model: leave out ${optionOf(other)}.`,
    );
  }
  if (format !== 'table' && format !== 'json') {
    throw new UsageError(`--meter is printed as table or json, and not as ${format}.`);
  }
}

/** An option as it is written: `--break-even`. */
function optionOf(name: keyof RawOptions): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A comparison stands alone, and is a table, a document or Markdown. */
function checkDiff(raw: RawOptions, format: Format): void {
  if (raw.diff === '')
    throw new UsageError('--diff takes a model, region, price book or revision.');
  const other = NOT_WITH_DIFF.find((name) => raw[name] !== undefined);
  if (other !== undefined) {
    throw new UsageError(`--diff answers by itself: leave out ${optionOf(other)}.`);
  }
  if (format === 'csv' || format === 'focus') {
    throw new UsageError(`--diff is printed as table, json or markdown, and not as ${format}.`);
  }
}

/** Whether anything beside the bill is asked for. */
export function asksMore(request: Request): boolean {
  const { breaks, curve, breakEven, sensitivity, quantiles, explain, levers } = request;
  const asked = breakEven ?? explain ?? levers;
  return breaks || curve || sensitivity || quantiles || asked !== undefined;
}

function readCounts(text: string): number[] {
  const parts = text.split(',');
  // 500,000 would be two counts, of which 000 is none.
  if (/^\d{1,3}(?:,\d{3})+$/.test(text) && parts.some((part) => part.startsWith('0'))) {
    throw new UsageError(`--users takes digits without separators: write ${parts.join('')}.`);
  }
  const counts = parts.map(readUsers);
  const twice = parts.find((part, index) => parts.indexOf(part) < index);
  if (twice !== undefined) throw new UsageError(`--users names ${twice} twice.`);
  return counts;
}

function readUsers(text: string): number {
  const users = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
  if (users >= 1 && users <= MAX_USERS) return users;
  const meant = meantUsers(/^\d+(\.\d+)?e\d$/i.test(text) ? String(Number(text)) : text);
  const such = meant === undefined ? ', such as 500000,' : ',';
  const hint = meant === undefined ? '' : ` Write ${meant}.`;
  throw new UsageError(
    `--users takes whole numbers from 1 to 10000000000 in digits${such} and not \`${text}\`.${hint}`,
  );
}

function readMeter(text: string): Meter {
  const [dimension = '', quantity = '', ...more] = text.split('=');
  const isNumber = /^\d+(\.\d+)?(e\+?\d{1,2})?$/i.test(quantity);
  if (dimension !== '' && isNumber && more.length === 0) {
    return { dimension, quantity: Number(quantity) };
  }
  throw new UsageError(
    `--meter takes DIMENSION=QUANTITY, such as s3.standard=500, and not \`${text}\`.`,
  );
}

function readCurrency(text: string): string {
  if (/^[A-Z]{3}$/i.test(text)) return text.toUpperCase();
  throw new UsageError(`--currency takes a code such as EUR, and not \`${text}\`.`);
}

function readShare(text: true | string): number {
  if (text === true) return LEAST_SHARE;
  const share = /^(\d{1,2}(?:\.\d{1,2})?)%?$/.exec(text)?.[1];
  if (share !== undefined) return Number(share) / 100;
  throw new UsageError(`--levers takes a share of the total, such as 5%, and not \`${text}\`.`);
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--seed takes a whole number of up to nine digits, and not \`${text}\`.`);
}

function readPair(text: string): [string, string] {
  const [a = '', b = '', ...more] = text.split(',');
  if (a !== '' && b !== '' && a !== b && more.length === 0) return [a, b];
  throw new UsageError(
    `--break-even takes two options of a model, such as nat,endpoints, and not \`${text}\`.`,
  );
}

function readNames(text: string): string[] {
  const names = text.split(',');
  if (names.every((name) => name !== '') && new Set(names).size === names.length) return names;
  throw new UsageError(
    `--choose takes options of a model, such as endpoints, and not \`${text}\`.`,
  );
}

function oneOf<const T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((item) => item === value);
  if (found !== undefined) return found;
  const hint = didYouMean(value, known) ?? `It takes ${known.join(', ')}.`;
  throw new UsageError(`${option} does not know \`${value}\`. ${hint}`);
}
