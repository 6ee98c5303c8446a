import { studyPath, viewPath } from '../addresses.ts';
import { type SpendScale, spendScale } from '../charts/spend-scale.ts';
import { plural } from '../format.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import { allRecords } from '../records.ts';
import { breaksFirstText } from './cost.ts';
import { type Figure, type FigureTools, figureOf } from './figure.ts';
import type { PageLink } from './links.ts';
import { readinessLink } from './readiness.ts';
import { monthlyAtSizes, type SizeSpend } from './sizes.ts';

/** What the home page says of every study. */
interface StudyLine {
  readonly number: number;
  readonly name: string;
  readonly summary: string;
  readonly href: string;
  readonly counts: string;
  /** At both sizes, of a study with a model. */
  readonly cost?: readonly SizeSpend[];
}

/** A study that is not finished, as a line below those that are. */
export interface DraftLine extends StudyLine {
  /** How much of it is there: `11 of 17 artifacts`. */
  readonly readiness?: PageLink;
}

/** A finished study as a band of the home page. */
export interface StudyBand extends StudyLine {
  readonly figure?: Figure;
  /** `Fig. 1.1` */
  readonly figureNumber: string;
  readonly caption: string;
  readonly breaksFirst?: string;
}

export interface HomePage {
  readonly studies: readonly StudyBand[];
  readonly drafts: readonly DraftLine[];
  /** All that is priced, to compare; nothing for one study. */
  readonly scale?: SpendScale<PageLink>;
  readonly drawings: number;
  readonly decisions: number;
  readonly models: number;
}

/** The data of the home page. */
export function homePage(portfolio: Portfolio, tools: FigureTools): HomePage {
  const { index, costs } = portfolio;
  const scale = spendScale(
    portfolio.studies.flatMap(({ study: { slug, meta }, cost }) =>
      cost ? [{ study: { text: meta.name ?? meta.title, href: studyPath(slug) }, cost }] : [],
    ),
  );
  const finished = portfolio.studies.filter(({ study }) => !study.meta.draft);
  return {
    studies: finished.map((entry, place) => bandOf(portfolio, entry, place === 0, tools)),
    drafts: portfolio.studies
      .filter(({ study }) => study.meta.draft)
      .map((entry) => draftOf(portfolio, entry)),
    ...(scale && { scale }),
    drawings: index.workspace.views.length,
    decisions: allRecords(portfolio).length,
    models: costs.length,
  };
}

function bandOf(
  portfolio: Portfolio,
  entry: StudyEntry,
  costs: boolean,
  tools: FigureTools,
): StudyBand {
  const { study, cost } = entry;
  const view = leadView(entry);
  const figure = view && figureOf(portfolio, view, tools, { use: 'home', costs });
  const breaksFirst = cost && breaksFirstText(cost);
  const sizes = monthlyAtSizes(entry);
  return {
    ...lineOf(entry),
    ...(figure && { figure }),
    figureNumber: `${study.meta.order}.1`,
    caption: view?.description ?? '',
    ...(sizes && { cost: sizes }),
    ...(breaksFirst && { breaksFirst }),
  };
}

function draftOf(portfolio: Portfolio, entry: StudyEntry): DraftLine {
  const cost = monthlyAtSizes(entry);
  const readiness = readinessLink(portfolio, entry.study.slug);
  return { ...lineOf(entry), ...(cost && { cost }), ...(readiness && { readiness }) };
}

function lineOf({ study, views, decisions }: StudyEntry): StudyLine {
  return {
    number: study.meta.order,
    name: study.meta.name ?? study.meta.title,
    summary: study.meta.summary,
    href: studyPath(study.slug),
    counts: `${[
      ...(decisions.length > 0 ? [plural(decisions.length, 'decision')] : []),
      plural(views.length, 'drawing'),
    ].join(', ')}.`,
  };
}

/** The view that stands for a study: the one it names, else containers, else its first. */
export function leadView({ study, views }: StudyEntry): StudyEntry['views'][number] | undefined {
  return (
    views.find(({ key }) => key === study.meta.drawing) ??
    views.find(({ kind }) => kind === 'Container') ??
    views[0]
  );
}

/** Where the lead drawing of a study stands on a page of its own. */
export function leadPath(entry: StudyEntry): string | undefined {
  const view = leadView(entry);
  return view && viewPath(view.key);
}
