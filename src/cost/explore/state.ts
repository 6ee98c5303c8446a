import type { Choices, Scenario } from '../define/driver.ts';
import { MAX_USERS } from '../engine/options.ts';
import type { Term } from '../prices/book.ts';
import type { Commitment } from '../prices/pricing.ts';
import { PAYMENT_WORDS, PAYMENTS, type PaymentWord } from './payments.ts';

/** What a reader asks of a model. */
export interface ExplorerState {
  readonly users: number;
  readonly region: string;
  readonly commitment: 'none' | Term;
  readonly payment: PaymentWord;
  /** The share of use that is committed, in whole percent from 1 to 100. */
  readonly coverage: number;
  /** ISO 4217; that of the region's prices unless somebody asks for another. */
  readonly currency: string;
  readonly scenario: Scenario;
  readonly freeTier: boolean;
  /** The option of each choice. */
  readonly choices: Readonly<Record<string, string>>;
}

/** What there is to ask. */
export interface Offer {
  /** The model's id. */
  readonly model: string;
  readonly choices: Choices;
  /** The regions that it can be priced in. */
  readonly regions: readonly string[];
  /** The currencies that it can be shown in, that of its prices first. */
  readonly currencies: readonly string[];
}

/** A state that was read, and what of the address was not followed. */
export interface ReadState {
  readonly state: ExplorerState;
  readonly problems: readonly string[];
}

export const COMMITMENTS = ['none', '1y', '3y'] as const satisfies readonly (string | Term)[];
export const SCENARIOS = ['low', 'likely', 'high'] as const satisfies readonly Scenario[];

/** What the page itself shows: the design as it is, on demand, with likely drivers. */
export function initialState(
  users: number,
  region: string,
  choices: Choices,
  currency = 'USD',
): ExplorerState {
  return {
    users,
    region,
    commitment: 'none',
    payment: 'any',
    coverage: 100,
    currency,
    scenario: 'likely',
    freeTier: false,
    choices: Object.fromEntries(Object.entries(choices).map(([name, { taken }]) => [name, taken])),
  };
}

/** The currencies of some regions' prices, and those that a rate leads to, each once. */
export function currenciesOf({
  books,
  rates,
}: {
  readonly books: readonly { readonly currency: string }[];
  readonly rates: readonly { readonly to: string }[];
}): string[] {
  return [...new Set([...books.map(({ currency }) => currency), ...rates.map(({ to }) => to)])];
}

/** What is committed, as prices are asked for it; nothing on demand. */
export function commitmentOf({
  commitment: term,
  payment,
  coverage,
}: Pick<ExplorerState, 'commitment' | 'payment' | 'coverage'>): Commitment | undefined {
  if (term === 'none') return undefined;
  return {
    term,
    ...(payment !== 'any' && { payment: PAYMENTS[payment] }),
    ...(coverage < 100 && { coverage: coverage / 100 }),
  };
}

/**
 * A state as the part of an address behind `#`. Users and region always stand there, so that a view
 * that was sent keeps its meaning; what is as the command line has it is left out.
 * `users=750000&region=us-east-1&commitment=1y&payment=all-upfront&coverage=70&scenario=high&free-tier=yes&choose=endpoints`.
 */
export function addressOf(state: ExplorerState, offer: Offer): string {
  const { users, region, commitment, payment, coverage, currency, scenario, freeTier } = state;
  const chosen = chosenOptions(state, offer);
  return [
    `users=${users}`,
    `region=${encodeURIComponent(region)}`,
    ...(commitment === 'none' ? [] : [`commitment=${commitment}`]),
    ...(commitment === 'none' || payment === 'any' ? [] : [`payment=${payment}`]),
    ...(commitment === 'none' || coverage === 100 ? [] : [`coverage=${coverage}`]),
    ...(currency === offer.currencies[0] ? [] : [`currency=${currency}`]),
    ...(scenario === 'likely' ? [] : [`scenario=${scenario}`]),
    ...(freeTier ? ['free-tier=yes'] : []),
    ...(chosen.length > 0 ? [`choose=${chosen.map(encodeURIComponent).join(',')}`] : []),
  ].join('&');
}

/** The state of an address; none where it names no users, as an address of a part of a page does. */
export function readAddress(
  hash: string,
  offer: Offer,
  initial: ExplorerState,
): ReadState | undefined {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  if (!asked.has('users')) return undefined;
  const problems: string[] = [];
  const oneOf = <T extends string>(name: string, known: readonly T[], fallback: T): T => {
    const value = asked.get(name);
    const found = known.find((item) => item === value);
    if (value === null || found !== undefined) return found ?? fallback;
    problems.push(`The address asks for ${name} ${value}, which is not offered here.`);
    return fallback;
  };
  const written = asked.get('users') ?? '';
  const users = /^[1-9]\d{0,10}$/.test(written) ? Number(written) : Number.NaN;
  const isCount = users <= MAX_USERS;
  const covered = Array.from({ length: 100 }, (_, index) => String(100 - index));
  if (!isCount) problems.push(`The address asks for ${written || 'no'} users.`);
  const state = {
    users: isCount ? users : initial.users,
    region: oneOf('region', offer.regions, initial.region),
    commitment: oneOf('commitment', COMMITMENTS, 'none'),
    payment: oneOf('payment', PAYMENT_WORDS, 'any'),
    coverage: Number(oneOf('coverage', covered, '100')),
    currency: oneOf('currency', offer.currencies, initial.currency),
    scenario: oneOf('scenario', SCENARIOS, 'likely'),
    freeTier: oneOf('free-tier', ['yes', 'no'], 'no') === 'yes',
  };
  const choices = { ...initial.choices };
  for (const option of asked.get('choose')?.split(',') ?? []) {
    const found = Object.entries(offer.choices).find(([, { options }]) =>
      Object.hasOwn(options, option),
    );
    if (found) choices[found[0]] = option;
    else problems.push(`The address asks for the option ${option}, which the model does not have.`);
  }
  return { state: { ...state, choices }, problems };
}

/** The command that answers the same. */
export function commandOf(state: ExplorerState, offer: Offer): string {
  const { users, region, commitment, payment, coverage, currency, scenario, freeTier } = state;
  const chosen = chosenOptions(state, offer);
  const paid = payment === 'any' ? '' : `:${payment}`;
  const covered = coverage === 100 ? '' : `:${coverage}%`;
  return [
    `npm run cost -- --model ${offer.model} --users ${users} --region ${region}`,
    ...(commitment === 'none' ? [] : [`--commitment ${commitment}${paid}${covered}`]),
    ...(currency === offer.currencies[0] ? [] : [`--currency ${currency}`]),
    ...(scenario === 'likely' ? [] : [`--scenario ${scenario}`]),
    ...(freeTier ? ['--free-tier'] : []),
    ...(chosen.length > 0 ? [`--choose ${chosen.join(',')}`] : []),
  ].join(' ');
}

/** The options that differ from those that the design took, in the order of the model. */
function chosenOptions({ choices }: ExplorerState, offer: Offer): string[] {
  return Object.entries(offer.choices).flatMap(([name, { taken }]) => {
    const option = choices[name];
    return option === undefined || option === taken ? [] : [option];
  });
}
