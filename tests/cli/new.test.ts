import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';

const site = (more: Readonly<Record<string, string>> = {}) =>
  contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/index.mdx': SMALL_STUDY,
    ...more,
  });

describe('new optimization', () => {
  it('begins one that passes check but for its marked gaps, and prints the commit text', async () => {
    const root = site();
    const made = await runCli(['new', 'optimization', 'Fewer queries', '--root', root]);
    expect([made.code, made.stderr.split('\n')[0]]).toEqual([
      0,
      'case-studies/site/fewer-queries.mdx',
    ]);
    expect(made.stdout).toMatch(
      /^Fewer queries\n\nWhat changed\n[\s\S]*- Queries of a request: … to …/,
    );
    const { code, stdout } = await runCli(['check', '--root', root, '--json']);
    const { diagnostics } = JSON.parse(stdout);
    const gaps = diagnostics.filter((item: { code: string }) =>
      /^un(?:measured|written)$/.test(item.code),
    );
    expect(code).toBe(0);
    expect(gaps.filter((item: { code: string }) => item.code === 'unmeasured')).toHaveLength(2);
    expect(gaps.filter((item: { code: string }) => item.code === 'unwritten')).toHaveLength(12);
    // Whoever has one measurement makes the next in the same study.
    const next = await runCli(['new', 'optimization', 'Smaller pages', '--root', root]);
    expect(next.code).toBe(0);
    const list = readFileSync(join(root, 'case-studies/site/benchmarks.yaml'), 'utf8');
    expect([...list.matchAll(/^- id: (.*)$/gm)].map(([, id]) => id)).toEqual([
      'fewer-queries',
      'smaller-pages',
    ]);
  });

  it.each<[string, string[], Record<string, string>?]>([
    ['a kind that there is not', ['case', 'x']],
    ['no name', ['optimization']],
    ['a name without letters', ['optimization', '42']],
    ['a study that there is not', ['optimization', 'x', '--study', 'sit']],
    ['no study that is meant', ['optimization', 'x'], { 'case-studies/b/index.mdx': SMALL_STUDY }],
    ['a name that is taken', ['optimization', 'index']],
  ])('%s is wrong usage', async (_, args, more = {}) => {
    const { code, stdout, stderr } = await runCli(['new', ...args, '--root', site(more)]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: /);
  });
});
