import type { TextMeasure } from '#layout/measure/text.ts';
import { inReadingOrder } from '#layout/reading-order.ts';
import type { Drawing } from '../drawings.ts';
import { formatCount } from '../format.ts';
import { drawNetwork } from '../network/draw.ts';
import { type Standing, type StandingNetwork, standingNetworks } from '../network/standing.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import type { SpendSize } from '../view-spend.ts';
import type { MaybeLink } from './links.ts';

/** What stands in a subnet, in the text twin of the drawing. */
export interface StandingRow {
  readonly id: string;
  readonly cidr: string;
  readonly zone: string;
  readonly machines: readonly {
    /** `Node: t3.medium, 7 in all` */
    readonly name: string;
    readonly elements: readonly MaybeLink[];
  }[];
}

/** A network at one size, as a figure. */
export interface NetworkFigure {
  readonly size: SpendSize;
  readonly title: string;
  readonly drawing: Pick<Drawing, 'svg' | 'width' | 'height' | 'links'> & {
    readonly graph: { readonly title: string };
  };
  readonly rows: readonly StandingRow[];
}

/** The networks of a study at the sizes that it is deployed at, the smaller first. */
export function networkFigures(
  portfolio: Portfolio,
  entry: StudyEntry,
  measure: TextMeasure,
): NetworkFigure[] {
  return standingNetworks(portfolio, entry).map((standing) => {
    const { size, network } = standing;
    const title = titleOf(portfolio, standing);
    const prefix = `net-${entry.study.slug}-${network.id}-${size}`;
    const { svg, width, height, tenants } = drawNetwork(standing, {
      ...{ measure, prefix, title },
      theme: 'auto',
    });
    return {
      ...{ size, title },
      drawing: {
        ...{ svg, width, height },
        graph: { title },
        links: inReadingOrder(tenants).flatMap(({ tenant: { text, href, identifier }, box }) =>
          href === undefined
            ? []
            : [
                {
                  ...{ box, name: text, href, deeper: false, elementId: identifier },
                  corner: { x: box.x + box.width, y: box.y },
                  ink: 'currentColor',
                },
              ],
        ),
      },
      rows: standing.subnets.map(rowOf),
    };
  });
}

/** `Production at 500,000 users`; a name that says its size already stays as it is. */
function titleOf({ config }: Portfolio, { network, size }: StandingNetwork): string {
  if (network.size !== undefined) return network.name;
  const [small, large] = config.users;
  return `${network.name} at ${formatCount(size === 'small' ? small : large)} users`;
}

function rowOf({ id, cidr, zone, machines, also }: Standing): StandingRow {
  return {
    ...{ id, cidr, zone },
    machines: [
      ...also.map((name) => ({ name, elements: [] })),
      ...machines.map(({ name, detail, tenants }) => ({
        name: [name, detail].filter((part) => part !== '').join(': '),
        elements: tenants.map(({ text, href }) => ({ text, ...(href && { href }) })),
      })),
    ],
  };
}
