import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { EMPTY_WORKSPACE, FIRST_ELEMENT, FIRST_VIEWS } from '#portfolio/beginnings.ts';
import { portfolioConfig } from '#portfolio/config.ts';
import { loadPortfolio } from '#sources/load.ts';
import { contentFolder } from '../support/content.ts';

const config = portfolioConfig.parse({ title: 'T', author: { name: 'A', role: 'r' } });

const withElement = EMPTY_WORKSPACE.replace('model {', `model {\n${FIRST_ELEMENT}`);

/** Blocks of the README without a language that are DSL; a `workspace` that is not whole is closed. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const fences = [...readme.matchAll(/^```\n(workspace[\s\S]*?)^```/gm)].map(([, text = '']) => text);

describe('what an author is told to write first', () => {
  it.each([
    ['the hint of a missing workspace', EMPTY_WORKSPACE],
    ['the first element', withElement],
    ['the first view', withElement.replace(/views \{\s*\}/, FIRST_VIEWS)],
    ...fences.map((text, index) => [`block ${index + 1} of the README`, text]),
  ])('%s is right', (_, text) => {
    const { workspace, diagnostics } = parseWorkspace(new Source('workspace.dsl', text));
    expect(diagnostics).toEqual([]);
    expect(workspace).toBeDefined();
  });

  it('makes a portfolio without findings', async () => {
    const missing = await loadPortfolio(contentFolder({}), config);
    const [, text = ''] = missing.diagnostics[0]?.hint?.split('\n\n') ?? [];
    const root = contentFolder({ 'workspace.dsl': text });
    const { diagnostics, portfolio } = await loadPortfolio(root, config);
    expect(diagnostics).toEqual([]);
    expect(portfolio).toBeDefined();
  });
});
