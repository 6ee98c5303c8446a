import { createHash, type Hash } from 'node:crypto';
import type { Site } from '#integration/bridge.ts';
import { figureOf } from '#portfolio/pages/figure.ts';

/** What stands for all that pages are made from: facts, drawings, answers of models, the search index. */
export function siteDigest(site: Site): string {
  const hash = createHash('sha256');
  const { portfolio, tools } = site;
  note(portfolio, hash, new Map());
  for (const view of portfolio.index.workspace.views) {
    for (const costs of [false, true]) {
      const figure = figureOf(portfolio, view, tools, { use: 'test', costs, states: costs });
      note(figure, hash, new Map());
    }
    note(site.texts(view.key), hash, new Map());
  }
  for (const { answers } of portfolio.costs) {
    const { curve, splits, ranges, band, swings, levers, next, grown, pairs } = answers;
    for (const ask of [curve, splits, ranges, band, swings, levers, next, grown, pairs])
      note(ask(), hash, new Map());
  }
  note(site.search(), hash, new Map());
  return hash.digest('hex').slice(0, 16);
}

/**
 * Goes through a value; what it met before, it names by its number, so that circles end. Lists of plain
 * values are gone through each time: whether two that are equal are one is nobody's business.
 */
function note(value: unknown, hash: Hash, seen: Map<object, number>): void {
  if (typeof value !== 'object' || value === null) {
    // Functions are code, and the code is the same.
    hash.update(typeof value === 'function' ? 'code\0' : `${typeof value} ${String(value)}\0`);
    return;
  }
  const isLeaf =
    !(value instanceof Map || value instanceof Set) &&
    Object.values(value).every((part) => typeof part !== 'object');
  const number = seen.get(value);
  if (number !== undefined) {
    hash.update(`again ${number}\0`);
    return;
  }
  if (!isLeaf) seen.set(value, seen.size);
  if (value instanceof Map || value instanceof Set) {
    hash.update(`${value.size} entries\0`);
    for (const part of value instanceof Map ? [...value].flat() : value) note(part, hash, seen);
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined) continue;
    hash.update(`${name}\0`);
    note(part, hash, seen);
  }
  hash.update('end\0');
}
