import type { PlacedCluster } from '#layout/placed.ts';
import { instanceCount } from '#views/words.ts';
import { attributes } from './escape.ts';
import { stackBehind } from './nodes.ts';
import type { Inks } from './palette.ts';
import { leftText } from './text.ts';

const CHAIN = '14 4 2 4';
const DOTS = '2 4';

/** The ground of a boundary by its depth: what labels on it are knocked out with. */
export function groundOf({ cluster }: PlacedCluster, depth: number, inks: Inks): string {
  if (cluster.kind === 'DeploymentNode') return depth === 0 ? inks.of('plate') : inks.of('paper');
  if (cluster.kind === 'Group' || depth === 0) return inks.of('plate');
  return inks.of('plate2');
}

/** A boundary: chain line for systems and containers, dots for groups, plain for deployment nodes. */
export function clusterMarkup(
  placed: PlacedCluster,
  depth: number,
  inks: Inks,
  out?: string,
): string {
  const { cluster, box, title, titleAt } = placed;
  const deployment = cluster.kind === 'DeploymentNode';
  const stroke = (theme: 'light' | 'dark') => cluster[theme].stroke ?? cluster[theme].background;
  const line = inks.either(deployment ? 'outline' : 'boundary', stroke('light'), stroke('dark'));
  const ground = groundOf(placed, depth, inks);
  const filled = depth > 0 && cluster.kind !== 'Group';
  const group = attributes({
    class: `boundary ${cluster.kind === 'Group' ? 'group' : deployment ? 'deployment' : 'scope'}`,
    'data-id': cluster.id,
    'data-identifier': cluster.identifier,
    'data-name': cluster.name,
    'data-out': out,
  });
  const frame = attributes({
    class: 'frame',
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    rx: deployment ? 2 : undefined,
    fill: filled ? ground : 'none',
    stroke: line,
    'stroke-width': 1.25,
    'stroke-dasharray': deployment ? undefined : cluster.kind === 'Group' ? DOTS : CHAIN,
  });
  const behind = cluster.instances ? stackBehind(box, ground, line) : '';
  const count = cluster.instances
    ? `<g class="badge"><text${attributes({
        x: box.x + box.width - 14,
        y: titleAt.y + 14,
        'text-anchor': 'end',
        'font-size': 14,
        'font-weight': 600,
        fill: inks.of('ink'),
      })}>${instanceCount(cluster.instances)}</text></g>`
    : '';
  const words = `<g class="title"${attributes({ fill: inks.of('ink') })}>${leftText(title, titleAt.x, titleAt.y)}</g>`;
  return `<g${group}>${behind}<rect${frame}/>${words}${count}</g>`;
}
