import { describe, expect, it } from 'vitest';
import { clusterOf, dslOf, graphOf, nodeOf, outlineOf } from '../../support/workspaces.ts';

const SHOP = `
  !identifiers hierarchical
  user = person "User"
  shop = softwareSystem "Shop" {
    web = container "Web" "" "TypeScript"
    api = container "API" "" "Go" {
      orders = component "Orders"
      stock = component "Stock"
    }
    db = container "DB"
  }
  bank = softwareSystem "Bank"
  user -> shop.web
  shop.web -> shop.api.orders
  shop.api.orders -> shop.api.stock
  shop.api.stock -> shop.db
  shop.api.orders -> bank
`;

describe('boundaries of static views', () => {
  it.each([
    [
      'a context view has none',
      'systemContext shop v { include * }',
      ['- User', '- Shop', '- Bank'],
    ],
    ['a landscape has none', 'systemLandscape v { include * }', ['- User', '- Shop', '- Bank']],
    [
      'a container view is inside its system',
      'container shop v { include * }',
      ['SoftwareSystem Shop', '  - Web', '  - API', '  - DB', '- User', '- Bank'],
    ],
    [
      'a component view with other containers of the system has both boundaries',
      'component shop.api v { include * }',
      [
        'SoftwareSystem Shop',
        '  Container API',
        '    - Orders',
        '    - Stock',
        '  - Web',
        '  - DB',
        '- Bank',
      ],
    ],
    [
      'a component view of one container only leaves the lone system out',
      'component shop.api v { include shop.api.orders shop.api.stock bank }',
      ['Container API', '  - Orders', '  - Stock', '- Bank'],
    ],
    [
      'a container view of one container keeps its system',
      'container shop v { include shop.web user }',
      ['SoftwareSystem Shop', '  - Web', '- User'],
    ],
    ['a view without elements has none', 'container shop v { include user\n exclude user }', []],
  ])('%s', (_, view, expected) => {
    expect(outlineOf(graphOf(dslOf(SHOP, view), 'v'))).toEqual(expected);
  });

  it('draws a boundary around the containers of two systems', () => {
    const model = `
      a = softwareSystem "A" { a1 = container "A1" }
      b = softwareSystem "B" { b1 = container "B1" }
      a1 -> b1`;
    const graph = graphOf(dslOf(model, 'container a v { include a1 b1 }'), 'v');
    expect(outlineOf(graph)).toEqual(['SoftwareSystem A', '  - A1', 'SoftwareSystem B', '  - B1']);
  });

  it('carries identifier and kind words of what is looked into', () => {
    const graph = graphOf(dslOf(SHOP, 'component shop.api v { include * }'), 'v');
    expect(clusterOf(graph, 'Shop')).toMatchObject({
      kind: 'SoftwareSystem',
      identifier: 'shop',
      subtitle: 'Software system',
    });
    expect(clusterOf(graph, 'API')).toMatchObject({
      kind: 'Container',
      identifier: 'shop.api',
      subtitle: 'Container',
      parent: clusterOf(graph, 'Shop').id,
    });
  });

  it('calls a boundary by the author’s word for its kind', () => {
    const views = `component shop.api v { include * }
      terminology {
        container "Deployable"
        softwareSystem "Product"
      }`;
    const graph = graphOf(dslOf(SHOP, views), 'v');
    expect(clusterOf(graph, 'API').subtitle).toBe('Deployable');
    expect(clusterOf(graph, 'Shop').subtitle).toBe('Product');
  });

  it('lists a boundary before what it holds', () => {
    const { clusters } = graphOf(dslOf(SHOP, 'component shop.api v { include * }'), 'v');
    for (const [place, { parent }] of clusters.entries()) {
      const before = clusters.slice(0, place).map(({ id }) => id);
      if (parent !== undefined) expect(before).toContain(parent);
    }
    expect(clusters).toHaveLength(2);
  });
});

describe('groups', () => {
  const grouped = (properties = '') => `
    ${properties}
    group "One/Two" {
      a = softwareSystem "A" {
        group "Inner" {
          a1 = container "A1"
        }
        a2 = container "A2"
      }
    }
    b = softwareSystem "B" {
      group "Inner" {
        b1 = container "B1"
      }
    }
    a1 -> b1`;
  const separator = 'properties {\n "structurizr.groupSeparator" "/"\n}';
  const landscape = 'systemLandscape v { include * }';

  it.each([
    ['without a separator a name is one group', '', ['Group One/Two', '  - A', '- B']],
    ['with a separator it is a path', separator, ['Group One', '  Group Two', '    - A', '- B']],
  ])('%s', (_, properties, expected) => {
    expect(outlineOf(graphOf(dslOf(grouped(properties), landscape), 'v'))).toEqual(expected);
  });

  it('keeps groups of one name apart by what holds them', () => {
    const graph = graphOf(dslOf(grouped(separator), 'container a v { include a1 a2 b1 }'), 'v');
    expect(outlineOf(graph)).toEqual([
      'SoftwareSystem A',
      '  Group Inner',
      '    - A1',
      '  - A2',
      'SoftwareSystem B',
      '  Group Inner',
      '    - B1',
    ]);
    expect(new Set(graph.clusters.map(({ id }) => id)).size).toBe(graph.clusters.length);
  });

  it('shares the outer group of two paths', () => {
    const model = `
      ${separator}
      group "G" {
        x = softwareSystem "X"
        group "H" {
          y = softwareSystem "Y"
        }
      }
      x -> y`;
    expect(outlineOf(graphOf(dslOf(model, landscape), 'v'))).toEqual([
      'Group G',
      '  Group H',
      '    - Y',
      '  - X',
    ]);
  });
});

describe('boundaries of deployment views', () => {
  const model = `
    shop = softwareSystem "Shop" {
      web = container "Web" "" "TypeScript"
      db = container "DB"
    }
    web -> db
    live = deploymentEnvironment "Live" {
      deploymentNode "Cloud" "" "AWS" {
        lb = infrastructureNode "Balancer"
        deploymentNode "Node" "" "" "" 7 {
          containerInstance web
        }
        deploymentNode "Pool" "" "" "" "2..N" {
          infrastructureNode "Worker"
        }
      }
      deploymentNode "Data centre" {
        containerInstance db
      }
    }`;
  const graph = graphOf(dslOf(model, 'deployment shop "Live" v { include * }'), 'v');

  it('makes boundaries of nodes that hold something and boxes of the others', () => {
    expect(outlineOf(graph)).toEqual([
      'DeploymentNode Cloud',
      '  DeploymentNode Node',
      '    - Web',
      '  DeploymentNode Pool',
      '    - Worker',
      '  - Balancer',
      'DeploymentNode Data centre',
      '  - DB',
    ]);
  });

  it('says how many where there are several', () => {
    expect(clusterOf(graph, 'Node').instances).toBe('7');
    expect(clusterOf(graph, 'Cloud').instances).toBeUndefined();
    expect(clusterOf(graph, 'Pool').instances).toBe('2..N');
  });

  it('names a technology under the title, and nothing where there is none', () => {
    expect(clusterOf(graph, 'Cloud').subtitle).toBe('AWS');
    expect(clusterOf(graph, 'Data centre').subtitle).toBeUndefined();
  });

  it('stands for the container behind an instance', () => {
    const web = nodeOf(graph, 'Web');
    expect(web.kind).toBe('ContainerInstance');
    expect(web.staticId).not.toBe(web.id);
  });
});
