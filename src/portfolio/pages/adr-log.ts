import type { AdrRecord, StatusKind } from '#adr/record.ts';
import { slug } from '../addresses.ts';
import { STATUS_ORDER, type Timeline, timelines } from '../charts/timeline.ts';
import type { Portfolio } from '../portfolio.ts';
import { allRecords, elementsOf, type HeldLog, heldLogs } from '../records.ts';
import { type Chain, chainsOf } from './adr-graph.ts';
import { statusLabel } from './adr-names.ts';
import { type AdrRow, adrRow } from './adr-row.ts';
import type { FigureTools } from './figure.ts';

/** A decision as a row of the log, with what it can be filtered by. */
export interface LogRow extends AdrRow {
  /** Values of the filter by system. */
  readonly systems: readonly string[];
  readonly tags: readonly string[];
  /** Value of the filter by log. */
  readonly log: string;
  /** Whose log it is; nothing for the portfolio's own. */
  readonly holder?: string | undefined;
}

/** Something that the log can be filtered by. */
export interface LogFilter {
  readonly name: 'status' | 'system' | 'tag' | 'log';
  readonly label: string;
  /** What no choice says. */
  readonly all: string;
  readonly options: readonly {
    readonly value: string;
    readonly text: string;
    readonly count: number;
  }[];
}

/** How many decisions have a status. */
export interface StatusCount {
  readonly status: StatusKind;
  readonly label: string;
  readonly count: number;
}

/** The page about all decisions. */
export interface AdrLogPage {
  /** Of the portfolio's log, then of those that are attached to elements, each in its order. */
  readonly rows: readonly LogRow[];
  /** Only those that would leave some rows out. */
  readonly filters: readonly LogFilter[];
  readonly counts: readonly StatusCount[];
  /** One a sheet; none where all decisions are of one month. */
  readonly timelines: readonly Timeline[];
  readonly years: readonly YearRow[];
  /** Decisions without a date, which no timeline shows. */
  readonly undated: number;
  /** What took the place of what, or amended it; the newest first. */
  readonly chains: readonly Chain[];
}

/** A year of the timeline's table. */
export interface YearRow {
  readonly year: string;
  /** In the order of the page's `counts`. */
  readonly counts: readonly number[];
}

/** The data of the page about all decisions. */
export function adrLogPage(portfolio: Portfolio, tools: FigureTools): AdrLogPage {
  const rows = heldLogs(portfolio).flatMap((held, index) =>
    held.log.records.map((record) => ({
      ...adrRow(portfolio, record),
      systems: systemsOf(portfolio, record).map(({ value }) => value),
      tags: record.tags.map(({ text }) => text),
      log: String(index),
      holder: holderOf(held),
    })),
  );
  const dated = rows.filter(({ date }) => date !== '');
  const counts = countsOf(rows);
  return {
    rows,
    filters: filtersOf(portfolio, rows, counts),
    counts,
    timelines: timelines(dated.map(({ number, ...row }) => ({ ...row, label: number }))),
    years: yearsOf(dated, counts),
    undated: rows.length - dated.length,
    chains: chainsOf(portfolio, tools),
  };
}

function countsOf(rows: readonly LogRow[]): StatusCount[] {
  return STATUS_ORDER.flatMap((status) => {
    const count = rows.filter((row) => row.status === status).length;
    return count > 0 ? [{ status, label: statusLabel(status), count }] : [];
  });
}

function yearsOf(dated: readonly LogRow[], counts: readonly StatusCount[]): YearRow[] {
  const years = Map.groupBy(dated, ({ date }) => date.slice(0, 4));
  return [...years]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, rows]) => ({
      year,
      counts: counts.map(({ status }) => rows.filter((row) => row.status === status).length),
    }));
}

function filtersOf(
  portfolio: Portfolio,
  rows: readonly LogRow[],
  counts: readonly StatusCount[],
): LogFilter[] {
  const systems = new Map(
    allRecords(portfolio)
      .flatMap((record) => systemsOf(portfolio, record))
      .map(({ value, text }) => [value, text]),
  );
  const used = (key: 'systems' | 'tags') =>
    [...new Set(rows.flatMap((row) => row[key]))]
      .map((value) => ({
        value,
        text: (key === 'systems' && systems.get(value)) || value,
        count: rows.filter((row) => row[key].includes(value)).length,
      }))
      .toSorted((a, b) => (a.text.toLowerCase() < b.text.toLowerCase() ? -1 : 1));
  const filters: LogFilter[] = [
    {
      ...{ name: 'status', label: 'Status', all: 'Every status' },
      options: counts.map(({ status, label, count }) => ({ value: status, text: label, count })),
    },
    { ...{ name: 'system', label: 'System', all: 'Every system' }, options: used('systems') },
    { ...{ name: 'tag', label: 'Tag', all: 'Every tag' }, options: used('tags') },
    { ...{ name: 'log', label: 'Log', all: 'Every log' }, options: logsOf(portfolio) },
  ];
  return filters.filter(({ options }) => options.some(({ count }) => count < rows.length));
}

/** The systems that hold what a record concerns, each once. */
function systemsOf(
  portfolio: Portfolio,
  record: AdrRecord,
): { readonly value: string; readonly text: string }[] {
  const systems = elementsOf(portfolio, record).flatMap(({ id }) => {
    const outermost = portfolio.index.lineage(id).at(-1);
    return outermost?.kind === 'SoftwareSystem' ? [outermost] : [];
  });
  return [...new Set(systems)].map(({ identifier, name }) => ({
    value: identifier || slug(name),
    text: name,
  }));
}

function logsOf(portfolio: Portfolio): LogFilter['options'] {
  return heldLogs(portfolio).map((held, index) => ({
    value: String(index),
    text: holderOf(held) ?? 'The portfolio',
    count: held.log.records.length,
  }));
}

/** Whose a log is: the elements that it is attached to; nothing for the portfolio's own. */
function holderOf({ holders }: HeldLog): string | undefined {
  if (holders.length === 0) return undefined;
  return holders.map((element) => element?.name ?? 'The workspace').join(', ');
}
