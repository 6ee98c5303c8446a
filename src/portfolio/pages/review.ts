import type { AdrRecord } from '#adr/record.ts';
import { technologyOf } from '#model/index.ts';
import { costPartId, costPath, frozenPath, reviewPath, studyPath } from '../addresses.ts';
import { formatCents, formatDate, formatUsers } from '../format.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import { type AdrPage, adrPage } from './adr.ts';
import { lineAnchor } from './cost.ts';
import { type Figure, type FigureTools, figureOf } from './figure.ts';
import type { PageLink } from './links.ts';
import { type ReviewAnchor, reviewAnchors, reviewedElements } from './review/anchors.ts';
import { CHECKLIST } from './review/checklist.ts';
import { listsBesidePages, type ReviewList } from './review/lists.ts';
import { type StudyPageData, studyPage } from './study.ts';
import { kindLabel } from './view.ts';

/** A row of a review's tables, which a reviewer can say something about. */
export interface ReviewRow {
  readonly anchor: ReviewAnchor;
  readonly cells: readonly string[];
  /** How deep it lies in what stands above it. */
  readonly depth: number;
}

/** A study on one page, for a reviewer. */
export interface ReviewPage {
  readonly entry: StudyEntry;
  readonly slug: string;
  readonly title: string;
  readonly href: string;
  readonly study: PageLink;
  readonly checklist: typeof CHECKLIST;
  /** Its pages as they are, each with what its ids begin with here. */
  readonly pages: readonly { readonly data: StudyPageData; readonly prefix: string }[];
  /** The drawings that no page shows. */
  readonly drawings: readonly { readonly figure: Figure; readonly number: string }[];
  readonly decisions: readonly { readonly page: AdrPage; readonly prefix: string }[];
  readonly elements: readonly ReviewRow[];
  readonly lines: readonly ReviewRow[];
  /** The larger size: `500K`. */
  readonly users: string;
  /** The lists that no page shows. */
  readonly lists: readonly ReviewList[];
  /** What its anchors are called, by their address. */
  readonly anchors: ReadonlyMap<string, ReviewAnchor>;
  /** Its states that were frozen, latest first. */
  readonly frozen: readonly (PageLink & { readonly digest: string })[];
}

/** The data of a study's review. `base` is the path below which the site stands. */
export function reviewPage(
  portfolio: Portfolio,
  entry: StudyEntry,
  tools: FigureTools,
  base: string,
): ReviewPage {
  const { study, views, decisions } = entry;
  const pages = study.pages.flatMap(({ name }) => {
    const data = studyPage(portfolio, entry, name, tools);
    return data ? [{ data, prefix: name === 'index' ? '' : `${name}--` }] : [];
  });
  const shown = new Set(pages.flatMap(({ data }) => [...data.figures.keys()]));
  const anchors = new Map(reviewAnchors(portfolio, entry).map((one) => [one.address, one]));
  const title = study.meta.name ?? study.meta.title;
  return {
    entry,
    slug: study.slug,
    title,
    href: reviewPath(study.slug),
    study: { text: title, href: studyPath(study.slug) },
    checklist: CHECKLIST,
    pages,
    drawings: views
      .filter(({ key }) => !shown.has(key))
      .flatMap((view) => {
        const figure = figureOf(portfolio, view, tools, { use: 'review', costs: true });
        return figure ? [figure] : [];
      })
      .map((figure, at) => ({
        figure,
        number: `${study.meta.order}.${shown.size + at + 1}`,
      })),
    decisions: decisions.map((record) => ({
      page: adrPage(portfolio, record, tools, base),
      prefix: `${recordId(portfolio, record)}--`,
    })),
    elements: elementRows(portfolio, entry, anchors),
    lines: lineRows(entry, anchors),
    users: formatUsers(entry.cost?.users[1] ?? 0),
    lists: listsBesidePages(study),
    anchors,
    frozen: (portfolio.reviews.get(study.slug) ?? []).map(({ date, digest }) => ({
      text: formatDate(date),
      href: frozenPath(study.slug, digest),
      digest,
    })),
  };
}

/** What the ids of a record begin with on the page of a review: its address as one word. */
function recordId({ addresses }: Portfolio, record: AdrRecord): string {
  return addresses
    .record(record)
    .replace(/^\/|\/$/g, '')
    .replace(/[/%]/g, '-');
}

function elementRows(
  portfolio: Portfolio,
  entry: StudyEntry,
  anchors: ReviewPage['anchors'],
): ReviewRow[] {
  const { index, addresses } = portfolio;
  return reviewedElements(portfolio, entry).flatMap((element) => {
    const anchor = anchors.get(addresses.element(element.id) ?? '');
    if (!anchor) return [];
    const facts = [kindLabel(portfolio, element), technologyOf(element) ?? ''];
    return [
      {
        anchor,
        cells: [element.name, facts.filter(Boolean).join(', '), element.description ?? ''],
        depth: index.lineage(element.id).length - 1,
      },
    ];
  });
}

function lineRows({ cost }: StudyEntry, anchors: ReviewPage['anchors']): ReviewRow[] {
  if (!cost) return [];
  const row = (id: string, depth: number, cells: readonly string[]): ReviewRow[] => {
    const anchor = anchors.get(`${costPath(cost.id)}#${id}`);
    return anchor ? [{ anchor, cells, depth }] : [];
  };
  return cost.large.components.flatMap(({ id, title, size = '', monthly, lines }) => [
    ...row(costPartId(id), 0, [title, size, formatCents(monthly, cost.currency)]),
    ...lines.flatMap((line) =>
      row(lineAnchor(line), 1, [
        line.description,
        line.dimension,
        formatCents(line.monthly, cost.currency),
      ]),
    ),
  ]);
}
