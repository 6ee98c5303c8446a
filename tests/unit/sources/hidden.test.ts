import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { loadCostModels } from '#sources/cost-models.ts';
import { loadLog } from '#sources/decisions.ts';
import { loadPortfolioLists } from '#sources/portfolio-lists.ts';
import { loadPriceBooks } from '#sources/price-books.ts';
import { loadSchemas } from '#sources/schemas.ts';
import { loadStudies } from '#sources/studies.ts';
import { loadWorkspace, loadWorkspaceFile } from '#sources/workspace.ts';
import { contentFolder, SMALL_MODEL, SMALL_STUDY, SMALL_WORKSPACE } from '../../support/content.ts';

type Found = readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
type Load = (root: string) => Found;

const ADR =
  '# 1. Keep ‮it\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nA &#x202E;b.\n'.replace(
    '‮',
    '\u202E',
  );
const studies: Load = (root) => loadStudies(root).diagnostics;
const log: Load = async (root) => (await loadLog(root)).diagnostics;
const workspace: Load = (root) => loadWorkspace(root, { hosts: [] }).diagnostics;
const STUDY = { 'case-studies/site/index.mdx': SMALL_STUDY };
const JSON_WORKSPACE = (name: string) => `{"name":"${name}","model":{},"views":{}}`;

/** A file, its text, where the finding is, and under which code. */
interface Row {
  readonly file: string;
  readonly text: string;
  readonly place: string;
  readonly load: Load;
  readonly code: string;
}

const row = (
  file: string,
  text: string,
  place: string,
  load: Load,
  code = 'hidden-character',
): Row => ({
  ...{ file, text, place, load, code },
});

const ROWS: readonly Row[] = [
  row(
    'workspace.dsl',
    SMALL_WORKSPACE.replace('Reader', 'Re\u202Eader'),
    '4:24',
    workspace,
    'dsl-hidden-character',
  ),
  row('workspace.json', JSON_WORKSPACE('a\u0085'), '1:11', workspace),
  row('workspace.json', JSON_WORKSPACE('a\\u202eb'), '1:11', workspace),
  row('case-studies/site/nfrs.yaml', '- id: a\n  quality: "a\u200Bb"\n', '2:14', studies),
  row('case-studies/site/nfrs.yaml', '- id: a\n  quality: "\\u202Eb"\n', '2:12', studies),
  row('case-studies/site/posts/insight.md', '---\ntitle: "a\u2066"\n---\n', '2:10', studies),
  row('case-studies/site/index.mdx', `${SMALL_STUDY}a\u202E`, '11:2', studies, 'hidden-in-code'),
  row(
    'case-studies/site/queries.sql',
    "select '\u202E'",
    '1:9',
    async (root) => (await loadSchemas(root)).diagnostics,
  ),
  row(
    'case-studies/interview.yaml',
    'pitches: # \u202E',
    '1:12',
    (root) => loadPortfolioLists(root).diagnostics,
  ),
  row('adrs/0001-a.md', ADR, '1:11', log),
  row(
    'cost-models/prices.yaml',
    '# \u202E\n',
    '1:3',
    async (root) => (await loadPriceBooks(root)).diagnostics,
  ),
  row(
    'cost-models/a.ts',
    `// \u202E\n${SMALL_MODEL}`,
    '1:4',
    (root) => loadCostModels(root).diagnostics,
    'hidden-in-code',
  ),
  row(
    'cost-models/a.ts',
    SMALL_MODEL.replace('The site', '\\u{202E}'),
    '5:11',
    (root) => loadCostModels(root).diagnostics,
    'hidden-in-code',
  ),
];

describe('what a file hides', () => {
  it.each(ROWS)('is told of $file, at $place (%#)', async ({ file, text, place, load, code }) => {
    const found = await load(contentFolder({ ...STUDY, [file]: text }));
    const told = found
      .filter((one) => one.code === code)
      .map(({ span }) => {
        const { line, column } = span?.source.positionAt(span.start) ?? {};
        return `${span?.source.name} ${line}:${column}`;
      });
    expect(told).toEqual([`${file} ${place}`]);
  });

  it('is gone from a workspace, and stays in what is exported as it is', () => {
    const root = contentFolder({
      'workspace.dsl': SMALL_WORKSPACE.replace('Reader', 'Re\u202Eader'),
    });
    const named = (read: ReturnType<typeof loadWorkspace> | ReturnType<typeof loadWorkspaceFile>) =>
      read.workspace?.elements.map(({ name }) => name);
    expect(named(loadWorkspace(root, { hosts: [] }))).toContain('Re\uFFFDader');
    expect(named(loadWorkspaceFile('workspace.dsl', root))).toContain('Re\uFFFDader');
    expect(named(loadWorkspaceFile('workspace.dsl', root, { themes: false }))).toContain(
      'Re\u202Eader',
    );
  });

  it('is gone from lists and records, with what escapes and entities stand for', async () => {
    const list = JSON.stringify([{ id: 'a', name: 'A \x1B \u202E', sli: 'b', objective: 99 }]);
    const root = contentFolder({
      ...STUDY,
      'case-studies/site/slos.yaml': list,
      'adrs/0001-a.md': ADR.replace('Keep', 'Keep &#8238;'),
    });
    const [study] = loadStudies(root).studies;
    expect(study?.slos.map(({ name }) => name)).toEqual(['A \uFFFD \uFFFD']);
    expect((await loadLog(root)).log.records.map(({ title }) => title)).toEqual([
      'Keep \uFFFD \uFFFDit',
    ]);
  });
});
