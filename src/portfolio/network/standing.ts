import type { Network } from '#case-study/lists/network.ts';
import type { DeploymentNode, Element } from '#model/elements.ts';
import { Identifier } from '#model/ids.ts';
import { technologyOf } from '#model/index.ts';
import type { NodeStyle } from '#views/graph.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import { type SpendSize, spendSize } from '../view-spend.ts';

/** An element in a subnet. */
export interface Tenant {
  /** As the list names it: `shop.order`. */
  readonly identifier: string;
  readonly text: string;
  /** Its page; nothing where the workspace has no such element. */
  readonly href: string | undefined;
  readonly style: NodeStyle | undefined;
}

/** What elements run on, by the deployment view of a size. */
export interface Machine {
  /** `Node`; empty for elements that no deployment places. */
  readonly name: string;
  /** `t3.medium, 7 in all` */
  readonly detail: string;
  readonly tenants: readonly Tenant[];
}

/** A subnet with what stands in it. */
export interface Standing
  extends Pick<Network['subnets'][number], 'id' | 'cidr' | 'kind' | 'zone'> {
  readonly machines: readonly Machine[];
  /** What the model does not know: `NAT gateway`. */
  readonly also: readonly string[];
}

/** A network as it is built for one size. */
export interface StandingNetwork {
  readonly network: Network;
  readonly size: SpendSize;
  readonly subnets: readonly Standing[];
}

/**
 * The networks of a study at the sizes that its deployment views are drawn for; one that the author
 * built for one size is not shown at the other.
 */
export function standingNetworks(portfolio: Portfolio, entry: StudyEntry): StandingNetwork[] {
  const sizes = (['small', 'large'] as const).flatMap((size) => {
    const view = entry.views.find(
      (one) => one.kind === 'Deployment' && spendSize(portfolio, one) === size,
    );
    return view?.kind === 'Deployment' ? [{ size, environment: view.environment }] : [];
  });
  return sizes.flatMap(({ size, environment }) =>
    entry.study.network
      .filter((network) => (network.size ?? size) === size)
      .map((network) => ({
        network,
        size,
        subnets: network.subnets.map(({ id, cidr, kind, zone, also, elements }) => ({
          ...{ id, cidr, kind, zone, also },
          machines: machinesOf(portfolio, environment, elements),
        })),
      })),
  );
}

/** The machines of some elements, in the order in which the list first names one of theirs. */
function machinesOf(
  portfolio: Portfolio,
  environment: string,
  identifiers: readonly string[],
): Machine[] {
  const { index, sheet, addresses } = portfolio;
  const hosted = identifiers.map((identifier) => {
    const element = index.byIdentifier(Identifier(identifier));
    const host = element && hostOf(portfolio, environment, element);
    const tenant = {
      identifier,
      text: element?.name ?? identifier,
      href: element && addresses.element(element.id),
      style: element && sheet.node(element),
    };
    return { host, tenant };
  });
  return [...Map.groupBy(hosted, ({ host }) => host)].map(([host, held]) => ({
    name: host?.name ?? '',
    detail: host ? detailOf(host) : '',
    tenants: held.map(({ tenant }) => tenant),
  }));
}

function hostOf(
  { index }: Portfolio,
  environment: string,
  element: Element,
): DeploymentNode | undefined {
  const instance = index
    .instances(element.id)
    .find((one) => 'environment' in one && one.environment === environment);
  const host = instance && 'instanceOf' in instance ? index.element(instance.parent) : undefined;
  return host?.kind === 'DeploymentNode' ? host : undefined;
}

function detailOf(host: DeploymentNode): string {
  const technology = technologyOf(host) ?? '';
  if (host.instances === '1') return technology;
  const count = `${host.instances.replace('..', ' to ')} in all`;
  return technology === '' ? count : `${technology}, ${count}`;
}
