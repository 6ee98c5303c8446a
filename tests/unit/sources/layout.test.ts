import { describe, expect, it } from 'vitest';
import { workspaceToJson } from '#model/to-json.ts';
import { loadWorkspace } from '#sources/workspace.ts';
import { contentFolder } from '../../support/content.ts';
import { arranged, indexOf } from '../../support/workspaces.ts';

const dsl = (elements: string, file = 'layout.json') => `workspace "W" {
properties {
archfolio.layout ${file}
}
model {
${elements}
}
views {
systemLandscape v {
include *
}
}
}
`;
const ANN = 'a = person "Ann"';
const SHOP = 'b = softwareSystem "Shop"';

const layout = JSON.stringify(
  workspaceToJson(
    arranged(indexOf(dsl(`${ANN}\n${SHOP}`)), 'v', { Ann: [100, 100], Shop: [900, 150] }).workspace,
  ),
);

describe('the layout that a workspace names', () => {
  const load = (files: Record<string, string>) =>
    loadWorkspace(contentFolder(files), { hosts: [] });
  const elementsOf = ({ workspace }: ReturnType<typeof load>) => {
    const [view] = workspace.views;
    return view && 'elements' in view ? view.elements : [];
  };

  it('places its views, is watched, and has nothing to say where nothing changed', () => {
    const loaded = load({ 'workspace.dsl': dsl(`${SHOP}\n${ANN}`), 'layout.json': layout });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.files).toContain('layout.json');
    expect(elementsOf(loaded).map(({ x, y }) => [x, y])).toEqual([
      [900, 150],
      [100, 100],
    ]);
  });

  it('tells what is new', () => {
    const model = `${ANN}\n${SHOP}\nc = softwareSystem "Mail"`;
    const loaded = load({ 'workspace.dsl': dsl(model), 'layout.json': layout });
    expect(loaded.diagnostics.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['layout-changed', 'warning', 'layout.json'],
    ]);
    expect(loaded.diagnostics[0]?.message).toContain('`Mail` is new');
    expect(elementsOf(loaded).map(({ unplaced = false }) => unplaced)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['missing', { 'workspace.dsl': dsl(ANN) }, 'layout-unreadable'],
    ['outside', { 'workspace.dsl': dsl(ANN, '../layout.json') }, 'layout-unreadable'],
    ['no JSON', { 'workspace.dsl': dsl(ANN), 'layout.json': '{' }, 'workspace-json-syntax'],
  ])('is an error when it is %s', (_why, files, code) => {
    expect(load(files).diagnostics.map((one) => one.code)).toEqual([code]);
  });

  it('is not needed by a workspace that is JSON itself', () => {
    const loaded = load({ 'workspace.json': layout.replace('layout.json', '') });
    expect(loaded.files).toEqual(['workspace.json']);
    expect(elementsOf(loaded).map(({ x, y }) => [x, y])).toEqual([
      [100, 100],
      [900, 150],
    ]);
  });
});
