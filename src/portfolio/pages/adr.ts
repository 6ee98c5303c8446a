import { currentAnswers, effectiveStatus, resolveLink, successorsOf } from '#adr/log.ts';
import type { AdrRecord, AdrSection, StatusKind } from '#adr/record.ts';
import { Identifier } from '#model/ids.ts';
import { adrPath, costPath, studyPath } from '../addresses.ts';
import { renderMarkdown } from '../markdown.ts';
import type { Portfolio } from '../portfolio.ts';
import type { MaybeLink, PageLink } from './links.ts';

/** A record as a row of the log. */
export interface AdrRow {
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly status: StatusKind;
  /** What the sign says beside it: `Accepted`, `Superseded by 0003`. */
  readonly statusLabel: string;
  readonly date: string;
  readonly elements: readonly MaybeLink[];
}

/** A section of a record, ready to be shown. */
export interface AdrPart {
  readonly heading: string;
  readonly role: AdrSection['role'];
  readonly html: string;
}

/** A page about one decision. */
export interface AdrPage extends AdrRow {
  readonly record: AdrRecord;
  readonly parts: readonly AdrPart[];
  readonly relations: readonly { readonly verb: string; readonly link: PageLink }[];
  /** Where the answer stands now, when this record no longer holds. */
  readonly current: readonly PageLink[];
  readonly studies: readonly PageLink[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly source?: string;
}

const LABELS: Readonly<Record<StatusKind, string>> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deprecated: 'Deprecated',
  'partly-superseded': 'Partly superseded',
  superseded: 'Superseded',
  unknown: 'No status',
};

/** The rows of the log, in its order. */
export function adrRows(portfolio: Portfolio): AdrRow[] {
  return portfolio.log.records.map((record) => rowOf(portfolio, record));
}

/** The data of a record's page. `base` is the path below which the site stands. */
export function adrPage(portfolio: Portfolio, record: AdrRecord, base: string): AdrPage {
  const { log, studies } = portfolio;
  const place = log.records.indexOf(record);
  const [previous, next] = [log.records[place - 1], log.records[place + 1]];
  const resolve = (address: string) => siteAddress(portfolio, address, base);
  const row = rowOf(portfolio, record);
  return {
    ...row,
    record,
    parts: record.sections
      .filter(({ role }) => role !== 'status')
      .map(({ heading, role, markdown }) => ({
        heading,
        role,
        html: renderMarkdown(markdown, { resolve, shiftHeadings: 0 }),
      })),
    relations: record.links
      .filter(({ relation }) => relation !== 'mention')
      .flatMap((link) => {
        const target = resolveLink(log, link);
        return target.kind === 'record' ? [{ verb: link.verb, link: linkTo(target.record) }] : [];
      }),
    current: row.status === 'superseded' ? currentAnswers(log, record).map(linkTo) : [],
    studies: studies
      .filter(({ decisions }) => decisions.includes(record))
      .map(({ study }) => ({
        text: study.meta.name ?? study.meta.title,
        href: studyPath(study.slug),
      })),
    ...(previous && { previous: linkTo(previous) }),
    ...(next && { next: linkTo(next) }),
    ...(portfolio.config.repository && {
      source: sourceAddress(portfolio.config.repository, record.source.name),
    }),
  };
}

/** The number as titles carry it: four digits, or the slug of a record without one. */
export function adrNumber({ number, slug }: AdrRecord): string {
  return number === undefined ? slug : String(number).padStart(4, '0');
}

export function linkTo(record: AdrRecord): PageLink {
  return { text: `${adrNumber(record)} ${record.title}`, href: adrPath(record.id) };
}

function rowOf(portfolio: Portfolio, record: AdrRecord): AdrRow {
  const { log, index, addresses } = portfolio;
  const status = effectiveStatus(log, record);
  const [successor] = successorsOf(log, record);
  return {
    number: adrNumber(record),
    title: record.title,
    href: adrPath(record.id),
    status,
    statusLabel:
      status === 'superseded' && successor
        ? `Superseded by ${adrNumber(successor)}`
        : LABELS[status],
    date: record.date?.iso ?? '',
    elements: record.ties.elements.flatMap(({ text }) => {
      const element = index.byIdentifier(Identifier(text));
      if (!element) return [];
      const href = addresses.element(element.id);
      return [{ text: element.name, ...(href && { href }) }];
    }),
  };
}

/** Where a relative address in a record leads: another record, an element, a cost model, a study. */
function siteAddress(
  { log, index, addresses }: Portfolio,
  address: string,
  base: string,
): string | undefined {
  const below = (path: string) => `${base.replace(/\/$/, '')}${path}`;
  const [, scheme, name = ''] = /^(element|cost|study):(.+)$/.exec(address) ?? [];
  if (scheme === 'element') {
    const element = index.byIdentifier(Identifier(name));
    const path = element && addresses.element(element.id);
    return path && below(path);
  }
  if (scheme === 'cost') return below(costPath(name.split('/')[0] ?? name));
  if (scheme === 'study') return below(studyPath(name));
  const file = address.replace(/[?#].*$/, '').replace(/^\.\//, '');
  const record = log.byFile.get(file);
  return record && below(adrPath(record.id));
}

function sourceAddress(repository: string, file: string): string {
  return `${repository.replace(/\/$/, '')}/edit/main/${file.split('/').map(encodeURIComponent).join('/')}`;
}
