import type { View } from '#model/views.ts';
import type { EmbeddedFonts } from '#svg/drawing.ts';
import { swatch } from '#svg/key.ts';
import { inks } from '#svg/palette.ts';
import type { ViewGraph } from '#views/graph.ts';
import { type KeyEntry, keyOf, wantsKey } from '#views/key.ts';
import { noteOf, viewTitle } from '#views/titles.ts';
import { viewPath } from '../addresses.ts';
import {
  type Drawing,
  type DrawingMarks,
  type DrawingTools,
  drawFile,
  drawView,
  NO_MARKS,
} from '../drawings.ts';
import { formatDate, formatUsers } from '../format.ts';
import { revisionText } from '../inputs.ts';
import { levelSteps } from '../levels.ts';
import { overlaysOf } from '../overlays.ts';
import { type Portfolio, sheetOf } from '../portfolio.ts';
import { costBadges, type SpendSize, spendSize } from '../view-spend.ts';
import type { PageLink } from './links.ts';

/** One level in a title block or a breadcrumb. */
export interface LevelLink extends PageLink {
  /** Which container or scenario, where the level alone does not say it. */
  readonly detail?: string;
  readonly current: boolean;
}

/** The title block under a drawing. */
export interface TitleBlock {
  readonly title: string;
  readonly key: string;
  readonly levels: readonly LevelLink[];
  readonly overlay?: string;
  readonly revision?: string;
  readonly date?: string;
  readonly sheet?: string;
}

/** A view as a figure on any page. */
export interface Figure {
  readonly drawing: Drawing;
  readonly href: string;
  readonly block: TitleBlock;
  /** What the drawing's looks mean; nothing where its author wants no key. */
  readonly legend: readonly LegendRow[];
  /** What passes in each step of a dynamic view. */
  readonly steps: readonly StepRow[];
}

/** One step of a drawing, in words. */
export interface StepRow {
  /** `1`, `2.1`; of steps that share a number `3a`. */
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
}

/** One line of a drawing's key on a page. */
export interface LegendRow {
  readonly label: string;
  readonly sort: KeyEntry['sort'];
  /** SVG that follows the page's theme. */
  readonly swatch: string;
}

/** What a figure is made of besides the portfolio. */
export type FigureTools = Pick<DrawingTools, 'engine' | 'measure' | 'placed'>;

/** The figure of a view; `use` tells apart two uses of one view, `costs` asks for the overlay. */
export function figureOf(
  portfolio: Portfolio,
  view: View,
  tools: FigureTools,
  options: { readonly use: string; readonly costs: boolean; readonly states?: boolean },
): Figure | undefined {
  const { index, sheet, addresses } = portfolio;
  const marks = options.costs ? marksFor(portfolio, view) : NO_MARKS;
  const badges = marks.costs;
  const { use, states } = options;
  const drawing = drawView({ index, sheet, addresses, ...tools }, view, marks, use, states);
  if (!drawing) return undefined;
  return {
    drawing,
    href: viewPath(view.key),
    block: titleBlock(portfolio, view, badges.size > 0),
    legend: legendOf(portfolio, view, drawing.graph, badges.size > 0).map((entry) => ({
      label: entry.label,
      sort: entry.sort,
      swatch: swatch(entry, inks('auto')),
    })),
    steps: stepsOf(drawing.graph),
  };
}

function stepsOf({ kind, nodes, edges }: ViewGraph): StepRow[] {
  if (kind !== 'Dynamic') return [];
  const names = new Map(nodes.map(({ id, name }) => [id as string, name]));
  return edges.map(({ order = '', step = order, source, target, description }) => ({
    step,
    from: names.get(source) ?? '',
    to: names.get(target) ?? '',
    what: description,
  }));
}

function legendOf(
  { config, index, sheet }: Portfolio,
  view: View,
  graph: ViewGraph,
  overlay: boolean,
): KeyEntry[] {
  if (wantsKey(index, view) === false) return [];
  const users = formatUsers(usersOf(config, spendSize({ config }, view)));
  const cost: KeyEntry = { sort: 'cost', label: `$ a month at ${users}, share` };
  return [...keyOf(graph, index, sheet), ...(overlay ? [cost] : [])];
}

/** A view as a file of its own, drawn as on its page; none where the page has no drawing. */
export function figureFile(
  portfolio: Portfolio,
  view: View,
  tools: FigureTools,
  fonts: EmbeddedFonts,
): string | undefined {
  const { index, sheet, addresses } = portfolio;
  const marks = marksFor(portfolio, view);
  return drawFile({ index, sheet, addresses, ...tools }, view, marks, fonts, (graph) => {
    const { title, date, revision, sheet: place } = titleBlock(portfolio, view, false);
    return {
      title,
      note: noteOf(graph),
      key: legendOf(portfolio, view, graph, marks.costs.size > 0),
      facts: [
        ...(date ? [{ label: 'Date', value: date }] : []),
        ...(revision ? [{ label: 'Revision', value: revision }] : []),
        ...(place ? [{ label: 'Sheet', value: place }] : []),
      ],
    };
  });
}

function marksFor(portfolio: Portfolio, view: View): DrawingMarks {
  const size = spendSize(portfolio, view);
  const cost = size && sheetOf(portfolio, view)?.entry.cost;
  if (!cost) return { costs: new Map(), overlaysOf: (graph) => overlaysOf(portfolio, graph) };
  const { index } = portfolio;
  const boxes =
    'elements' in view ? view.elements.flatMap(({ id }) => index.element(id) ?? []) : [];
  return {
    costs: costBadges(index, cost, boxes, size),
    overlaysOf: (graph) => overlaysOf(portfolio, graph, { cost, size }),
  };
}

/** The title block of a view. */
export function titleBlock(portfolio: Portfolio, view: View, overlay: boolean): TitleBlock {
  const { config, index, revision } = portfolio;
  const place = sheetOf(portfolio, view);
  return {
    title: viewTitle(index, view),
    key: view.key,
    levels: levelSteps(index, view).map(({ level, view: other, current }) => ({
      text: level,
      href: viewPath(other?.key ?? view.key),
      current,
    })),
    ...(overlay && {
      overlay: `Cost at ${formatUsers(usersOf(config, spendSize(portfolio, view)))}`,
    }),
    ...(revision && { revision: revisionText(revision), date: formatDate(revision.date) }),
    ...(place && { sheet: `${place.sheet} of ${place.entry.views.length}` }),
  };
}

function usersOf(
  { users: [small, large] }: Portfolio['config'],
  size: SpendSize = 'large',
): number {
  return size === 'small' ? small : large;
}
