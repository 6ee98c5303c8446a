import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseCodes } from '#database/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { sourceCodes } from '#sources/codes.ts';
import { readConfig } from '#sources/config.ts';
import { linksOut } from '#sources/links-out.ts';
import { beginSchemas, loadSchemas } from '#sources/schemas.ts';
import { loadWithStructurizr } from '#sources/structurizr-cli.ts';
import { loadStudies } from '#sources/studies.ts';
import { loadWorkspace, loadWorkspaceFile } from '#sources/workspace.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

type Found = readonly Diagnostic[] | Promise<readonly Diagnostic[]>;

const workspace = (files: Readonly<Record<string, string>>) =>
  loadWorkspace(contentFolder(files), { hosts: [] }).diagnostics;
const studies = (files: Readonly<Record<string, string>>) =>
  loadStudies(contentFolder(files)).diagnostics;
const arranged = SMALL_WORKSPACE.replace(
  '  model {',
  '  properties {\n    archfolio.layout layout.json\n  }\n  model {',
);
const withIcon = (icon: string) =>
  SMALL_WORKSPACE.replace(
    'autolayout\n    }',
    `autolayout\n    }\n    styles {\n      element "Element" {\n        icon ${icon}\n      }\n    }`,
  );
const STUDY = { 'case-studies/site/index.mdx': SMALL_STUDY };

/** A stand-in for the Structurizr tool, and what is made of what it does. */
function withTool(script: string): readonly Diagnostic[] {
  const root = contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    tool: `#!/bin/sh\n${script}\n`,
    'made.json': JSON.stringify({ id: 1, name: 'W', model: {}, views: {} }),
  });
  const tool = join(root, 'tool');
  chmodSync(tool, 0o755);
  const path = join(root, 'workspace.dsl');
  const env = { ...process.env, STRUCTURIZR_CLI: tool };
  return loadWithStructurizr(path, 'workspace.dsl', root, env).diagnostics;
}

/** What makes each finding of the disk, and where it is found. */
const OF_THE_DISK: Readonly<Record<string, readonly [string, () => Found]>> = {
  'yaml-syntax': [
    'nfrs.yaml:2:1',
    () => studies({ ...STUDY, 'case-studies/site/nfrs.yaml': '- id: [\n' }),
  ],
  'missing-workspace': ['workspace.dsl', () => workspace({})],
  'bad-icon': [
    'workspace.dsl:17:14',
    () => workspace({ 'workspace.dsl': withIcon('icon.png'), 'icon.png': '<svg/>' }),
  ],
  'cleaned-icon': [
    'workspace.dsl:17:14',
    () =>
      workspace({
        'workspace.dsl': withIcon('icon.svg'),
        'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      }),
  ],
  'outside-root': [
    'case-studies/site/nfrs.yaml',
    () => {
      const root = contentFolder(STUDY);
      symlinkSync('/etc/hostname', join(root, 'case-studies/site/nfrs.yaml'));
      return linksOut(root, ['case-studies']);
    },
  ],
  'hidden-character': [
    'nfrs.yaml:1:9',
    () => studies({ ...STUDY, 'case-studies/site/nfrs.yaml': '- id: "a\u202Eb"\n' }),
  ],
  'hidden-in-code': [
    'index.mdx:12:2',
    () => studies({ 'case-studies/site/index.mdx': `${SMALL_STUDY}\na\u202Eb\n` }),
  ],
  'missing-index': [
    'case-studies/half/index.mdx',
    () => studies({ 'case-studies/half/nfrs.yaml': '[]' }),
  ],
  'unknown-file': [
    'case-studies/site/nfr.yaml',
    () => studies({ ...STUDY, 'case-studies/site/nfr.yaml': '' }),
  ],
  'empty-study': [
    'case-studies/empty',
    () => {
      const root = contentFolder(STUDY);
      mkdirSync(join(root, 'case-studies/empty'));
      return loadStudies(root).diagnostics;
    },
  ],
  'bad-address': ['case-studies/a b', () => studies({ 'case-studies/a b/index.mdx': SMALL_STUDY })],
  'unreadable-file': [
    'none.dsl',
    () => loadWorkspaceFile('none.dsl', contentFolder({})).diagnostics,
  ],
  'wrong-scope': [
    'workspace.dsl',
    () => {
      const scope = 'configuration {\nscope landscape\n}\n}\n';
      const root = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE.replace(/}\n$/, scope) });
      return loadWorkspaceFile('workspace.dsl', root).diagnostics;
    },
  ],
  'engine-missing': [
    'workspace.dsl',
    () => loadWithStructurizr('workspace.dsl', 'workspace.dsl', '/', { PATH: '' }).diagnostics,
  ],
  'engine-error': [
    'workspace.dsl:3:3',
    () => withTool('echo "Unexpected tokens at line 3 of $3: nonsense"\nexit 1'),
  ],
  'engine-warning': [
    'workspace.dsl',
    () => withTool('cp "$(dirname "$0")/made.json" "$7"\necho "WARN: no views"'),
  ],
  'layout-unreadable': ['layout.json', () => workspace({ 'workspace.dsl': arranged })],
  'invalid-config': [
    'astro.config.mjs:1:25',
    () => {
      const root = contentFolder({
        'astro.config.mjs': "portfolio({ title: 'T', titel: 'x' });\n",
      });
      return readConfig({ title: 'T', titel: 'x', author: { name: 'A', role: 'R' } }, root)
        .diagnostics;
    },
  ],
};

/** Findings that need a bundler, a network, an arranged drawing, a frozen review or a build: other tests have them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'layout-changed': 'tests/unit/sources/layout.test.ts',
  'explorer-not-built': 'tests/unit/integration/explorers.test.ts',
  'theme-not-loaded': 'tests/unit/sources/network.test.ts',
  'theme-copy': 'tests/unit/sources/network.test.ts',
  'study-threw': 'tests/cli/no-stack.test.ts',
  'content-changed': 'tests/cli/build-faults.test.ts',
  'output-in-use': 'tests/unit/cli/output-turn.test.ts',
  disk: 'tests/unit/cli/fault.test.ts',
  'review-name': 'tests/unit/portfolio/pages/review/frozen.test.ts',
  'review-changed': 'tests/unit/portfolio/pages/review/frozen.test.ts',
};

/** What makes each finding of PostgreSQL: the files of a study, and where it is found in them. */
const OF_POSTGRESQL: Readonly<Record<string, readonly [string, string, string?]>> = {
  'sql-refused': ['schema.sql:1:20', 'create table a (id itn);'],
  'sql-stopped': ['schema.sql:2:1', 'select 1;\ndo $$ begin loop end loop; end $$;'],
  'sql-not-run': ['schema.sql:1:1', '\\connect shop'],
  'query-comment': ['queries.sql:1:4', 'create table a (id int);', '-- use: x\nselect 1;\n'],
  'index-not-used': [
    'queries.sql:2:10',
    'create table a (id int, b int);\ncreate index by_b on a (b);',
    '-- query: Q\n-- uses: by_b\nselect * from a where id = $1;\n',
  ],
  'index-unproven': [
    'queries.sql:2:10',
    "create table a (id int, at timestamptz) partition by range (at, id);\ncreate table a1 partition of a for values from ('2026-01-01', 1) to ('2027-01-01', 2);\ncreate index by_id on a (id);",
    '-- query: Q\n-- uses: by_id\nselect * from a where id = $1;\n',
  ],
};

describe('a finding of the disk', () => {
  it.each(Object.entries(OF_THE_DISK))('%s', async (code, [place, provoke]) => {
    const found = await provoke();
    expect(found.map(at)).toContain(`${code} ${place}`);
  });

  it('is provoked for every code, here or where a test names it', () => {
    const known = [...Object.keys(OF_THE_DISK), ...Object.keys(ELSEWHERE)];
    expect(known.toSorted()).toEqual(Object.keys(sourceCodes).toSorted());
    for (const [code, file] of Object.entries(ELSEWHERE)) {
      const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
      expect([code, text.includes(code)]).toEqual([code, true]);
    }
  });
});

describe('a finding of PostgreSQL', () => {
  it('is provoked for every code, at its place', async () => {
    const folder = (code: string) => `case-studies/${code}`;
    const files = Object.entries(OF_POSTGRESQL).flatMap(([code, [, schema, queries]]) => [
      [`${folder(code)}/schema.sql`, schema],
      ...(queries === undefined ? [] : [[`${folder(code)}/queries.sql`, queries]]),
    ]);
    const root = contentFolder({
      ...Object.fromEntries(files),
      'case-studies/sql-without-schema/queries.sql': 'select 1;',
    });
    const { diagnostics } = await loadSchemas(root, { cache: contentFolder({}), limit: 1000 });
    const of = (code: string) =>
      diagnostics
        .filter(({ span, file = '' }) => (span?.source.name ?? file).startsWith(`${folder(code)}/`))
        .map(at);
    for (const [code, [place]] of Object.entries(OF_POSTGRESQL)) {
      expect([code, of(code)]).toEqual([code, [`${code} ${place}`]]);
    }
    expect(of('sql-without-schema')).toEqual([
      'sql-without-schema case-studies/sql-without-schema/queries.sql',
    ]);
    const { diagnostics: nowhere } = await loadSchemas(root, {
      postgres: 'postgres://127.0.0.1:1/x',
    });
    expect(nowhere.map(at)).toContain('database-unreachable --postgres');
    expect(
      [...Object.keys(OF_POSTGRESQL), 'sql-without-schema', 'database-unreachable'].toSorted(),
    ).toEqual(Object.keys(databaseCodes).toSorted());
  });

  it('is told again to whoever asks again', async () => {
    const root = contentFolder({ 'case-studies/a/queries.sql': 'select 1;' });
    const schemas = beginSchemas(root, { cache: null });
    expect(await schemas()).toEqual(await schemas());
  });
});
