import { riskScore, SEVERITIES, severityOf } from '#case-study/lists/risks.ts';
import type { Element } from '#model/elements.ts';
import { Identifier } from '#model/ids.ts';
import { staticElement } from '#model/index.ts';
import type { GraphNode, ViewGraph } from '#views/graph.ts';
import type { DrawingState } from '#views/states.ts';
import { componentCosts, type ModelCost, type Spend, spendByElement } from './costs.ts';
import { formatMoney, formatShare, formatUsers, plural } from './format.ts';
import { ownerHues, ownerOf } from './owners.ts';
import type { Portfolio } from './portfolio.ts';
import { type RiskEntry, riskSummary, risksOn } from './risks.ts';
import type { SpendSize } from './view-spend.ts';

/** Colours and words at the boxes of a drawing that say something which its author did not draw. */
export interface Overlay extends DrawingState {
  readonly id: 'cost' | 'owner' | 'risk';
  /** The sum of it in a sentence. */
  readonly says: string;
  /** What the colours mean; without a tint, what boxes without colour are. */
  readonly legend: readonly { readonly label: string; readonly tint?: string }[];
}

/** Boxes with the elements that they stand for. */
interface Shown {
  readonly node: GraphNode;
  readonly element: Element;
}

/** The model whose spend a drawing shows, and at which of the two sizes. */
export interface ShownSpend {
  readonly cost: ModelCost;
  readonly size: SpendSize;
}

/**
 * The overlays that have something to show on a drawing; `spend` is what it may show of a model. A
 * sequence diagram has none: its boxes have no room for words.
 */
export function overlaysOf(
  portfolio: Portfolio,
  graph: ViewGraph,
  spend?: ShownSpend,
): readonly Overlay[] {
  if (graph.diagram === 'sequence') return [];
  const shown = graph.nodes.flatMap((node): Shown[] => {
    const element = portfolio.index.element(node.id);
    return element ? [{ node, element }] : [];
  });
  return [
    spend && costOverlay(portfolio, shown, spend),
    ownerOverlay(portfolio, shown),
    riskOverlay(portfolio, shown),
  ].filter((overlay) => overlay !== undefined);
}

/** Shares of the whole spend at which a deeper tint begins. */
const SHARE_STEPS = [0.05, 0.1, 0.2] as const;

/** The tint of a share of the whole spend: 1 for the least, 4 for the most. */
export function shareStep(share: number): number {
  return 1 + SHARE_STEPS.filter((least) => share >= least).length;
}

function costOverlay(
  { index }: Portfolio,
  shown: readonly Shown[],
  { cost, size }: ShownSpend,
): Overlay | undefined {
  const spend = spendByElement(index, cost);
  const tints = new Map<string, string>();
  /** An element counts once, however many boxes stand for it. */
  const counted = new Map<Element, Spend>();
  for (const { node, element } of shown) {
    const behind = staticElement(index, element);
    const own = spend.get(behind.id);
    if (!own || own[size] <= 0) continue;
    tints.set(node.id, `cost-${shareStep(own[size] / cost[size].monthly)}`);
    counted.set(behind, own);
  }
  if (tints.size === 0) return undefined;
  const total = (of: SpendSize) => [...counted.values()].reduce((sum, one) => sum + one[of], 0);
  const money = (amount: number) => formatMoney(amount, cost.currency);
  const other = size === 'large' ? 'small' : 'large';
  const users = { small: formatUsers(cost.users[0]), large: formatUsers(cost.users[1]) };
  const share = formatShare(total(size) / cost[size].monthly);
  const percent = SHARE_STEPS.map((step) => String(step * 100));
  const labels = [
    `Below ${percent[0]}\u00A0% of the bill`,
    ...percent.slice(1).map((end, place) => `${percent[place]} to ${end}\u00A0%`),
    `${percent.at(-1)}\u00A0% and more`,
  ];
  return {
    ...state('cost', 'Cost', tints),
    says: `What is shown costs ${money(total(size))} a month at ${users[size]} users, ${share} of the bill, and ${money(total(other))} at ${users[other]}.${restText(restOf(index, cost, size, counted), money)}`,
    legend: [
      ...labels.map((label, place) => ({ label, tint: `cost-${place + 1}` })),
      ...plainRow(shown.length - tints.size, 'No figure'),
    ],
  };
}

/** What a bill has beside what is drawn. */
interface Rest {
  readonly name: string;
  readonly amount: number;
}

/** What of the bill is tied to no element that is drawn, nor to one in it; the dearest first. */
function restOf(
  index: Portfolio['index'],
  cost: ModelCost,
  size: SpendSize,
  drawn: ReadonlyMap<Element, unknown>,
): Rest[] {
  const rest = new Map<string, number>();
  for (const { component, [size]: amount } of componentCosts(cost)) {
    const element = index.byIdentifier(Identifier(component.element));
    if (element && index.lineage(element.id).some((one) => drawn.has(one))) continue;
    // What the model ties to the whole system would read as if all of it were meant.
    const whole = component.element.toLowerCase() === cost.system.toLowerCase();
    const name = whole ? component.title : (element?.name ?? component.title);
    rest.set(name, (rest.get(name) ?? 0) + amount);
  }
  return [...rest]
    .map(([name, amount]) => ({ name, amount }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount);
}

/** As many as a sentence names. */
const NAMED = 3;

function restText(rest: readonly Rest[], money: (amount: number) => string): string {
  if (rest.length === 0) return '';
  const others = rest.slice(NAMED);
  const parts = rest.slice(0, NAMED).map(({ name, amount }) => `${name} ${money(amount)}`);
  if (others.length > 0) {
    const sum = others.reduce((total, { amount }) => total + amount, 0);
    parts.push(`${others.length} more ${money(sum)}`);
  }
  return ` Not drawn: ${parts.join(', ')}.`;
}

function ownerOverlay({ index, owners }: Portfolio, shown: readonly Shown[]): Overlay | undefined {
  const names = new Map(
    shown.flatMap(({ node, element }): [string, string][] => {
      const owner = ownerOf(index, element);
      return owner ? [[node.id, owner.name]] : [];
    }),
  );
  if (names.size === 0) return undefined;
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const hues = ownerHues(counts, owners);
  const tintOf = (name: string) => `owner-${hues.get(name) ?? 'other'}`;
  const owning = owners.flatMap((name) => {
    const boxes = counts.get(name);
    return boxes ? [{ label: `${name}, ${boxes}`, tint: tintOf(name) }] : [];
  });
  return {
    ...state('owner', 'Owner', new Map([...names].map(([id, name]) => [id, tintOf(name)])), names),
    says: `${plural(owning.length, 'owner')} of ${plural(names.size, 'element')}.`,
    legend: [...owning, ...plainRow(shown.length - names.size, 'No owner named')],
  };
}

function riskOverlay(portfolio: Portfolio, shown: readonly Shown[]): Overlay | undefined {
  const tints = new Map<string, string>();
  const notes = new Map<string, string>();
  const counted = new Set<RiskEntry>();
  for (const { node, element } of shown) {
    const entries = risksOn(portfolio, element);
    const summary = riskSummary(entries);
    if (!summary) continue;
    tints.set(node.id, `risk-${summary.severity}`);
    notes.set(node.id, summary.text);
    for (const entry of entries) if (entry.risk.status !== 'mitigated') counted.add(entry);
  }
  if (tints.size === 0) return undefined;
  const words = { high: 'High', medium: 'Medium', low: 'Low' };
  return {
    ...state('risk', 'Risk', tints, notes),
    warns: true,
    says: `${plural(counted.size, 'risk')} on ${plural(tints.size, 'element')}. R2 · 12 means two risks, the higher of which scores 12: likelihood times impact, each from 1 to 5. What is mitigated does not count.`,
    legend: [
      ...SEVERITIES.map(([severity, least], place) => {
        const [, above] = SEVERITIES[place - 1] ?? [];
        const range = above === undefined ? `${least} to 25` : `${least} to ${above - 1}`;
        const count = [...counted].filter(
          ({ risk }) => severityOf(riskScore(risk)) === severity,
        ).length;
        return {
          label: `${words[severity]}, ${range}: ${plural(count, 'risk')}`,
          tint: `risk-${severity}`,
        };
      }),
      ...plainRow(shown.length - tints.size, 'No risk named'),
    ],
  };
}

/** A state that puts nothing in the background. */
function state(
  id: Overlay['id'],
  name: string,
  tints: ReadonlyMap<string, string>,
  notes: ReadonlyMap<string, string> = new Map(),
) {
  return { id, name, rows: [], out: new Set<string>(), notes, tints };
}

function plainRow(count: number, label: string): { readonly label: string }[] {
  return count > 0 ? [{ label: `${label}, ${count}` }] : [];
}
