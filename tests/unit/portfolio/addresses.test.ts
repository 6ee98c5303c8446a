import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressesOf,
  adrPath,
  costPath,
  isFrozen,
  isUnlisted,
  slug,
  studyPath,
  viewPath,
} from '#portfolio/addresses.ts';
import { anyText, HOSTILE } from '../../support/hostile.ts';
import { dslOf, indexOf } from '../../support/workspaces.ts';

/** Addresses of a model by the names of its elements, in model order. */
function paths(model: string): readonly (readonly [string, string])[] {
  const index = indexOf(dslOf(model));
  return [...addressesOf(index).elements].map(([id, path]) => [
    index.element(id)?.name ?? '',
    path,
  ]);
}

const pathOf = (model: string, name: string) => paths(model).find(([own]) => own === name)?.[1];

describe('addresses of elements', () => {
  it.each([
    ['an identifier', 'shop = softwareSystem "Web Shop"', 'Web Shop', '/elements/shop/'],
    [
      'a hierarchical identifier, dots as slashes',
      '!identifiers hierarchical\nshop = softwareSystem "Shop" { api = container "API" { orders = component "Orders" } }',
      'Orders',
      '/elements/shop/api/orders/',
    ],
    [
      'a flat identifier',
      'shop = softwareSystem "Shop" { api = container "API" }',
      'API',
      '/elements/api/',
    ],
    [
      'an identifier with a hyphen',
      'web-shop = softwareSystem "Shop"',
      'Shop',
      '/elements/web-shop/',
    ],
    [
      'a name without an identifier',
      'softwareSystem "Web Shop"',
      'Web Shop',
      '/elements/Web-Shop/',
    ],
    [
      'a name below an identifier',
      'shop = softwareSystem "Shop" { container "The API" }',
      'The API',
      '/elements/shop/The-API/',
    ],
    [
      'names below names',
      'softwareSystem "Shop" { container "API" { component "Orders" } }',
      'Orders',
      '/elements/Shop/API/Orders/',
    ],
    [
      'a name of another script',
      'person "Käufer 漢字"',
      'Käufer 漢字',
      '/elements/K%C3%A4ufer-%E6%BC%A2%E5%AD%97/',
    ],
    ['a name of signs', 'person "!?"', '!?', '/elements/-/'],
    [
      'a deployment node',
      'deploymentEnvironment "Live" { deploymentNode "Big Box" }',
      'Big Box',
      '/elements/Live/Big-Box/',
    ],
    [
      'a node with an identifier',
      '!identifiers hierarchical\nlive = deploymentEnvironment "Live" { box = deploymentNode "Box" }',
      'Box',
      '/elements/live/box/',
    ],
  ])('%s', (_, model, name, path) => {
    expect(pathOf(model, name)).toBe(path);
  });

  it('gives an instance the page of what it runs, and none of its own', () => {
    const index = indexOf(
      dslOf(`
        shop = softwareSystem "Shop" { api = container "API" }
        deploymentEnvironment "Live" { deploymentNode "Box" { containerInstance api } }`),
    );
    const addresses = addressesOf(index);
    const instance = index.workspace.elements.find(({ kind }) => kind === 'ContainerInstance');
    expect(instance && addresses.element(instance.id)).toBe('/elements/api/');
    expect([...addresses.elements.keys()]).not.toContain(instance?.id);
    expect([...addresses.elements.values()]).toEqual([
      '/elements/shop/',
      '/elements/api/',
      '/elements/Live/Box/',
    ]);
  });

  it.each([
    [
      'a person and a system of one name',
      'person "Shop"\nsoftwareSystem "Shop"',
      ['/elements/Shop/', '/elements/Shop-SoftwareSystem/'],
    ],
    [
      'names that differ in case only: some disks cannot tell them apart',
      'person "Shop"\nsoftwareSystem "SHOP"',
      ['/elements/Shop/', '/elements/SHOP-SoftwareSystem/'],
    ],
    [
      'names that differ in signs only',
      'person "a b"\nperson "a-b"\nperson "a/b"',
      ['/elements/a-b/', '/elements/a-b-Person/', '/elements/a-b-Person-2/'],
    ],
    [
      'an identifier and a name, whichever comes first',
      'person "shop"\nshop = softwareSystem "Web"',
      ['/elements/shop-Person/', '/elements/shop/'],
    ],
    [
      'an environment and a system',
      'live = softwareSystem "S" { container "Box" }\ndeploymentEnvironment "live" { deploymentNode "Box" }',
      ['/elements/live/', '/elements/live/Box/', '/elements/live/Box-DeploymentNode/'],
    ],
  ])('tells apart %s', (_, model, expected) => {
    expect(paths(model).map(([, path]) => path)).toEqual(expected);
  });

  it('keeps every address when elements are added around it', () => {
    const model = `
      buyer = person "Buyer"
      shop = softwareSystem "Shop" {
        api = container "API"
        container "Cache"
      }
      softwareSystem "Bank"`;
    const more = `
      person "Somebody"
      other = softwareSystem "Other" { container "Cache" }
      ${model}
      person "shop"
      softwareSystem "Last"`;
    const grown = new Map(paths(more).map(([name, path]) => [path, name]));
    for (const [name, path] of paths(model)) expect(grown.get(path)).toBe(name);
  });

  it('keeps an identifier’s address although a namesake without one comes before it', () => {
    expect(
      pathOf('softwareSystem "api"\nx = softwareSystem "S" { api = container "C" }', 'C'),
    ).toBe('/elements/api/');
  });

  it('are all different, and each a path of its own', () => {
    const names = fc.array(
      fc.constantFrom('Shop', 'shop', 'SHOP', 'Shop!', 'Shop Person', 'a', 'A'),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(names, names, (people, systems) => {
        const unique = (list: readonly string[]) => [...new Set(list)];
        const model = [
          ...unique(people).map((name) => `person "${name}"`),
          ...unique(systems).map((name) => `softwareSystem "${name}"`),
        ].join('\n');
        const all = paths(model).map(([, path]) => path.toLowerCase());
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('slug', () => {
  it.each([
    ['Web Shop', 'Web-Shop'],
    ['  a  b  ', 'a-b'],
    ['a_b', 'a_b'],
    ['C++ & C#', 'C-C'],
    ['..', '-'],
    ['', '-'],
    ['Café', 'Caf%C3%A9'],
    ['Cafe\u0301', 'Caf%C3%A9'],
  ])('of %j is %s', (name, expected) => {
    expect(slug(name)).toBe(expected);
  });

  it.each(HOSTILE)('of %j is harmless', (name) => {
    expect(slug(name)).toMatch(/^[\w%-]+$/);
  });

  it('is one step of a path, for any name', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(slug(name)).toMatch(/^[\w%.-]+$/);
        expect(decodeURIComponent(slug(name))).not.toMatch(/[/\\?#\s]|^\.+$/);
      }),
    );
  });
});

describe('addresses of other pages', () => {
  it.each([
    [viewPath('shop_containers'), '/views/shop_containers/'],
    [adrPath('0001-use-x'), '/adrs/0001-use-x/'],
    [adrPath('backend/0001 ü'), '/adrs/backend%2F0001%20%C3%BC/'],
    [costPath(), '/cost/'],
    [costPath('shop'), '/cost/shop/'],
    [costPath('a/../b'), '/cost/a%2F..%2Fb/'],
    [studyPath('shop'), '/case-studies/shop/'],
    [studyPath('shop', 'index'), '/case-studies/shop/'],
    [studyPath('shop', 'runbook'), '/case-studies/shop/runbook/'],
    [studyPath('a b', 'c?'), '/case-studies/a%20b/c%3F/'],
  ])('%s', (path, expected) => {
    expect(path).toBe(expected);
  });
});

it.each([
  ['/review/shop/', true, false],
  ['/review/shop/0123456789abcdef/', true, true],
  ['/review/shop/0123456789abcdef/index.html', true, true],
  ['/review/shop/state.json', true, false],
  ['/404.html', true, false],
  ['/share/', true, false],
  ['/', false, false],
  ['/case-studies/review/', false, false],
])('%s is unlisted: %j, and frozen: %j', (path, unlisted, frozen) => {
  expect(isUnlisted(path)).toBe(unlisted);
  expect(isFrozen(path)).toBe(frozen);
});
