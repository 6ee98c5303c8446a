import type { Element } from '#model/elements.ts';
import type { ElementId } from '#model/ids.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import type { CostBadge } from '#svg/badges.ts';
import { type ModelCost, type Spend, spendByElement } from './costs.ts';
import { formatMoney, formatShare } from './format.ts';
import type { Portfolio } from './portfolio.ts';

/** The property of a deployment view that says how many users its environment is built for. */
export const USERS_PROPERTY = 'archfolio.users';

/** One of the two sizes that a portfolio shows spend at. */
export type SpendSize = keyof Spend;

/**
 * The size whose spend a view's boxes show. A container view shows the larger one, a deployment view
 * that of its environment, where the author says which of the two that is; others show none.
 */
export function spendSize(
  { config }: Pick<Portfolio, 'config'>,
  view: Pick<View, 'kind' | 'properties'>,
): SpendSize | undefined {
  if (view.kind === 'Container') return 'large';
  if (view.kind !== 'Deployment') return undefined;
  const users = Number(view.properties[USERS_PROPERTY]);
  if (users === config.users[1]) return 'large';
  return users === config.users[0] ? 'small' : undefined;
}

/**
 * The badges of a view's boxes: dollars, share of the model's total, and a bar that compares with the
 * dearest box. Instances of one container share what it costs; a system that is not the model's own has
 * one where the model prices it.
 */
export function costBadges(
  index: WorkspaceIndex,
  cost: ModelCost,
  boxes: readonly Element[],
  size: SpendSize,
): ReadonlyMap<ElementId, CostBadge> {
  const spend = spendByElement(index, cost);
  const priced = boxes.filter(
    (box) =>
      box.kind === 'Container' || box.kind === 'ContainerInstance' || isBoughtSystem(box, cost),
  );
  const instances = Map.groupBy(priced, (element) => staticElement(index, element));
  const amounts = [...instances]
    .flatMap(([container, shown]) => {
      const amount = (spend.get(container.id)?.[size] ?? 0) / shown.length;
      return shown.map(({ id }) => ({ id, amount }));
    })
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount);
  const dearest = amounts[0]?.amount ?? 0;
  return new Map(
    amounts.map(({ id, amount }) => [
      id,
      {
        amount: formatMoney(amount, cost.currency),
        share: formatShare(amount / cost[size].monthly),
        ratio: amount / dearest,
      },
    ]),
  );
}

/** Somebody else's system that the model has a price for, such as an identity provider. */
function isBoughtSystem({ kind, identifier }: Element, { system, large }: ModelCost): boolean {
  const is = (name: string) => identifier?.toLowerCase() === name.toLowerCase();
  return (
    kind === 'SoftwareSystem' && !is(system) && large.components.some(({ element }) => is(element))
  );
}
