import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatFindings, formatOf } from '#cli/commands/check/format.ts';
import { diagnosticsOf } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { contentFolder } from '../../support/content.ts';

const problem = diagnosticsOf({ odd: { severity: 'error', meaning: 'It is odd.' } } as const);
const source = new Source('workspace.dsl', 'a\nb\n');
const found = [problem('odd', 'B is odd.', { source, start: 2, end: 3 })];
const ports = {
  ...{ cwd: '/', env: {}, isTTY: false },
  ...{ stdout: () => {}, stderr: () => {}, now: () => new Date(0) },
};

it('names files from the top of the repository in annotations, from the content elsewhere', () => {
  const top = contentFolder({ '.git/HEAD': '', 'docs/systems/workspace.dsl': 'a\nb\n' });
  const place = { root: join(top, 'docs/systems'), whereabouts: ' in docs/systems' };
  expect(formatFindings(found, 'github', place, ports)).toBe(
    '::error file=docs/systems/workspace.dsl,line=2,col=1,title=odd::B is odd.\n1 error in docs/systems\n',
  );
  expect(formatFindings(found, 'text', place, ports)).toContain('error odd  workspace.dsl:2:1\n');
  expect(JSON.parse(formatFindings(found, 'json', place, ports))).toMatchObject({
    diagnostics: [{ code: 'odd', file: 'workspace.dsl', line: 2 }],
  });
});

it('takes --json for a format, and no other besides', () => {
  expect(formatOf({ json: true })).toBe('json');
  expect(formatOf({ json: true, format: 'json' })).toBe('json');
  expect(formatOf({})).toBe('text');
  expect(() => formatOf({ json: true, format: 'github' })).toThrow('--format github');
});
