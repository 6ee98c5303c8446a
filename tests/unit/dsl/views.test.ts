import { describe, expect, it } from 'vitest';
import { addDefaultViews } from '#dsl/default-views.ts';
import type { Workspace } from '#model/workspace.ts';
import { inModel, inViews, readClean } from './support.ts';

/** The first view's elements by name, and its relationships by description. */
function shown(workspace: Workspace): { elements: string[]; relationships: string[] } {
  const [view] = workspace.views;
  if (!view || !('elements' in view)) throw new Error('no view with elements');
  const name = (id: string) => workspace.elements.find((element) => element.id === id)?.name ?? id;
  const words = (id: string) =>
    workspace.relationships.find((item) => item.id === id)?.description ?? '';
  return {
    elements: view.elements.map(({ id }) => name(id)).sort(),
    relationships: view.relationships.map(({ id }) => words(id)).sort(),
  };
}

const view = (lines: string) => shown(readClean(inViews(lines)));

describe('what a view holds', () => {
  it.each([
    ['systemLandscape {\n  include *\n}', ['Shop', 'User'], ['Uses']],
    ['systemContext shop {\n  include *\n}', ['Shop', 'User'], ['Uses']],
    ['container shop {\n  include *\n}', ['Database', 'User', 'Web'], ['Reads', 'Uses']],
    ['container shop {\n  include *\n  exclude user\n}', ['Database', 'Web'], ['Reads']],
    ['container shop {\n  include web db\n  exclude "web -> db"\n}', ['Database', 'Web'], []],
    ['container shop {\n  include "->web->"\n}', ['Database', 'User', 'Web'], ['Reads', 'Uses']],
    ['container shop {\n  include "element.type==Container"\n}', ['Database', 'Web'], ['Reads']],
    [
      'container shop {\n  include "element.parent==shop && element.tag==Container"\n}',
      ['Database', 'Web'],
      ['Reads'],
    ],
    [
      'container shop {\n  include web\n  include user\n  exclude "relationship==*"\n}',
      ['User', 'Web'],
      [],
    ],
  ])('%s', (lines, elements, relationships) => {
    expect(view(lines)).toEqual({ elements, relationships });
  });
});

describe('dynamic views', () => {
  it('number their steps, parallel ones anew in each block', () => {
    const { views } = readClean(
      inViews(
        'dynamic shop {\n  user -> web Asks\n  {\n    {\n      web -> db A\n    }\n    {\n      web -> db B\n      db -> web "Answers"\n    }\n  }\n  web -> user Shows\n}',
      ),
    );
    const [dynamic] = views;
    expect(
      dynamic?.kind === 'Dynamic' &&
        dynamic.relationships.map(
          ({ order, description, response }) => `${order} ${description}${response ? ' <' : ''}`,
        ),
    ).toEqual(['1 Asks', '2 B', '2 A', '3 Answers <', '3 Shows <']);
  });
});

describe('keys', () => {
  it('are made up where there are none', () => {
    const { views } = readClean(
      inViews('systemLandscape {\n}\ncontainer shop {\n}\ncontainer shop {\n}'),
    );
    expect(views.map(({ key, generatedKey }) => [key, generatedKey])).toEqual([
      ['SystemLandscape-001', true],
      ['Container-001', true],
      ['Container-002', true],
    ]);
  });
});

describe('default views', () => {
  it('are added to a workspace that has none', () => {
    const workspace = readClean(
      inModel(
        'a = person A\ns = softwareSystem S {\n  c = container C {\n    component D\n  }\n}\na -> c Uses\ndeploymentEnvironment Live {\n  deploymentNode N {\n    containerInstance c\n  }\n}',
      ),
    );
    const { views } = addDefaultViews(workspace);
    expect(views.map(({ kind, key }) => [kind, key])).toMatchInlineSnapshot(`
      [
        [
          "SystemLandscape",
          "SystemLandscape-001",
        ],
        [
          "SystemContext",
          "SystemContext-001",
        ],
        [
          "Container",
          "Container-001",
        ],
        [
          "Component",
          "Component-001",
        ],
        [
          "Deployment",
          "Deployment-001",
        ],
      ]
    `);
  });

  it('are not added to one that has any', () => {
    const workspace = readClean(inViews('systemLandscape one {\n}'));
    expect(addDefaultViews(workspace).views).toHaveLength(1);
  });
});

describe('styles', () => {
  it('go into the configuration by tag and colour scheme', () => {
    const { viewConfiguration } = readClean(
      inViews(
        'styles {\n  element A {\n    shape Hexagon\n    background red\n  }\n  dark {\n    element A {\n      color #ffffff\n    }\n  }\n}',
      ),
    );
    expect(viewConfiguration.elementStyles).toMatchObject([
      { tag: 'A', shape: 'Hexagon', background: '#ff0000' },
      { tag: 'A', colorScheme: 'Dark', color: '#ffffff' },
    ]);
  });
});
