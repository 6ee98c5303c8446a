import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADR_CODES } from '#adr/codes.ts';
import { studyCodes } from '#case-study/codes.ts';
import { COST_CODES } from '#cost/codes.ts';
import { databaseCodes } from '#database/codes.ts';
import type { CodeTable } from '#diagnostics/diagnostic.ts';
import { CODES as DSL_CODES } from '#dsl/codes.ts';
import { mermaidCodes as MERMAID_CODES } from '#mermaid/codes.ts';
import { CODES as MODEL_CODES } from '#model/codes.ts';
import { portfolioCodes } from '#portfolio/codes.ts';
import { sourceCodes } from '#sources/codes.ts';

/** Every stage that finds something, and its closed table. */
const TABLES: Readonly<Record<string, CodeTable>> = {
  adr: ADR_CODES,
  'case-study': studyCodes,
  cost: COST_CODES,
  database: databaseCodes,
  dsl: DSL_CODES,
  mermaid: MERMAID_CODES,
  model: MODEL_CODES,
  portfolio: portfolioCodes,
  sources: sourceCodes,
};
const rows = Object.entries(TABLES).flatMap(([stage, table]) =>
  Object.entries(table).map(([code, info]) => ({ stage, code, ...info })),
);

describe('the codes of all stages', () => {
  it('are all looked at here', () => {
    const src = new URL('../../../src/', import.meta.url);
    const stages = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^[\w-]+[\\/]codes\.ts$/.test(name))
      .map((name) => name.split(/[\\/]/)[0]);
    expect(stages.toSorted()).toEqual(Object.keys(TABLES));
  });

  it('belong to one stage each: authors silence them by name', () => {
    const stages = Map.groupBy(rows, ({ code }) => code);
    const shared = [...stages].filter(([, entries]) => entries.length > 1);
    expect(shared.map(([code, entries]) => [code, ...entries.map(({ stage }) => stage)])).toEqual(
      [],
    );
  });

  it.each(rows)('$stage: $code', ({ code, severity, meaning }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(['error', 'warning']).toContain(severity);
    expect(meaning).toMatch(/^[A-Z`].*\.$/);
  });
});

describe('what keeps a site from being built', () => {
  it('is everything that is wrong in a study, in files and between the parts', () => {
    const warnings = Object.entries({ ...studyCodes, ...portfolioCodes, ...sourceCodes })
      .filter(([, { severity }]) => severity !== 'error')
      .map(([code]) => code);
    // What another program only warns of is passed on as it said it; the others lose nothing.
    expect(warnings.toSorted()).toEqual([
      'applicable-artifact',
      'decision-without-subject',
      'element-without-cost',
      'element-without-decision',
      'element-without-view',
      'empty-study',
      'engine-warning',
      'explorer-not-built',
      'failure-without-runbook',
      'large-view',
      'layout-changed',
      'long-cut',
      'missing-artifact',
      'other-size',
      'requirement-beyond-capacity',
      'requirement-without-answer',
      'same-order',
      'superseded-decision',
      'theme-copy',
      'theme-not-loaded',
      'typed-figure',
      'unconnected-event',
      'unknown-file',
      'unlisted-event',
      'unmeasured',
      'unread-event',
      'unwritten',
    ]);
  });
});
