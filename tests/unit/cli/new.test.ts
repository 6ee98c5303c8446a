import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newAdr } from '#cli/commands/new/adr.ts';
import { newCaseStudy } from '#cli/commands/new/case-study.ts';
import { newCostModel } from '#cli/commands/new/cost-model.ts';
import { includeIn } from '#cli/commands/new/workspace-includes.ts';
import { portfolioConfig } from '#portfolio/config.ts';
import { DEFAULT_SETTINGS } from '#sources/config.ts';
import { loadPortfolio } from '#sources/load.ts';
import { contentFolder, SMALL_MODEL, SMALL_STUDY, SMALL_WORKSPACE } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

/** What a portfolio may be when its author begins. */
const BEGINNINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'an emptied workspace': { 'workspace.dsl': 'workspace {\n  model {\n  }\n}\n' },
  'one with flat identifiers and views': {
    'workspace.dsl': 'workspace {\n\tmodel {\n\t}\n\tviews {\n\t}\n}\n',
  },
  'one with a study, a model and Windows’ line ends': {
    'workspace.dsl': SMALL_WORKSPACE.replaceAll('\n', '\r\n'),
    'case-studies/site/index.mdx': SMALL_STUDY,
    'cost-models/site.ts': SMALL_MODEL,
  },
  'no workspace at all': { 'case-studies/_notes/x.txt': 'x' },
};

describe('a new case study, its model and its first record', () => {
  it.each(Object.entries(BEGINNINGS))('pass check in %s', async (_, files) => {
    const root = contentFolder(files);
    const made = newCaseStudy({ root, name: 'Order "Größe" tracking' });
    expect(made.files.at(-1)).toBe('workspace.dsl');
    newCostModel({ root, name: "Tracking's cost", study: 'order-grosse-tracking' });
    const today = new Date().toISOString().slice(0, 10);
    await newAdr({ root, name: 'Hold stock', study: 'order-grosse-tracking' }, today);
    const config = portfolioConfig.parse(DEFAULT_SETTINGS);
    const { portfolio, diagnostics } = await loadPortfolio(root, config);
    const begun = portfolio?.studies.find(({ study }) => study.slug === 'order-grosse-tracking');
    expect(diagnostics.filter(({ code }) => code !== 'unwritten').map(at)).toEqual([]);
    expect(begun).toMatchObject({
      views: [{ kind: 'SystemContext' }, { kind: 'Container' }],
      cost: { id: 'tracking-s-cost' },
      decisions: [{ title: 'Hold stock' }],
    });
    expect(diagnostics.length).toBeGreaterThan(20);
    // Each gap says what to write, and shows how that may look.
    for (const { message, hint } of diagnostics) {
      expect(message).toMatch(/^Still to be written: .{12,}/);
      expect(hint).toMatch(/^For example:\s.{12,}/s);
    }
  });
});

describe('a new case study', () => {
  const root = () =>
    contentFolder({ 'workspace.dsl': SMALL_WORKSPACE, 'case-studies/a-b/index.mdx': SMALL_STUDY });

  it('is about a system that is drawn already where one is named; the workspace stays as it is', () => {
    const folder = root();
    const { files } = newCaseStudy({ root: folder, name: 'Reading', system: 'site' });
    expect(files).not.toContain('workspace.dsl');
    expect(readFileSync(join(folder, 'workspace.dsl'), 'utf8')).toBe(SMALL_WORKSPACE);
    const text = readFileSync(join(folder, 'case-studies/reading/index.mdx'), 'utf8');
    expect(text).toMatch(/^order: 2\nsystem: site\ndrawing: containers\n/m);
  });

  it.each([
    ['a name that is taken', { name: 'A B' }],
    ['a system that is drawn already, and not named', { name: 'Site' }],
    ['a system that there is not', { name: 'X', system: 'sit' }],
    ['a container', { name: 'X', system: 'site.pages' }],
    ['a name without letters', { name: '42' }],
  ])('cannot have %s', (_, request) => {
    expect(() => newCaseStudy({ root: root(), ...request })).toThrow();
  });

  it('leaves a workspace alone that it cannot read', () => {
    const folder = contentFolder({ 'workspace.dsl': 'workspace { model {\n}\n}\n' });
    expect(() => newCaseStudy({ root: folder, name: 'X' })).toThrow('--system');
    expect(readFileSync(join(folder, 'workspace.dsl'), 'utf8')).toBe('workspace { model {\n}\n}\n');
  });
});

describe('includes', () => {
  it('stand behind those that are there, in blocks that are no comment', () => {
    const text =
      'workspace {\n  // model {\n  /* views {\n  */\n  model {\n    !include a.dsl\n    b = person "model {"\n  }\n}\n';
    expect(includeIn(text, { model: 'm', views: 'v' })).toBe(
      'workspace {\n  // model {\n  /* views {\n  */\n  model {\n    !include a.dsl\n    !include m\n    b = person "model {"\n  }\n  views {\n    !include v\n  }\n}\n',
    );
  });

  it.each([
    ['no workspace', 'model {\n}\n'],
    ['a block without end', 'workspace {\n  model {\n}\n'],
  ])('find no place in %s', (_, text) => {
    expect(includeIn(text, { model: 'm', views: 'v' })).toBeUndefined();
  });
});
