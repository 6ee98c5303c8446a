import type { Element } from '#model/elements.ts';
import { technologyOf } from '#model/index.ts';
import type { View } from '#model/views.ts';
import { viewTitle } from '#views/titles.ts';
import { studyPath, viewPath } from '../addresses.ts';
import { levelOf, systemOf } from '../levels.ts';
import type { Portfolio } from '../portfolio.ts';
import { type Figure, type FigureTools, figureOf } from './figure.ts';
import type { MaybeLink, PageLink } from './links.ts';
import { readinessLink } from './readiness.ts';
import { monthlyAtSizes, type SizeSpend } from './sizes.ts';
import { kindLabel } from './view.ts';

/** Rows that belong together, under a heading. */
export interface Group<Row> {
  readonly heading: string;
  readonly rows: readonly Row[];
}

export interface ViewRow extends PageLink {
  readonly level: string;
  readonly description: string;
}

/** The drawing that the list of all drawings opens with: the landscape; none where the workspace has none. */
export function landscapeFigure(portfolio: Portfolio, tools: FigureTools): Figure | undefined {
  const view = portfolio.index.workspace.views.find(({ kind }) => kind === 'SystemLandscape');
  return view && figureOf(portfolio, view, tools, { use: 'index', costs: false });
}

/** All views, those of no system first, then system by system. */
export function viewIndex({ index }: Portfolio): Group<ViewRow>[] {
  const bySystem = Map.groupBy(index.workspace.views, (view) => systemOf(index, view)?.name);
  const rows = (views: readonly View[]) =>
    views.map((view) => ({
      text: viewTitle(index, view),
      href: viewPath(view.key),
      level: levelOf(index, view),
      description: view.description ?? '',
    }));
  const loose = bySystem.get(undefined) ?? [];
  const systems = [...bySystem].flatMap(([name, views]) =>
    name === undefined ? [] : [[name, views] as const],
  );
  return [
    ...(loose.length > 0 ? [{ heading: 'The whole', rows: rows(loose) }] : []),
    ...systems.map(([heading, views]) => ({ heading, rows: rows(views) })),
  ];
}

export interface ElementIndexRow {
  readonly element: MaybeLink;
  readonly kind: string;
  readonly technology: string;
  readonly description: string;
}

/** All elements with a page: people and systems, then what is inside each system, then deployments. */
export function elementIndex(portfolio: Portfolio): Group<ElementIndexRow>[] {
  const { index, addresses } = portfolio;
  const row = (element: Element): ElementIndexRow => {
    const href = addresses.element(element.id);
    return {
      element: { text: element.name, ...(href && { href }) },
      kind: kindLabel(portfolio, element),
      technology: technologyOf(element) ?? '',
      description: element.description ?? '',
    };
  };
  const groups = new Map<string, Element[]>();
  for (const id of addresses.elements.keys()) {
    const element = index.element(id);
    if (!element) continue;
    const heading = headingOf(portfolio, element);
    groups.set(heading, [...(groups.get(heading) ?? []), element]);
  }
  return [...groups].map(([heading, elements]) => ({ heading, rows: elements.map(row) }));
}

function headingOf({ index }: Portfolio, element: Element): string {
  if ('environment' in element) return `Deployment: ${element.environment}`;
  const outermost = index.lineage(element.id).at(-1);
  if (outermost === element || !outermost) return 'People and systems';
  return outermost.name;
}

export interface StudyRow extends PageLink {
  readonly number: number;
  readonly summary: string;
  /** Of a draft: how much of it is there. */
  readonly readiness?: PageLink;
  /** At both sizes, of a study with a model. */
  readonly cost?: readonly SizeSpend[];
}

/** All studies, in their order. */
export function studyIndex(portfolio: Portfolio): StudyRow[] {
  return portfolio.studies.map((entry) => {
    const { slug, meta } = entry.study;
    const cost = monthlyAtSizes(entry);
    const ready = meta.draft ? readinessLink(portfolio, slug) : undefined;
    return {
      number: meta.order,
      text: meta.title,
      href: studyPath(slug),
      summary: meta.summary,
      ...(ready && { readiness: ready }),
      ...(cost && { cost }),
    };
  });
}
