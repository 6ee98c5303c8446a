import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { studyCodes } from '#case-study/codes.ts';
import { explanationOf } from '#cli/commands/check/explain.ts';
import type { CodeInfo } from '#diagnostics/diagnostic.ts';
import { CODES_PAGE } from '#diagnostics/json.ts';
import { portfolioCodes } from '#portfolio/codes.ts';
import { CODE_TABLES } from '#sources/code-tables.ts';
import { sourceCodes } from '#sources/codes.ts';
import { CODE_EXAMPLES } from '../../support/code-examples.ts';
import { codesPage } from '../../support/codes-page.ts';

const rows = Object.entries(CODE_TABLES).flatMap(([stage, table]) =>
  Object.entries<CodeInfo>(table).map(([code, info]) => ({ stage, code, ...info })),
);

describe('the codes of all stages', () => {
  it('are all looked at here', () => {
    const src = new URL('../../../src/', import.meta.url);
    const stages = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^[\w-]+[\\/]codes\.ts$/.test(name))
      .map((name) => name.split(/[\\/]/)[0]);
    expect(stages.toSorted()).toEqual(Object.keys(CODE_TABLES).toSorted());
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
      'bad-icon',
      'cleaned-icon',
      'cleaned-picture',
      'decision-without-card',
      'decision-without-subject',
      'element-without-cost',
      'element-without-decision',
      'element-without-view',
      'empty-study',
      'engine-warning',
      'explorer-not-built',
      'failure-without-runbook',
      'foreign-letters',
      'hidden-character',
      'jargon',
      'large-view',
      'layout-changed',
      'long-cut',
      'long-post',
      'long-speech',
      'missing-artifact',
      'open-placeholder',
      'other-size',
      'requirement-beyond-capacity',
      'requirement-without-answer',
      'review-name',
      'rushed-stop',
      'same-order',
      'short-speech',
      'superseded-decision',
      'theme-copy',
      'theme-not-loaded',
      'topic-without-story',
      'typed-figure',
      'unconnected-event',
      'unknown-file',
      'unlisted-event',
      'unmeasured',
      'unread-event',
      'unreadable-comment',
      'untied-story',
      'unwritten',
      'vanished-anchor',
      'windows-name',
    ]);
  });
});

describe('the page of codes', () => {
  it('is as the tables have it: `npm run make:codes`', () => {
    const page = new URL(`../../../${CODES_PAGE}`, import.meta.url);
    expect(readFileSync(page, 'utf8')).toBe(codesPage());
  });

  it('has an example for all that an author’s own files can have wrong, and for nothing else', () => {
    const { portfolio, 'case-study': study, sources, database, confidential } = CODE_TABLES;
    const due = Object.keys({ ...portfolio, ...study, ...sources, ...database, ...confidential });
    expect(Object.keys(CODE_EXAMPLES).toSorted()).toEqual(due.toSorted());
  });

  it('is shown code by code', () => {
    expect(explanationOf('typed-figure')).toMatch(
      /^typed-figure\n\nWarning\. [\s\S]*Right:[\s\S]*off: 'the reason'/,
    );
    expect(explanationOf('typed-figure')).not.toContain('long-cut');
    expect(() => explanationOf('typed-figur')).toThrow('Did you mean `typed-figure`?');
  });
});
