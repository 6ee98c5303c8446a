import type { Choices, Scenario } from '../define/driver.ts';
import { MAX_USERS } from '../engine/options.ts';
import type { Term } from '../prices/book.ts';

/** What a reader asks of a model. */
export interface ExplorerState {
  readonly users: number;
  readonly region: string;
  readonly commitment: 'none' | Term;
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
}

/** A state that was read, and what of the address was not followed. */
export interface ReadState {
  readonly state: ExplorerState;
  readonly problems: readonly string[];
}

export const COMMITMENTS = ['none', '1y', '3y'] as const satisfies readonly (string | Term)[];
export const SCENARIOS = ['low', 'likely', 'high'] as const satisfies readonly Scenario[];

/** What the page itself shows: the design as it is, on demand, with likely drivers. */
export function initialState(users: number, region: string, choices: Choices): ExplorerState {
  return {
    users,
    region,
    commitment: 'none',
    scenario: 'likely',
    freeTier: false,
    choices: Object.fromEntries(Object.entries(choices).map(([name, { taken }]) => [name, taken])),
  };
}

/**
 * A state as the part of an address behind `#`. Users and region always stand there, so that a view
 * that was sent keeps its meaning; what is as the command line has it is left out.
 * `users=750000&region=us-east-1&commitment=1y&scenario=high&free-tier=yes&choose=endpoints`.
 */
export function addressOf(state: ExplorerState, offer: Offer): string {
  const { users, region, commitment, scenario, freeTier } = state;
  const chosen = chosenOptions(state, offer);
  return [
    `users=${users}`,
    `region=${encodeURIComponent(region)}`,
    ...(commitment === 'none' ? [] : [`commitment=${commitment}`]),
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
  if (!isCount) problems.push(`The address asks for ${written || 'no'} users.`);
  const state = {
    users: isCount ? users : initial.users,
    region: oneOf('region', offer.regions, initial.region),
    commitment: oneOf('commitment', COMMITMENTS, 'none'),
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
  const { users, region, commitment, scenario, freeTier } = state;
  const chosen = chosenOptions(state, offer);
  return [
    `npm run cost -- --model ${offer.model} --users ${users} --region ${region}`,
    ...(commitment === 'none' ? [] : [`--commitment ${commitment}`]),
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
