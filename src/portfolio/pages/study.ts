import { errorBudgetMinutes } from '#case-study/lists/slos.ts';
import type { Reference } from '#case-study/mdx.ts';
import type { StudyPage as StudyFile } from '#case-study/study.ts';
import { ViewKey } from '#model/ids.ts';
import { costPath, practicePath, schemaPath, studyPath } from '../addresses.ts';
import { type BenchmarkView, benchmarkView } from '../benchmarks.ts';
import { formatMoney, formatPerUser, formatUsers, plural } from '../format.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import { minutesToRead, type Speech } from '../speech/pace.ts';
import { pageSpeech } from '../speech/page-words.ts';
import { type AdrRow, adrRow } from './adr-row.ts';
import { auditLink, claimsOf, type StudyClaims } from './audit.ts';
import { firstLimit, limitSense } from './cost.ts';
import { type Figure, type FigureTools, figureOf } from './figure.ts';
import type { PageLink } from './links.ts';
import { listsOf, type StudyLists } from './lists/lists.ts';
import { type NetworkFigure, networkFigures } from './network.ts';
import { readinessLink } from './readiness.ts';
import { type RowPlace, rowPlaces } from './review/row-places.ts';
import { hasSchemaPage, type SchemaData, schemaData } from './schema.ts';
import { type CutLink, cutLinks } from './walkthrough/cuts.ts';

/** One of the figures at the head of a study. */
export interface Stat {
  readonly label: string;
  readonly value: string;
  readonly sense: string;
  /** Dollars are amber. */
  readonly money: boolean;
}

/** A numbered section: an entry of the contents rail. */
export interface Section {
  /** `1.4` */
  readonly number: string;
  readonly text: string;
  readonly id: string;
}

/** A page of a study: all that its components show, looked up before the first of them runs. */
export interface StudyPageData {
  readonly entry: StudyEntry;
  readonly page: string;
  readonly title: string;
  readonly summary: string;
  readonly number: number;
  readonly stats: readonly Stat[];
  /** Of a draft: how much of it is there. */
  readonly readiness?: PageLink;
  /** Its walkthroughs, the shortest first. */
  readonly walks: readonly CutLink[];
  readonly sections: readonly Section[];
  /** By view key, in the order of the page; the number is `1.1`. */
  readonly figures: ReadonlyMap<string, { readonly figure: Figure; readonly number: string }>;
  readonly lists: StudyLists;
  /** The rows of its lists as places of their own, by their id. */
  readonly rows: ReadonlyMap<string, RowPlace>;
  /** What the texts behind the study claim, beside what it comes to. */
  readonly claims?: StudyClaims;
  /** Its database, on a page that shows it. */
  readonly schema?: SchemaData;
  /** Drawings of its networks, on a page that shows one. */
  readonly networkFigures: readonly NetworkFigure[];
  readonly benchmarks: readonly BenchmarkView[];
  /** What shaped its system, on its first page. */
  readonly decisions: readonly AdrRow[];
  readonly counts: readonly string[];
  /** Of a page that is spoken: how long that takes. */
  readonly speech?: Speech;
  readonly pages: readonly (PageLink & { readonly current: boolean })[];
  readonly links: readonly PageLink[];
  /** Where its decisions are rehearsed; nothing where no card defends one. */
  readonly practice?: string;
  readonly previous?: PageLink;
  readonly next?: PageLink;
}

/** The data of a page of a study; nothing when the study has no such page. */
export function studyPage(
  portfolio: Portfolio,
  entry: StudyEntry,
  name: string,
  tools: FigureTools,
): StudyPageData | undefined {
  const { study, cost, views, decisions, schema } = entry;
  const file = study.pages.find((page) => page.name === name);
  if (!file) return undefined;
  const place = portfolio.studies.indexOf(entry);
  const neighbour = (offset: number) => {
    const other = portfolio.studies[place + offset];
    return (
      other && {
        text: other.study.meta.name ?? other.study.meta.title,
        href: studyPath(other.study.slug),
      }
    );
  };
  const [previous, next] = [neighbour(-1), neighbour(1)];
  const speech = pageSpeech(file, cost);
  const audit = portfolio.audits.find((one) => one.study === study);
  const audited = auditLink(audit);
  const walks = cutLinks(entry);
  const ready = study.meta.draft ? readinessLink(portfolio, study.slug) : undefined;
  return {
    entry,
    page: name,
    title: file.meta.title,
    summary: file.meta.summary ?? study.meta.summary,
    number: study.meta.order,
    stats: name === 'index' ? statsOf(entry) : [],
    ...(ready && { readiness: ready }),
    walks,
    sections: sectionsOf(file, study.meta.order),
    figures: figuresOf(portfolio, entry, file, tools),
    lists: listsOf(portfolio, entry),
    rows: rowPlaces(study),
    decisions: name === 'index' ? decisions.map((record) => adrRow(portfolio, record)) : [],
    counts: [
      plural(views.length, 'drawing'),
      plural(decisions.length, 'decision'),
      ...(study.pages.length > 1 ? [plural(study.pages.length, 'page')] : []),
      plural(readingMinutes(file), 'minute'),
    ],
    ...(speech && { speech }),
    pages: [
      ...study.pages.map((page) => ({
        text: page.meta.title,
        href: studyPath(study.slug, page.name),
        current: page.name === name,
      })),
      ...(hasSchemaPage(entry)
        ? [{ text: 'Tables', href: schemaPath(study.slug), current: false }]
        : []),
    ],
    ...(audit && { claims: claimsOf(audit) }),
    ...(schema && showsSchema(file) && { schema: schemaData(schema, tools) }),
    networkFigures: showsNetwork(file) ? networkFigures(portfolio, entry, tools.measure) : [],
    benchmarks: study.benchmarks.map((one) => benchmarkView(one, portfolio.priceBook)),
    links: [
      ...walks.slice(0, 1).map(({ href }) => ({ text: 'Walkthrough', href })),
      ...(cost ? [{ text: 'Every cost line', href: costPath(cost.id) }] : []),
      ...(audited ? [audited] : []),
      ...(isAsked(entry) ? [{ text: 'Practice', href: practicePath(study.slug) }] : []),
    ],
    ...(study.defence.length > 0 && { practice: practicePath(study.slug, 'decision') }),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

/** Whether the practice page asks anything of a study itself. */
function isAsked({ study, cost }: StudyEntry): boolean {
  return study.defence.length + study.failureModes.length > 0 || cost !== undefined;
}

/** The figures at the head: what it costs at both sizes, what breaks first, what it promises. */
export function statsOf({ study, cost }: StudyEntry): Stat[] {
  const stats: Stat[] = [];
  if (cost) {
    for (const [users, report] of [
      [cost.users[0], cost.small],
      [cost.users[1], cost.large],
    ] as const) {
      stats.push({
        label: plural(users, 'user'),
        value: formatMoney(report.monthly, cost.currency),
        sense: `a month, ${formatPerUser(report.perUser, cost.currency)} a user`,
        money: true,
      });
    }
    const limit = firstLimit(cost);
    if (limit?.saturatesAtUsers) {
      const value = `${formatUsers(limit.saturatesAtUsers)} users`;
      stats.push({ label: 'Breaks first', value, sense: limitSense(cost), money: false });
    }
  }
  const availability = study.slos.find(({ id }) => id === 'availability');
  if (availability) {
    const minutes = errorBudgetMinutes(availability);
    stats.push({
      label: 'Availability target',
      value: `${availability.objective}\u00A0%`,
      sense: `${minutes} minutes in ${availability.windowDays} days`,
      money: false,
    });
  }
  return stats;
}

function sectionsOf({ headings }: StudyFile, order: number): Section[] {
  return headings
    .filter(({ depth }) => depth === 2)
    .map(({ text, id }, index) => ({ number: `${order}.${index + 1}`, text, id }));
}

function figuresOf(
  portfolio: Portfolio,
  { study }: StudyEntry,
  file: StudyFile,
  tools: FigureTools,
): StudyPageData['figures'] {
  const figures = new Map<string, { figure: Figure; number: string }>();
  const uses = file.references.filter(({ component }) => component === 'Diagram');
  for (const use of uses) {
    const key = viewOf(use);
    const view = portfolio.index.view(ViewKey(key));
    if (!view || figures.has(key)) continue;
    const costs = use.attributes.overlay !== 'none';
    const figure = figureOf(portfolio, view, tools, { use: 'fig', costs });
    if (figure) figures.set(key, { figure, number: `${study.meta.order}.${figures.size + 1}` });
  }
  return figures;
}

/** Whether a page shows tables: a drawing of many is not made for nothing. */
function showsSchema({ references }: StudyFile): boolean {
  return references.some(({ component }) => component === 'Schema' || component === 'ErDiagram');
}

function showsNetwork({ references }: StudyFile): boolean {
  return references.some(({ component }) => component === 'NetworkDrawing');
}

function viewOf({ attributes }: Reference): string {
  return attributes.view ?? '';
}

/** Minutes to read a page; tags and code count as the words they hold. */
function readingMinutes({ source }: StudyFile): number {
  return minutesToRead(source.text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length);
}
