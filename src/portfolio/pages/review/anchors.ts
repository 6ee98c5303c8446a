import type { Span } from '#diagnostics/source.ts';
import type { Element } from '#model/elements.ts';
import { viewTitle } from '#views/titles.ts';
import { costPartId, costPath, reviewPath, studyPath, viewPath } from '../../addresses.ts';
import { componentCosts } from '../../costs.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { adrNumber } from '../adr-names.ts';
import { lineAnchor } from '../cost.ts';
import { CHECKLIST } from './checklist.ts';
import { listsBesidePages } from './lists.ts';
import { recordParts } from './record-parts.ts';
import { rowPlaces } from './row-places.ts';

/** A place of a study that a reviewer can say something about. */
export interface ReviewAnchor {
  /** Its address below the base; a promise, since comments carry it. */
  readonly address: string;
  /** What it is, where the address alone says little. */
  readonly label: string;
  /** Where it is written. */
  readonly span?: Span | undefined;
  /** The file, where only that is known. */
  readonly file?: string;
}

/** Every place of a study that has a comment box, in the order of its review. */
export function reviewAnchors(portfolio: Portfolio, entry: StudyEntry): ReviewAnchor[] {
  return [
    ...CHECKLIST.map(({ id, question }) => ({
      address: `${reviewPath(entry.study.slug)}#${id}`,
      label: question,
      file: entry.study.source.name,
    })),
    ...sectionAnchors(entry),
    ...drawingAnchors(portfolio, entry),
    ...decisionAnchors(portfolio, entry),
    ...elementAnchors(portfolio, entry),
    ...costAnchors(entry),
    ...listAnchors(entry),
    ...rowPlaces(entry.study).values(),
  ];
}

/** What a review calls the id of a list that no page shows. */
export const listId = (name: string) => `list-${name}`;

/**
 * The elements of a study: its system with all that is in it, then whom and what that deals with.
 * Instances, which only stand for others, are left out.
 */
export function reviewedElements({ index }: Portfolio, { system }: StudyEntry): Element[] {
  if (!system) return [];
  const { elements, relationships } = index.workspace;
  const own = elements.filter(({ id }) => index.lineage(id).includes(system));
  const ids = new Set(own.map(({ id }) => id));
  const around = new Set(
    relationships.flatMap(({ source, destination }) =>
      ids.has(source) || ids.has(destination) ? [source, destination] : [],
    ),
  );
  const others = elements.filter(
    ({ id, kind }) => around.has(id) && (kind === 'Person' || kind === 'SoftwareSystem'),
  );
  return [...own, ...others.filter(({ id }) => !ids.has(id))];
}

function sectionAnchors({ study }: StudyEntry): ReviewAnchor[] {
  return study.pages.flatMap(({ name, meta, source, headings }) => {
    const address = studyPath(study.slug, name);
    const place = name === 'index' ? '' : `${meta.title}: `;
    return [
      { address, label: meta.title, span: { source, start: 0, end: 0 } },
      ...headings
        .filter(({ depth }) => depth <= 3)
        .map(({ id, text, span }) => ({
          address: `${address}#${id}`,
          label: `${place}${text}`,
          span,
        })),
    ];
  });
}

function drawingAnchors({ index }: Portfolio, { views }: StudyEntry): ReviewAnchor[] {
  return views.map((view) => ({
    address: viewPath(view.key),
    label: `Drawing: ${viewTitle(index, view)}`,
    span: view.origin,
  }));
}

function decisionAnchors({ addresses }: Portfolio, { decisions }: StudyEntry): ReviewAnchor[] {
  return decisions.flatMap((record) => {
    const address = addresses.record(record);
    const label = `${adrNumber(record)} ${record.title}`;
    return [
      { address, label, span: record.heading.span },
      ...recordParts(record).map(({ id, heading, span }) => ({
        address: `${address}#${id}`,
        label: `${label}: ${heading}`,
        span: span ?? record.heading.span,
      })),
    ];
  });
}

function elementAnchors(portfolio: Portfolio, entry: StudyEntry): ReviewAnchor[] {
  return reviewedElements(portfolio, entry).flatMap(({ id, name, origin }) => {
    const address = portfolio.addresses.element(id);
    return address === undefined ? [] : [{ address, label: `Element: ${name}`, span: origin }];
  });
}

function costAnchors({ cost }: StudyEntry): ReviewAnchor[] {
  if (!cost) return [];
  const file = `cost-models/${cost.id}.ts`;
  const place = (id: string, label: string) => ({
    address: `${costPath(cost.id)}#${id}`,
    label: `Cost: ${label}`,
    file,
  });
  // The page of the model leaves out parts that cost nothing.
  const priced = new Set(
    componentCosts(cost)
      .filter(({ small, large }) => small > 0 || large > 0)
      .map(({ component }) => component.id),
  );
  return cost.large.components.flatMap(({ id, title, lines }) => [
    ...(priced.has(id) ? [place(costPartId(id), title)] : []),
    ...lines.map((line) => place(lineAnchor(line), `${title}, ${line.description}`)),
  ]);
}

function listAnchors({ study }: StudyEntry): ReviewAnchor[] {
  return listsBesidePages(study).map(({ name, title }) => ({
    address: `${reviewPath(study.slug)}#${listId(name)}`,
    label: title,
    file: study.listFiles.get(name)?.source.name ?? '',
  }));
}
