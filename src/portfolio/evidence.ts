import type { Ask, Evidence, EvidenceList } from '#case-study/portfolio-lists/evidence.ts';
import { namedBy, type Reference } from '#case-study/portfolio-lists/fields.ts';
import { counted } from './evidence-measures.ts';
import { plural } from './format.ts';
import type { PageLink } from './pages/links.ts';
import type { Portfolio } from './portfolio.ts';
import { namedTarget } from './references.ts';

/** `part`: something shows it, and it says what is left. */
export type EvidenceState = 'shown' | 'part' | 'open';

/** How many entries are in which state. */
export type Tally = Readonly<Record<EvidenceState, number>>;

/** What is asked, and how it stands here. */
export interface EvidenceEntry {
  readonly id: string;
  readonly asked: string;
  /** What it belongs to within its group. */
  readonly under?: string | undefined;
  readonly state: EvidenceState;
  readonly links: readonly PageLink[];
  /** What is not shown, and why. */
  readonly open: string | undefined;
  /** What else is known of it, in a few words each: technologies, days, a count. */
  readonly facts: readonly string[];
  /** How many it stands for: the days of a span. */
  readonly count: number;
}

/** Entries that belong together. */
export interface EvidenceGroup {
  readonly id: string;
  readonly title: string;
  readonly when?: string | undefined;
  readonly advice?: string | undefined;
  readonly entries: readonly EvidenceEntry[];
  readonly tally: Tally;
}

/** The groups of a list, each entry with its state: what shows it is linked, nothing is claimed. */
export function evidenceGroups(portfolio: Portfolio, list: EvidenceList): EvidenceGroup[] {
  const { evidence } = portfolio.lists.values;
  switch (list) {
    case 'tiers':
      return evidence.tiers.map((tier) => ({
        ...headOf(tier),
        ...withTally(
          tier.asks.map((area) => ({
            ...entryOf(portfolio, area, tier.open),
            facts: [
              area.technologies,
              ...(area.depth === undefined ? [] : [`Asked: ${area.depth}`]),
              `Here: ${depthOf(area.shown)}`,
            ],
          })),
        ),
      }));
    case 'metrics':
      return evidence.metrics.map((group) => ({
        ...headOf(group),
        ...withTally(group.asks.map((metric) => metricOf(portfolio, metric))),
      }));
    case 'challenge':
      return evidence.challenge.map((challenge) => ({
        ...headOf(challenge),
        ...withTally(
          challenge.asks.map((day) => ({
            ...entryOf(portfolio, day, challenge.open),
            facts: [day.to === undefined ? `Day ${day.from}` : `Days ${day.from} to ${day.to}`],
            count: (day.to ?? day.from) - day.from + 1,
          })),
        ),
      }));
    default:
      return evidence[list].map(({ when, advice, ...block }) => ({
        ...headOf(block),
        ...{ when, advice },
        ...withTally(
          block.asks.map((ask) => ({
            ...entryOf(portfolio, ask, block.open),
            under: ask.under,
          })),
        ),
      }));
  }
}

/** The sum of tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (state: EvidenceState) => tallies.reduce((all, one) => all + one[state], 0);
  return { shown: sum('shown'), part: sum('part'), open: sum('open') };
}

/** How many entries a tally counts. */
export function sizeOf({ shown, part, open }: Tally): number {
  return shown + part + open;
}

/**
 * The mark of a tally: the share of its entries that are shown, of which one that is shown in part is a
 * half, times the best mark; to a tenth, downwards. 0 where nothing is counted.
 */
export function markOf(tally: Tally, best: number): number {
  const share = (tally.shown + tally.part / 2) / Math.max(1, sizeOf(tally));
  return Math.floor(share * best * 10 + 1e-9) / 10;
}

function headOf({ id, title }: { readonly id: string; readonly title: string }) {
  return { id, title };
}

function withTally(entries: readonly EvidenceEntry[]): Pick<EvidenceGroup, 'entries' | 'tally'> {
  const of = (state: EvidenceState) =>
    entries.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0);
  return { entries, tally: { shown: of('shown'), part: of('part'), open: of('open') } };
}

/** An entry; one that nothing shows is open for its own reason, or for that of its group. */
function entryOf(
  portfolio: Portfolio,
  { id, asked, shown, open }: Pick<Ask, 'id' | 'asked' | 'shown' | 'open'>,
  reason: string | undefined,
): EvidenceEntry {
  const links = linksTo(portfolio, shown);
  const state = links.length === 0 ? 'open' : open === undefined ? 'shown' : 'part';
  return {
    id,
    asked,
    state,
    links,
    open: links.length === 0 ? (open ?? reason) : open,
    facts: [],
    count: 1,
  };
}

/** Where references lead, each once; one that leads nowhere was told by `check`. */
export function linksTo(portfolio: Portfolio, references: readonly Reference[]): PageLink[] {
  return references.flatMap((one) => {
    const { kind, name } = namedBy(one);
    const target = namedTarget(portfolio, kind, name);
    return target.kind === 'found' ? [target.link] : [];
  });
}

/** A metric: counted, where it says what; else like every other entry. */
function metricOf(
  portfolio: Portfolio,
  metric: Evidence['metrics'][number]['asks'][number],
): EvidenceEntry {
  const entry = entryOf(portfolio, metric, undefined);
  const { measure, atLeast, open } = metric;
  if (measure === undefined || atLeast === undefined) return entry;
  const { value, one, many, links } = counted(portfolio, measure);
  const isReached = value >= atLeast;
  return {
    ...entry,
    state: isReached ? (open === undefined ? 'shown' : 'part') : 'open',
    links: [...links, ...entry.links],
    open: isReached ? open : (open ?? 'Counted, and not reached.'),
    facts: [plural(value, one, many), `Asked: at least ${atLeast}`],
  };
}

/** What the kinds of evidence say of the depth that is shown. */
const DEPTHS: readonly (readonly [keyof Reference, string])[] = [
  ['decision', 'decided'],
  ['view', 'drawn'],
  ['cost', 'priced'],
  ['benchmark', 'measured'],
  ['claim', 'audited'],
];

function depthOf(shown: readonly Reference[]): string {
  if (shown.length === 0) return 'nothing';
  const words = DEPTHS.filter(([kind]) => shown.some((one) => one[kind] !== undefined)).map(
    ([, word]) => word,
  );
  const isDescribed = shown.some(({ page, entry, element }) => page ?? entry ?? element);
  return [...words, ...(isDescribed ? ['described'] : [])].join(', ');
}
