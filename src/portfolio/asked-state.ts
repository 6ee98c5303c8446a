import { type ExplorerState, initialState, type Offer, readAddress } from '#cost/explore/state.ts';
import type { ModelCost } from './costs.ts';

/** What a text asks of a model, and what of it cannot be followed. */
export interface ReadAsked {
  readonly state: ExplorerState;
  readonly problems: readonly string[];
}

/**
 * A state as the address of the explorer has it, of which only what differs from the design at the
 * larger size is written: `users=100000`, `region=eu-west-1&commitment=1y`.
 */
export function readAsked(cost: ModelCost, asked = ''): ReadAsked {
  const { choices } = cost.parameters;
  // Which other regions a model can be priced in takes as long to find out as all else about it.
  const isElsewhere = ![null, cost.region].includes(new URLSearchParams(asked).get('region'));
  const books = (isElsewhere && cost.answers.explorer()?.books) || [];
  const offer: Offer = {
    model: cost.id,
    choices,
    regions: [...new Set([cost.region, ...books.map(({ region }) => region)])],
    currencies: [cost.currency],
  };
  const initial = initialState(cost.users[1], cost.region, choices, cost.currency);
  const known = ['users', 'region', 'commitment', 'payment', 'coverage', 'scenario', 'free-tier'];
  const unknown = [...new URLSearchParams(asked).keys()].filter(
    (name) => ![...known, 'choose'].includes(name),
  );
  const whole = new URLSearchParams(asked).has('users') ? asked : `users=${initial.users}&${asked}`;
  const { state, problems } = readAddress(whole, offer, initial) ?? {
    state: initial,
    problems: [],
  };
  return {
    state,
    problems: [...problems, ...unknown.map((name) => `It asks for ${name}, which nobody knows.`)],
  };
}
