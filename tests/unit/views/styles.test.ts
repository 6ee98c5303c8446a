import { describe, expect, it } from 'vitest';
import type { ElementStyle, RelationshipStyle, Theme } from '#model/styles.ts';
import { styleSheet } from '#views/styles.ts';
import { dslOf, graphOf, indexOf, nodeOf } from '../../support/workspaces.ts';

const MODEL = `
  user = person "User"
  shop = softwareSystem "Shop" {
    web = container "Web" "" "" "Front,Public"
    api = container "API"
  }
  user -> web "Uses" "" "Slow,Loud"
  web -> api "Calls"`;

/** The style of Web in a container view under some `styles { … }`. */
function webStyle(styles: string, themes: Theme[] = []) {
  const views = `container shop v { include * }\nstyles {\n${styles}\n}`;
  return nodeOf(graphOf(dslOf(MODEL, views), 'v', themes), 'Web').style;
}

/** The style of the line from User to Web under some `styles { … }`. */
function lineStyle(styles: string, themes: Theme[] = []) {
  const views = `container shop v { include * }\nstyles {\n${styles}\n}`;
  const [line] = graphOf(dslOf(MODEL, views), 'v', themes).edges;
  return line?.style;
}

/** `element Tag { … }` with the braces on lines of their own. */
const element = (tag: string, ...rows: string[]) => `element "${tag}" {\n${rows.join('\n')}\n}`;
const relationship = (tag: string, ...rows: string[]) =>
  `relationship "${tag}" {\n${rows.join('\n')}\n}`;
const scheme = (name: 'light' | 'dark', ...styles: string[]) =>
  `${name} {\n${styles.join('\n')}\n}`;

const theme = (
  elements: Omit<ElementStyle, 'properties'>[],
  relationships: Omit<RelationshipStyle, 'properties'>[] = [],
): Theme => ({
  name: 'theme',
  elements: elements.map((style) => ({ ...style, properties: {} })),
  relationships: relationships.map((style) => ({ ...style, properties: {} })),
});

describe('styles of boxes', () => {
  it('leaves to the palette what nobody set', () => {
    expect(webStyle('')).toEqual({
      shape: 'Box',
      tone: 'container',
      border: 'Solid',
      opacity: 100,
      light: {},
      dark: {},
    });
  });

  it.each([
    [
      'the tag that comes later in the element wins',
      [element('Front', 'color #010101'), element('Public', 'color #020202')],
      '#020202',
    ],
    [
      'whatever the order of the styles',
      [element('Public', 'color #020202'), element('Front', 'color #010101')],
      '#020202',
    ],
    [
      'a tag of the kind is weaker than one of its own',
      [element('Front', 'color #010101'), element('Container', 'color #030303')],
      '#010101',
    ],
    [
      'Element is the weakest',
      [element('Container', 'color #030303'), element('Element', 'color #040404')],
      '#030303',
    ],
    ['a tag that the element lacks says nothing', [element('Other', 'color #050505')], undefined],
  ])('%s', (_, styles, color) => {
    expect(webStyle(styles.join('\n')).light.color).toBe(color);
    expect(webStyle(styles.join('\n')).dark.color).toBe(color);
  });

  it('takes field by field, each from the last tag that sets it', () => {
    const styles = [
      element('Element', 'background #111111', 'border dotted', 'opacity 40'),
      element('Front', 'stroke #222222', 'strokeWidth 3'),
      element('Public', 'border dashed', 'shape hexagon'),
    ];
    expect(webStyle(styles.join('\n'))).toMatchObject({
      shape: 'Hexagon',
      border: 'Dashed',
      opacity: 40,
      strokeWidth: 3,
      light: { background: '#111111', stroke: '#222222' },
    });
  });

  it('keeps the two colour schemes apart, over what holds for both', () => {
    const styles = [
      element('Container', 'background #aaaaaa', 'color #bbbbbb'),
      scheme('dark', element('Container', 'background #333333')),
      scheme('light', element('Container', 'stroke #444444')),
    ];
    const { light, dark } = webStyle(styles.join('\n'));
    expect(light).toEqual({ background: '#aaaaaa', color: '#bbbbbb', stroke: '#444444' });
    expect(dark).toEqual({ background: '#333333', color: '#bbbbbb' });
  });

  it('knows icons', () => {
    const icons = theme([{ tag: 'Container', icon: 'data:image/png;base64,AA==' }]);
    expect(webStyle('', [icons]).icon).toBe('data:image/png;base64,AA==');
  });

  it.each([
    ['https://example.org/i.png', ['example.org'], true],
    ['https://example.org/i.png', [], false],
    ['https://example.org.evil.org/i.png', ['example.org'], false],
    ['data:text/html,x', [], false],
    ['i.png', ['i.png'], false],
  ])('shows the icon %s with the hosts %j: %s', (icon, hosts, isShown) => {
    const own = indexOf(dslOf('shop = softwareSystem "Shop"'));
    const [shop] = own.workspace.elements;
    const sheet = styleSheet(own, [theme([{ tag: 'Software System', icon }])], hosts);
    expect(shop && sheet.node(shop).icon === icon).toBe(isShown);
  });

  it('takes themes in order, and the workspace after them', () => {
    const first = theme([
      { tag: 'Container', background: '#111111', color: '#111111', stroke: '#111111' },
    ]);
    const second = theme([{ tag: 'Container', color: '#222222', stroke: '#222222' }]);
    expect(webStyle(element('Container', 'stroke #333333'), [first, second]).light).toEqual({
      background: '#111111',
      color: '#222222',
      stroke: '#333333',
    });
  });

  it('lets a theme’s later tag win over the workspace’s earlier one', () => {
    const late = theme([{ tag: 'Public', color: '#111111' }]);
    expect(webStyle(element('Front', 'color #222222'), [late]).light.color).toBe('#111111');
  });

  it.each([
    ['Person', 'user = person "X"'],
    ['Box', 's = softwareSystem "X"'],
  ] as const)('gives a %s its shape', (shape, model) => {
    const graph = graphOf(dslOf(model, 'systemLandscape v { include * }'), 'v');
    expect(nodeOf(graph, 'X').style.shape).toBe(shape);
  });

  it('gives components theirs, and lets an author take it away', () => {
    const model = 's = softwareSystem "S" { c = container "C" { x = component "X" } }';
    const view = 'component c v { include * }';
    expect(nodeOf(graphOf(dslOf(model, view), 'v'), 'X').style.shape).toBe('Component');
    const styled = `${view}\nstyles {\n${element('Component', 'shape box')}\n}`;
    expect(nodeOf(graphOf(dslOf(model, styled), 'v'), 'X').style.shape).toBe('Box');
  });
});

describe('styles of instances', () => {
  const model = `
    shop = softwareSystem "Shop" {
      web = container "Web" "" "" "Front" {
        part = component "Part"
      }
      db = container "DB"
    }
    part -> db "Reads" "" "Slow"
    deploymentEnvironment "Live" {
      deploymentNode "Node" "" "" "Big" {
        one = containerInstance web "" "Canary"
        containerInstance db
      }
    }`;
  const graph = (...styles: string[]) =>
    graphOf(
      dslOf(model, `deployment * "Live" v { include * }\nstyles {\n${styles.join('\n')}\n}`),
      'v',
    );

  it('has the tags of its container, then its own', () => {
    const style = nodeOf(
      graph(
        element('Container', 'color #010101', 'background #010101', 'stroke #010101'),
        element('Front', 'background #020202', 'stroke #020202'),
        element('Canary', 'stroke #030303'),
      ),
      'Web',
    ).style;
    expect(style.light).toEqual({ color: '#010101', background: '#020202', stroke: '#030303' });
  });

  it('colours the boundary of a deployment node by the node’s tags', () => {
    const [node] = graph(element('Big', 'stroke #0a0b0c')).clusters;
    expect(node?.light).toEqual({ stroke: '#0a0b0c' });
  });

  it('has the line style of the relationship at the beginning of the chain', () => {
    // part -> db implies web -> db, which is replicated between the instances.
    const styled = graph(relationship('Slow', 'color #00ff00', 'thickness 5'));
    expect(styled.edges.map(({ style }) => [style.light, style.thickness])).toEqual([
      ['#00ff00', 5],
    ]);
  });
});

describe('styles of boundaries', () => {
  const view = (...styles: string[]) => {
    const views = `container shop v { include * }\nstyles {\n${styles.join('\n')}\n}`;
    return graphOf(dslOf(MODEL, views), 'v').clusters[0];
  };

  it.each([
    ['Boundary', '#010101'],
    ['Boundary:SoftwareSystem', '#020202'],
  ])('takes %s', (tag, stroke) => {
    expect(view(element(tag, `stroke ${stroke}`))?.light).toEqual({ stroke });
  });

  it('takes the more exact one over the general one', () => {
    const styles = [
      element('Boundary:SoftwareSystem', 'stroke #020202'),
      element('Boundary', 'stroke #010101', 'color #010101'),
    ];
    expect(view(...styles)?.light).toEqual({ stroke: '#020202', color: '#010101' });
  });

  it('takes no colour from the style of the system itself', () => {
    expect(view(element('Software System', 'stroke #030303'))?.light).toEqual({});
  });

  it('takes Group, then the group’s own path', () => {
    const model = `
      properties { "structurizr.groupSeparator" "/" }
      group "A" { group "B" { softwareSystem "X" } }`;
    const styles = [
      element('Group', 'stroke #010101'),
      element('Group:A/B', 'stroke #020202'),
    ].join('\n');
    const { clusters } = graphOf(
      dslOf(model, `systemLandscape v { include * }\nstyles {\n${styles}\n}`),
      'v',
    );
    expect(clusters.map(({ name, light }) => [name, light.stroke])).toEqual([
      ['A', '#010101'],
      ['B', '#020202'],
    ]);
  });
});

describe('styles of lines', () => {
  it('leaves to the palette what nobody set', () => {
    expect(lineStyle('')).toEqual({ line: 'Solid', opacity: 100 });
  });

  it('takes field by field, each from the last tag that sets it', () => {
    const styles = [
      relationship('Loud', 'color #020202'),
      relationship('Slow', 'color #010101', 'thickness 4'),
      relationship('Relationship', 'style dotted', 'opacity 20', 'color #000000'),
    ];
    expect(lineStyle(styles.join('\n'))).toEqual({
      line: 'Dotted',
      thickness: 4,
      opacity: 20,
      light: '#020202',
      dark: '#020202',
    });
  });

  it.each([
    ['both', [relationship('Slow', 'color #010101')], '#010101', '#010101'],
    ['dark only', [scheme('dark', relationship('Slow', 'color #020202'))], undefined, '#020202'],
    ['light only', [scheme('light', relationship('Slow', 'color #030303'))], '#030303', undefined],
  ])('has a colour for %s', (_, styles, light, dark) => {
    const style = lineStyle(styles.join('\n'));
    expect([style?.light, style?.dark]).toEqual([light, dark]);
  });

  it.each([
    ['the older word', { dashed: true }, 'Dashed'],
    ['the newer word over the older', { dashed: true, style: 'Dotted' }, 'Dotted'],
    ['the older word, off', { dashed: false }, 'Solid'],
  ] as const)('reads %s', (_, style, line) => {
    expect(lineStyle('', [theme([], [{ tag: 'Slow', ...style }])])?.line).toBe(line);
  });

  it.each([
    ['is dashed when its tags say asynchronous', [], 'Dashed'],
    ['unless a style says otherwise', [{ tag: 'Relationship', style: 'Solid' }], 'Solid'],
    ['in the older words too', [{ tag: 'Relationship', dashed: false }], 'Solid'],
  ] as const)('%s', (_, styles, line) => {
    const model =
      'a = softwareSystem "A"\nb = softwareSystem "B"\na -> b "Sends" "" "Asynchronous"';
    const graph = graphOf(dslOf(model, 'systemLandscape v { include * }'), 'v', [
      theme([], [...styles]),
    ]);
    expect(graph.edges[0]?.style.line).toBe(line);
  });

  it('gives an implied line the style of the one that implied it', () => {
    const views = `systemLandscape v { include * }\nstyles {\n${relationship('Loud', 'color #abcdef')}\n}`;
    expect(graphOf(dslOf(MODEL, views), 'v').edges[0]?.style.light).toBe('#abcdef');
  });
});
