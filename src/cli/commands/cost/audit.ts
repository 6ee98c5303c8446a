import { type AuditedEstimate, countVerdicts, VERDICTS, type Verdict } from '#cost/audit/report.ts';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { auditsOf, type StudyAudit } from '#portfolio/audits.ts';
import { claimFindings } from '#portfolio/checks/claims.ts';
import { HEADLINE } from '#portfolio/costs.ts';
import {
  type ClaimRow,
  claimsOf,
  type EstimateTable,
  VERDICT_TITLES,
} from '#portfolio/pages/audit.ts';
import { askedUsers, loadCosts } from '#sources/costs.ts';
import { loadStudies } from '#sources/studies.ts';
import type { Request } from './options.ts';
import { type Paint, WIDTH, wrap } from './text.ts';

/** The audit of a folder's claims, and everything that is wrong with them. */
export interface Audit {
  readonly region: string;
  readonly audits: readonly StudyAudit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The document of `cost --audit --json`. */
export interface AuditDocument {
  readonly region: string;
  readonly studies: readonly {
    readonly study: string;
    readonly estimates: readonly AuditedEstimate[];
  }[];
  readonly summary: Readonly<Record<Verdict, number>>;
}

/** Holds the claims of all studies against prices and models. */
export async function audit(root: string, { region }: Request): Promise<Audit> {
  const { studies, diagnostics } = loadStudies(root);
  const costs = await loadCosts(root, {
    ...{ users: HEADLINE.users, region },
    others: askedUsers(studies),
  });
  const audits = auditsOf(studies, { books: costs.books, region, costs: costs.costs });
  const ofClaims = diagnostics.filter(({ span, file }) =>
    (span?.source.name ?? file ?? '').endsWith('/claims.yaml'),
  );
  // A model that cannot be read is told of; that a claim then misses it is not.
  const isRead = !hasErrors(costs.diagnostics);
  const found = audits
    .flatMap(claimFindings)
    .filter(({ code }) => isRead || code !== 'claim-model');
  return { region, audits, diagnostics: [...ofClaims, ...costs.diagnostics, ...found] };
}

/** An audit as one document in the format that was asked for. */
export function renderAudit(
  { region, audits, diagnostics }: Audit,
  { format }: Request,
  paint: Paint,
): string {
  const summary = countVerdicts(audits.flatMap(({ estimates }) => estimates));
  if (format === 'json') {
    const studies = audits.map(({ study, estimates }) => ({ study: study.slug, estimates }));
    const document: AuditDocument = { region, studies, summary };
    const found = diagnostics.length > 0 ? diagnosticsToJson(diagnostics) : {};
    return `${JSON.stringify({ ...document, ...found }, undefined, 2)}\n`;
  }
  const studies = audits.map(claimsOf);
  if (studies.length === 0) return 'No study has a claims.yaml.\n';
  if (format === 'markdown') {
    const parts = studies.flatMap(({ study, tables }) => [
      `## ${study.text}`,
      ...tables.map(markdownTable),
    ]);
    return `${parts.join('\n\n')}\n`;
  }
  const counts = VERDICTS.map(
    (verdict) => `${summary[verdict]} ${VERDICT_TITLES[verdict].toLowerCase()}`,
  );
  const parts = studies.flatMap(({ study, tables }) =>
    tables.map((table) => textTable(study.text, table, paint)),
  );
  return `${[...parts, paint.dim(`${counts.join(', ')}.`)].join('\n\n')}\n`;
}

function rowsOf({ lines, total, corrected, checks }: EstimateTable): ClaimRow[] {
  return [...lines, ...(total ? [total] : []), ...(corrected ? [corrected] : []), ...checks];
}

function verdictOf({ id, verdict }: ClaimRow): string {
  return id === 'corrected' ? '' : VERDICT_TITLES[verdict];
}

function textTable(study: string, table: EstimateTable, paint: Paint): string {
  const rows = rowsOf(table).map((row) => {
    const { label, claimed, computed, difference, share, reason } = row;
    const verdict = verdictOf(row);
    const head = `${label.padEnd(WIDTH - verdict.length - 1)} ${verdict}`;
    const figures = [
      `claimed ${claimed}`,
      computed && `computed ${computed}`,
      difference && `${difference}${share ? `, ${share}` : ''}`,
    ].filter(Boolean);
    const why = reason === undefined ? [] : [paint.dim(wrap(reason, '  '))];
    return [head, wrap(figures.join('; '), '  '), ...why].join('\n');
  });
  return [paint.bold(`${study}: ${table.title}`), paint.dim(table.source), ...rows].join('\n');
}

function markdownTable(table: EstimateTable): string {
  const rows = rowsOf(table).map((row) => {
    const { label, claimed, computed = '', difference = '', share, reason = '' } = row;
    const cells = [
      ...[label, claimed, computed],
      share ? `${difference} (${share})` : difference,
      ...[verdictOf(row), reason],
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    `### ${table.title}`,
    '',
    `${table.source}.`,
    '',
    '| claim | claimed | computed | difference | verdict | why |',
    '| --- | ---: | ---: | ---: | --- | --- |',
    ...rows,
  ].join('\n');
}
