import { currenciesOf, type ExplorerState, initialState } from '#cost/explore/state.ts';
import { LAST_STEP, stepOf } from '#cost/explore/users.ts';
import {
  circumstances,
  type Figure,
  figuresOf,
  type LimitRow,
  limitRows,
  type PartRow,
  partRows,
} from '#cost/explore/words.ts';
import type { ModelCost } from '../costs.ts';
import { formatMoney, formatUsers, plural } from '../format.ts';

/** A thing to choose, with what there is to choose from. */
export interface ExplorerSelect {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
}

/** A model's explorer as the page comes with it: at the larger size, before anybody asks. */
export interface ExplorerPart {
  readonly state: ExplorerState;
  readonly users: readonly [number, number];
  readonly step: number;
  readonly lastStep: number;
  /** Marks of the slider, in percent of its length. */
  readonly ticks: readonly { readonly text: string; readonly at: number }[];
  readonly selects: readonly ExplorerSelect[];
  /** What a commitment is asked besides: of no use before there is one. */
  readonly terms: readonly ExplorerSelect[];
  /** Other currencies, where the author has a rate. */
  readonly currencies?: ExplorerSelect;
  /** Decisions of the model, each a select. */
  readonly choices: readonly ExplorerSelect[];
  readonly figures: readonly Figure[];
  readonly circumstances: string;
  /** What the drivers' ends are beside a range that is likely; none where no range is known. */
  readonly rangeNote?: string;
  /** The dearest first, as the page has them. */
  readonly parts: readonly PartRow[];
  /** The first to break at the top. */
  readonly limits: readonly LimitRow[];
  /** Regions that are not offered: `eu-west-1`, what it lacks, and how much of that. */
  readonly gaps: readonly {
    readonly region: string;
    readonly lacks: string;
    readonly missing: readonly string[];
  }[];
}

const TICKS = [1e3, 1e4, 1e5, 5e5, 1e6, 5e6];

const COMMITMENT_NAMES = [
  { value: 'none', text: 'None' },
  { value: '1y', text: 'One year' },
  { value: '3y', text: 'Three years' },
];

const PAYMENT_NAMES = [
  { value: 'any', text: 'Nothing upfront, else the cheapest' },
  { value: 'no-upfront', text: 'Nothing upfront' },
  { value: 'partial-upfront', text: 'Partly upfront' },
  { value: 'all-upfront', text: 'All upfront' },
];

/** From all use down to a twentieth of it. */
const SHARES = Array.from({ length: 20 }, (_, step) => 100 - step * 5).map((share) => ({
  value: String(share),
  text: `${share}\u00A0%`,
}));

const SCENARIO_NAMES = [
  { value: 'low', text: 'Low' },
  { value: 'likely', text: 'Likely' },
  { value: 'high', text: 'High' },
];

/** The explorer of a model; none where no region has all its prices. */
export function explorerPart(cost: ModelCost): ExplorerPart | undefined {
  const facts = cost.answers.explorer();
  const regions = facts?.books.map(({ region }) => region) ?? [];
  const [first] = regions;
  // The page's own figures are those of its region: without its prices there is nothing to begin with.
  if (!facts || first !== cost.region) return undefined;
  const { large, small, users, currency } = cost;
  const { choices } = cost.parameters;
  const state = initialState(users[1], cost.region, choices, currency);
  const currencies = currenciesOf(facts).map((value) => ({ value, text: value }));
  const shown = [
    { users: users[0], monthly: small.monthly },
    { users: users[1], monthly: large.monthly },
  ];
  const range = cost.answers.ranges()?.[1];
  return {
    state,
    users,
    step: stepOf(users[1]),
    lastStep: LAST_STEP,
    ticks: TICKS.map((tick) => ({
      text: formatUsers(tick),
      at: (stepOf(tick) / LAST_STEP) * 100,
    })),
    selects: [
      select(
        'region',
        'Region',
        regions.map((region) => ({ value: region, text: region })),
        cost.region,
      ),
      select('commitment', 'Commitment', COMMITMENT_NAMES, state.commitment),
      select('scenario', 'Drivers', SCENARIO_NAMES, state.scenario),
    ],
    terms: [
      select('payment', 'Commitment is paid', PAYMENT_NAMES, state.payment),
      select('coverage', 'Use that it covers', SHARES, String(state.coverage)),
    ],
    ...(currencies.length > 1 && {
      currencies: select('currency', 'Currency', currencies, currency),
    }),
    choices: Object.entries(choices).map(([name, { label, options, taken }]) =>
      select(
        `choice:${name}`,
        label,
        Object.entries(options).map(([value, text]) => ({ value, text })),
        taken,
      ),
    ),
    figures: figuresOf(large, users[1], currency, shown),
    circumstances: circumstances(state, choices),
    ...(range && {
      rangeNote: `Low and High set all drivers to their ends at once, which is rarer than P10 and P90: ${formatMoney(range.p10, currency)} and ${formatMoney(range.p90, currency)} at ${formatUsers(users[1])} users, as the page has them.`,
    }),
    parts: partRows(large, currency).toSorted((a, b) => b.ratio - a.ratio),
    limits: limitRows(large.capacity, users[1]),
    gaps: facts.gaps.map(({ region, missing }) => ({
      region,
      missing,
      lacks: `no price for ${plural(missing.length, 'meter')} that this model asks for`,
    })),
  };
}

function select(
  name: string,
  label: string,
  options: ExplorerSelect['options'],
  value: string,
): ExplorerSelect {
  return { name, label, options, value };
}
