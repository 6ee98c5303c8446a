import { slug } from 'github-slugger';
import { currentAnswers, resolveLink } from '#adr/log.ts';
import type { AdrRecord, AdrSection, StatusKind } from '#adr/record.ts';
import { readFences } from '#mermaid/fences.ts';
import { costPath, studyPath } from '../addresses.ts';
import type { Drawing } from '../drawings.ts';
import { definitionsIn } from '../footnotes.ts';
import { formatMoney, formatUsers } from '../format.ts';
import { linksIn } from '../links.ts';
import { type MarkdownOptions, renderInline, renderMarkdown } from '../markdown.ts';
import { drawNeighbourhood } from '../neighbourhood.ts';
import { pictureMarkup } from '../pictures.ts';
import type { Portfolio } from '../portfolio.ts';
import { billOf, billSpend, relationshipsOf } from '../record-ties.ts';
import { elementsOf, logWith } from '../records.ts';
import { type Chain, chainOf } from './adr-chain.ts';
import { linkTo } from './adr-names.ts';
import { type OptionSpend, optionSpend } from './adr-options.ts';
import { type AdrRow, adrRow } from './adr-row.ts';
import type { FigureTools } from './figure.ts';
import type { PageLink } from './links.ts';
import { isShownElsewhere, sortsConsequences, tablesOptions } from './review/record-parts.ts';

export type { StatusKind };

/** A section of a record, ready to be shown. */
export interface AdrPart {
  readonly heading: string;
  /** What `#context` in an address leads to, as GitHub makes it. */
  readonly id: string;
  readonly role: AdrSection['role'];
  readonly html: string;
}

/** An option with what speaks for and against it, as HTML. */
export interface OptionRow {
  readonly name: string;
  readonly description: string;
  readonly chosen: boolean;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  /** What speaks neither for it nor against it. */
  readonly neutral: readonly string[];
}

/** What follows from a decision, sorted, as HTML. */
export interface ConsequenceColumn {
  readonly heading: 'Gained' | 'Given up' | 'To be watched';
  readonly items: readonly string[];
}

/** A page about one decision. */
export interface AdrPage extends AdrRow {
  readonly record: AdrRecord;
  /** Decision first, then why it was needed; what the two lists below show is not repeated. */
  readonly parts: readonly AdrPart[];
  readonly options: readonly OptionRow[];
  /** What the options cost, where the record ties them to a cost model. */
  readonly spend?: OptionSpend;
  /** Empty where the record does not sort its consequences; they are a part then. */
  readonly consequences: readonly ConsequenceColumn[];
  /** The elements that the decision concerns, and what passes between them. */
  readonly neighbourhood?: Drawing;
  /** What it supersedes and amends, and what superseded and amended it. */
  readonly chain: Chain;
  /** What it says of other records beyond that. */
  readonly relations: readonly { readonly verb: string; readonly link: PageLink }[];
  /** Where the answer stands now, when this record no longer holds. */
  readonly current: readonly PageLink[];
  readonly studies: readonly PageLink[];
  /** What passes between elements that the record is about. */
  readonly passes: readonly { readonly from: string; readonly to: string; readonly what: string }[];
  /** What the record is about of the bills, with what it costs a month at both sizes. */
  readonly bills: readonly { readonly link: PageLink; readonly spend: string }[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly source?: string;
}

/** Whether the page of a record shows diagrams, whose pictures have to be there first. */
export function hasDiagrams({ source }: AdrRecord): boolean {
  return readFences(source).length > 0;
}

/** The data of a record's page. `base` is the path below which the site stands. */
export function adrPage(
  portfolio: Portfolio,
  record: AdrRecord,
  tools: FigureTools,
  base: string,
): AdrPage {
  const { studies } = portfolio;
  const log = logWith(portfolio, record);
  const link = (other: AdrRecord) => linkTo(portfolio, other);
  const place = log.records.indexOf(record);
  const [previous, next] = [log.records[place - 1], log.records[place + 1]];
  const below = (path: string) => `${base.replace(/\/$/, '')}${path}`;
  let pieces = 0;
  const way: MarkdownOptions = {
    ...linksIn(portfolio, record.source.name, below),
    definitions: definitionsIn(record.source.text),
    footnotePrefix: () => `part-${++pieces}-`,
    diagram(text) {
      const picture = portfolio.pictures.get(text);
      return picture && pictureMarkup(picture, text, below);
    },
  };
  const row = adrRow(portfolio, record);
  const options = optionRows(record, way);
  const spend = optionSpend(portfolio, record);
  const consequences = consequenceColumns(record, way);
  const neighbourhood = drawNeighbourhood(portfolio, elementsOf(portfolio, record), tools);
  return {
    ...row,
    record,
    parts: partsOf(record, options, way),
    options,
    ...(spend && { spend }),
    consequences,
    ...(neighbourhood && { neighbourhood }),
    chain: chainOf(portfolio, record),
    relations: record.links
      .filter(({ relation }) => relation === 'relates')
      .flatMap((related) => {
        const target = resolveLink(log, related);
        return target.kind === 'record' ? [{ verb: related.verb, link: link(target.record) }] : [];
      }),
    current: row.status === 'superseded' ? currentAnswers(log, record).map(link) : [],
    studies: studies
      .filter(({ decisions }) => decisions.includes(record))
      .map(({ study }) => ({
        text: study.meta.name ?? study.meta.title,
        href: studyPath(study.slug),
      })),
    passes: passesOf(portfolio, record),
    bills: billsOf(portfolio, record),
    ...(previous && { previous: link(previous) }),
    ...(next && { next: link(next) }),
    ...(portfolio.config.repository && {
      source: sourceAddress(portfolio.config.repository, record.source.name),
    }),
  };
}

function passesOf({ index }: Portfolio, { ties }: AdrRecord): AdrPage['passes'] {
  const found = new Set(ties.relationships.flatMap((tie) => relationshipsOf(index, tie)));
  return [...found].map(({ source, destination, description = '' }) => ({
    from: index.element(source)?.name ?? source,
    to: index.element(destination)?.name ?? destination,
    what: description,
  }));
}

function billsOf({ costs }: Portfolio, { ties }: AdrRecord): AdrPage['bills'] {
  return ties.costs.flatMap((tie) => {
    const { model, part } = billOf(tie);
    const cost = costs.find(({ id }) => id === model);
    const spend = cost && billSpend(cost, part);
    if (!cost || !spend) return [];
    const [small, large] = [spend.small, spend.large].map((usd) => formatMoney(usd, cost.currency));
    const [few, many] = cost.users.map(formatUsers);
    return [
      {
        link: { text: part === '' ? cost.title : `${cost.title}: ${part}`, href: costPath(model) },
        spend: `${small} a month for ${few} users, ${large} for ${many}`,
      },
    ];
  });
}

/** The order in which a reader wants the parts: the answer, why, then the rest as it stands. */
const ORDER: readonly AdrSection['role'][] = ['decision', 'context', 'drivers'];

/** MADR's sentence when it says nothing but the option's name. */
const CHOSEN_LINE = /^Chosen option: "[^"\n]+"\.?[ \t]*$/gm;

function partsOf(
  record: AdrRecord,
  options: readonly OptionRow[],
  way: MarkdownOptions,
): AdrPart[] {
  const { preamble, sections } = record;
  const place = (role: AdrSection['role']) => {
    const at = ORDER.indexOf(role);
    return at < 0 ? ORDER.length : at;
  };
  const isElsewhere = (section: AdrSection) => isShownElsewhere(record, section);
  const textOf = ({ markdown, children }: AdrSection): string =>
    children.filter(isElsewhere).reduce(withoutSection, markdown);
  const parts = sections
    .filter((section) => !isElsewhere(section))
    .toSorted((a, b) => place(a.role) - place(b.role))
    .map((section): AdrPart => {
      // The table of options marks the chosen one; a line that only names it again is left out.
      const marked = options.some(({ chosen }) => chosen);
      const text = marked ? textOf(section).replace(CHOSEN_LINE, '') : textOf(section);
      return {
        heading: section.heading,
        id: slug(section.heading),
        role: section.role,
        html: renderMarkdown(text, way),
      };
    });
  if (preamble.trim() === '') return parts;
  const html = renderMarkdown(preamble, way);
  const before = parts.filter(({ role }) => place(role) < ORDER.length).length;
  return parts.toSpliced(before, 0, {
    heading: 'Introduction',
    id: 'introduction',
    role: 'other',
    html,
  });
}

/** A text without a section in it: MADR puts the consequences below the decision. */
function withoutSection(markdown: string, { span }: AdrSection): string {
  return markdown.replace(span.source.text.slice(span.start, span.end).trim(), () => '');
}

/** The options as a table's rows, where the record argues about them or says what they cost. */
function optionRows(record: AdrRecord, way: MarkdownOptions): OptionRow[] {
  if (!tablesOptions(record)) return [];
  const html = (texts: readonly { readonly text: string }[]) =>
    texts.map(({ text }) => renderInline(sentence(text), way));
  return record.options.map(({ name, description, chosen, pros, cons, neutral }) => ({
    name,
    description: renderInline(description, way),
    chosen,
    pros: html(pros),
    cons: html(cons),
    neutral: html(neutral),
  }));
}

function consequenceColumns(record: AdrRecord, way: MarkdownOptions): ConsequenceColumn[] {
  const { consequences } = record;
  if (!consequences || !sortsConsequences(record)) return [];
  const columns = [
    ['Gained', consequences.gained],
    ['Given up', consequences.givenUp],
    ['To be watched', [...consequences.neutral, ...consequences.unsorted]],
  ] as const;
  return columns
    .filter(([, items]) => items.length > 0)
    .map(([heading, items]) => ({
      heading,
      items: items.map(({ text }) => renderInline(sentence(text), way)),
    }));
}

/** Arguments are written as clauses (`Good, because it is quick`); alone they begin with a capital. */
function sentence(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function sourceAddress(repository: string, file: string): string {
  return `${repository.replace(/\/$/, '')}/edit/main/${file.split('/').map(encodeURIComponent).join('/')}`;
}
