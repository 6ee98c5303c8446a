import type { Curve } from '#cost/engine/curve.ts';
import type { Frame } from './curve-frame.ts';
import {
  type Band,
  type CurveChart,
  type CurveData,
  LINE,
  NAMES_FROM,
  TEXT,
  WIDER,
} from './curve-parts.ts';
import { spread } from './labels.ts';
import { areaOf, type Point, pathOf, simplified } from './lines.ts';
import { wrapRough } from './scale.ts';
import { seriesOf } from './series.ts';

/** The areas of the groups, the first at the bottom, each with its name at the right. */
export function bandsOf(curve: Curve, { sheet, x, y, top, right, bottom }: Frame): Band[] {
  const { points } = curve;
  const users = points.map((point) => x(point.users));
  let below = points.map(() => 0);
  const stacked = seriesOf(curve).map(({ name, tone, amounts }) => {
    const from = below;
    below = below.map((sum, index) => sum + (amounts[index] ?? 0));
    const edge = y(((from.at(-1) ?? 0) + (below.at(-1) ?? 0)) / 2);
    const lineAt = (sums: readonly number[]) =>
      simplified(sums.map((sum, index): Point => [users[index] ?? 0, y(sum)]));
    const lines = wrapRough(name, TEXT * WIDER, sheet.margin - NAMES_FROM);
    return { name, tone, area: areaOf(lineAt(below), lineAt(from)), edge, lines };
  });
  // From the top down, as labels are spread.
  const labels = stacked.toReversed();
  const middles = spread(
    labels.map(({ edge, lines }) => ({ at: edge, height: lines.length * LINE + 5 })),
    top - LINE,
    bottom + LINE,
  ).reverse();
  return stacked.map(({ lines, edge, ...band }, index) => {
    const middle = middles[index] ?? edge;
    const first = middle - ((lines.length - 1) * LINE) / 2 + TEXT * 0.35;
    return { ...band, edge, label: { lines, x: right + NAMES_FROM, y: first, middle } };
  });
}

/** The band between P10 and P90; between the numbers that it is known at, in proportion to the total. */
export function spreadOf(
  { curve: { points }, band = [] }: CurveData,
  { x, y }: Pick<Frame, 'x' | 'y'>,
): Pick<CurveChart, 'spread'> {
  if (band.length < 2) return {};
  const known = band.flatMap(({ users, p10, p90 }) => {
    const total = points.find((point) => point.users === users)?.monthly ?? 0;
    return total > 0 ? [{ users, low: p10 / total, high: p90 / total }] : [];
  });
  const edge = (end: 'low' | 'high') =>
    simplified(
      points.map(
        ({ users, monthly }): Point => [x(users), y(monthly * between(known, users, end))],
      ),
    );
  const [low, high] = [edge('low'), edge('high')];
  const total = simplified(points.map(({ users, monthly }): Point => [x(users), y(monthly)]));
  return { spread: { area: areaOf(high, total), low: pathOf(low), high: pathOf(high) } };
}

/** A ratio between two that are known, as far as a number of users lies between theirs, in ratio. */
function between<K extends 'low' | 'high'>(
  known: readonly (Readonly<Record<K, number>> & { readonly users: number })[],
  users: number,
  end: K,
): number {
  const next = known.findIndex((one) => one.users >= users);
  const [after, before] = [known[next] ?? known.at(-1), known[next - 1]];
  if (!after) return 1;
  if (!before || after.users === before.users) return after[end];
  const share = Math.log(users / before.users) / Math.log(after.users / before.users);
  return before[end] + share * (after[end] - before[end]);
}
