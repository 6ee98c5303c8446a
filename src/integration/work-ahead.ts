import { setImmediate as nextTurn } from 'node:timers/promises';
import { MOST_PLACED } from '#portfolio/drawings.ts';
import { figureOf } from '#portfolio/pages/figure.ts';
import type { Site } from './bridge.ts';

/**
 * What pages and the end of a build will ask for, in pieces that are kept by who makes them: cards and
 * carousels, the layout of views, as many as are kept, their texts, the search index.
 */
export function laterPieces({ portfolio, tools, printed, texts, search }: Site): (() => unknown)[] {
  const views = portfolio.index.workspace.views.slice(0, MOST_PLACED);
  return [
    ...printed.values(),
    ...views.map((view) => () => figureOf(portfolio, view, tools, { use: 'ahead', costs: true })),
    ...views.slice(0, 1).map(
      ({ key }) =>
        () =>
          texts(key),
    ),
    search,
  ];
}

/**
 * Begins all pieces, one a turn, while the bundler works on threads of its own and this one waits for it.
 * What goes wrong is told to whoever asks.
 */
export async function workAhead(pieces: readonly (() => unknown)[]): Promise<void> {
  for (const piece of pieces) {
    begin(piece).catch(() => {});
    await nextTurn();
  }
}

async function begin(piece: () => unknown): Promise<void> {
  await piece();
}
