import { describe, expect, it } from 'vitest';
import { ViewKey } from '#model/ids.ts';
import { viewTitle } from '#views/titles.ts';
import { dslOf, indexOf, viewOf } from '../../support/workspaces.ts';

const MODEL = `
  user = person "User"
  shop = softwareSystem "Shop" {
    api = container "API" { orders = component "Orders" }
  }
  user -> api "Uses"
  user -> orders
  thing = element "Thing"
  live = deploymentEnvironment "Live" {
    deploymentNode "Node" { containerInstance api }
  }`;

const VIEWS: readonly (readonly [view: string, title: string])[] = [
  ['systemLandscape v { include * }', 'System landscape'],
  ['systemContext shop v { include * }', 'Shop: context'],
  ['container shop v { include * }', 'Shop: containers'],
  ['component api v { include * }', 'API: components'],
  ['dynamic * v { user -> shop }', 'v'],
  ['dynamic shop v { user -> api }', 'Shop: dynamic'],
  ['dynamic api v { user -> orders }', 'API: dynamic'],
  ['dynamic shop v "Somebody buys." { user -> api }', 'Somebody buys.'],
  ['deployment * "Live" v { include * }', 'Live'],
  ['deployment shop "Live" v { include * }', 'Shop: Live'],
  ['custom v { include thing }', 'v'],
  ['custom v "Things" { include thing }', 'Things'],
  ['image * v { image p.png }', 'p.png'],
  ['image shop v { image p.png\ntitle "Whiteboard" }', 'Whiteboard'],
  ['container shop base { include * }\nfiltered base include "Element" v', 'Shop: containers'],
  [
    'container shop base { include *\ntitle "Inside" }\nfiltered base include "Element" v',
    'Inside',
  ],
];

describe('viewTitle', () => {
  it.each(VIEWS)('%s', (view, title) => {
    const index = indexOf(dslOf(MODEL, view), { 'p.png': 'picture' });
    expect(viewTitle(index, viewOf(index, 'v'))).toBe(title);
  });

  it.each(VIEWS.filter(([view]) => !view.startsWith('image') && !view.includes('filtered')))(
    'an author’s title wins: %s',
    (view) => {
      const own = view.replace(/ \}$/, '\ntitle "Own" }');
      const index = indexOf(dslOf(MODEL, own));
      expect(viewTitle(index, viewOf(index, 'v'))).toBe('Own');
    },
  );

  it('says a filtered view’s key when its base is gone', () => {
    const views = 'container shop base { include * }\nfiltered base include "Element" v';
    const index = indexOf(dslOf(MODEL, views));
    const view = viewOf(index, 'v');
    if (view.kind !== 'Filtered') throw new Error('The fixture is wrong.');
    expect(viewTitle(index, { ...view, baseView: ViewKey('gone') })).toBe('v');
  });

  it('says the key of an image without a title, and of a view with an empty one', () => {
    const index = indexOf(dslOf(MODEL, 'image * v { image p.png }'), { 'p.png': 'picture' });
    expect(viewTitle(index, { ...viewOf(index, 'v'), title: '' })).toBe('v');
  });
});
