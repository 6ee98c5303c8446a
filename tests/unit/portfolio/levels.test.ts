import { describe, expect, it } from 'vitest';
import { Identifier } from '#model/ids.ts';
import { scopeOf } from '#model/index.ts';
import { deeperView, levelOf, levelSteps, systemOf } from '#portfolio/levels.ts';
import { dslOf, indexOf, viewOf } from '../../support/workspaces.ts';

const MODEL = `
  !identifiers hierarchical
  user = person "User"
  shop = softwareSystem "Shop" {
    api = container "API" { orders = component "Orders" }
    web = container "Web" { pages = component "Pages" }
  }
  bank = softwareSystem "Bank" { core = container "Core" }
  thing = element "Thing"
  user -> shop.web
  shop.web -> shop.api
  shop.api.orders -> bank
  live = deploymentEnvironment "Live" { deploymentNode "Box" { containerInstance shop.api } }`;
const VIEWS = `
  systemLandscape all { include * }
  systemContext shop context { include * }
  container shop containers { include * }
  component shop.api api { include * }
  component shop.web web { include * }
  container bank bankContainers { include * }
  dynamic shop buying { user -> shop.web }
  dynamic shop.api inside { shop.api.orders -> bank }
  dynamic * loose { user -> shop }
  deployment shop "Live" live { include * }
  deployment * "Live" everywhere { include * }
  filtered containers include "Element" some
  filtered all include "Element" few
  custom things { include thing }
  image shop.web picture { image p.png }
  image * poster { image p.png }`;
const index = indexOf(dslOf(MODEL, VIEWS), { 'p.png': 'picture' });
const view = (key: string) => viewOf(index, key);

describe('levels', () => {
  it.each([
    ['all', 'Landscape', undefined, undefined],
    ['context', 'Context', 'Shop', 'Shop'],
    ['containers', 'Container', 'Shop', 'Shop'],
    ['api', 'Component', 'Shop', 'API'],
    ['buying', 'Dynamic', 'Shop', 'Shop'],
    ['inside', 'Dynamic', 'Shop', 'API'],
    ['loose', 'Dynamic', undefined, undefined],
    ['live', 'Deployment', 'Shop', 'Shop'],
    ['everywhere', 'Deployment', undefined, undefined],
    ['some', 'Container', 'Shop', undefined],
    ['few', 'Landscape', undefined, undefined],
    ['things', 'Custom', undefined, undefined],
    ['picture', 'Image', 'Shop', 'Web'],
    ['poster', 'Image', undefined, undefined],
  ])('%s is of level %s, of the system %s, and looks into %s', (key, level, system, scope) => {
    expect(levelOf(index, view(key))).toBe(level);
    expect(systemOf(index, view(key))?.name).toBe(system);
    const id = scopeOf(view(key));
    expect(id && index.element(id)?.name).toBe(scope);
  });
});

describe('drilling down', () => {
  const into = (from: string, identifier: string) => {
    const element = index.byIdentifier(Identifier(identifier));
    return element && deeperView(index, view(from), element)?.key;
  };

  it.each([
    ['all', 'shop', 'context'],
    ['all', 'bank', 'bankContainers'],
    ['all', 'user', undefined],
    ['context', 'shop', 'containers'],
    ['context', 'bank', 'bankContainers'],
    ['containers', 'shop.api', 'api'],
    ['containers', 'shop.web', 'web'],
    ['containers', 'bank', 'bankContainers'],
    ['buying', 'shop.web', 'web'],
    ['api', 'shop.api', undefined],
    ['api', 'shop.api.orders', undefined],
    ['bankContainers', 'bank', undefined],
    ['bankContainers', 'bank.core', undefined],
  ])('from %s, %s opens %s', (from, identifier, key) => {
    expect(into(from, identifier)).toBe(key);
  });
});

describe('the levels around a view', () => {
  const steps = (key: string) =>
    levelSteps(index, view(key)).map(
      ({ level, view: other, current }) => `${level} ${other?.key}${current ? ' *' : ''}`,
    );

  it.each([
    ['all', ['Landscape all *']],
    ['context', ['Landscape all', 'Context context *', 'Container containers', 'Component api']],
    ['containers', ['Landscape all', 'Context context', 'Container containers *', 'Component api']],
    ['api', ['Landscape all', 'Context context', 'Container containers', 'Component api *']],
    ['web', ['Landscape all', 'Context context', 'Container containers', 'Component web *']],
    ['some', ['Landscape all', 'Context context', 'Container some *', 'Component api']],
    ['bankContainers', ['Landscape all', 'Container bankContainers *']],
    [
      'buying',
      [
        'Landscape all',
        'Context context',
        'Container containers',
        'Component api',
        'Dynamic buying *',
      ],
    ],
    [
      'live',
      [
        'Landscape all',
        'Context context',
        'Container containers',
        'Component api',
        'Deployment live *',
      ],
    ],
    ['everywhere', ['Landscape all', 'Deployment everywhere *']],
    ['loose', ['Landscape all', 'Dynamic loose *']],
    ['things', ['Landscape all', 'Custom things *']],
    [
      'picture',
      [
        'Landscape all',
        'Context context',
        'Container containers',
        'Component api',
        'Image picture *',
      ],
    ],
  ])('%s', (key, expected) => {
    expect(steps(key)).toEqual(expected);
  });

  it('is the view alone where there is no other', () => {
    const lonely = indexOf(dslOf(MODEL, 'deployment * "Live" v { include * }'));
    expect(levelSteps(lonely, viewOf(lonely, 'v'))).toEqual([
      { level: 'Deployment', current: true, view: viewOf(lonely, 'v') },
    ]);
  });
});
