import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import type { PlacedGraphView } from '#layout/placed.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { ElementId, RelationshipId, ViewKey } from '#model/ids.ts';
import { SHAPES } from '#model/styles.ts';
import { renderDrawing } from '#svg/drawing.ts';
import type { GraphNode, ViewGraph } from '#views/graph.ts';
import { type DrawingState, stepsOf } from '#views/states.ts';
import { anyText, HOSTILE, inXml } from '../../support/hostile.ts';
import { pathBounds, pathPoints } from '../../support/paths.ts';
import {
  drawingFrom,
  drawingOf,
  dslOf,
  graphIn,
  graphOf,
  indexOf,
  viewOf,
} from '../../support/workspaces.ts';
import {
  attribute,
  elementsIn,
  parseXml,
  textIn,
  withClass,
  type XmlElement,
} from '../../support/xml.ts';

const MODEL = `
  !identifiers hierarchical
  user = person "User" "Buys."
  group "Trade" {
    shop = softwareSystem "Shop" {
      web = container "Web" "Shows." "TypeScript"
      api = container "API" { orders = component "Orders" }
      db = container "DB" "" "SQL" "Store"
    }
  }
  bank = softwareSystem "Bank"
  user -> shop.web "Buys" "HTTPS"
  shop.web -> shop.api.orders "Orders"
  shop.api.orders -> shop.db
  shop.api.orders -> bank "Charges" "" "Asynchronous"
  live = deploymentEnvironment "Live" {
    deploymentNode "Cloud" {
      deploymentNode "Nodes" "" "" "" "2..4" { containerInstance shop.api }
      spare = infrastructureNode "Spare"
      deploymentNode "Disk" "" "" "" 3 { containerInstance shop.db }
    }
  }`;
const VIEWS = `
  systemLandscape landscape { include * }
  container shop containers "What it is made of." { include * }
  component shop.api components { include * }
  dynamic shop steps { user -> shop.web
    shop.web -> shop.api "Asks"
    shop.api -> shop.web "Answers" }
  dynamic shop sequence {
    properties { "archfolio.diagram" "sequence" }
    user -> shop.web
    shop.web -> shop.api "Asks"
    shop.api -> shop.web "Answers" }
  deployment * "Live" deployment { include * }
  styles { element "Store" { shape cylinder } }`;
const DSL = dslOf(MODEL, VIEWS);
const KEYS = ['landscape', 'containers', 'components', 'steps', 'sequence', 'deployment'] as const;

const drawn = (
  key: string,
  ...rest: Parameters<typeof drawingOf> extends [string, string, ...infer R] ? R : never
) => parseXml(drawingOf(DSL, key, ...rest));
const idsIn = (root: XmlElement) =>
  [...elementsIn(root)].flatMap(({ attributes }) => attributes.get('id') ?? []);

describe.each(KEYS)('the contract of drawings: %s', (key) => {
  const root = drawn(key);
  const graph = graphOf(DSL, key);

  it('has a root that says what it is', () => {
    expect(root.name).toBe('svg');
    expect(attribute(root, 'role')).toBe('img');
    expect(attribute(root, 'xmlns')).toBe('http://www.w3.org/2000/svg');
    expect(attribute(root, 'data-layout')).toBe(key === 'sequence' ? 'sequence' : 'graph');
    expect(attribute(root, 'viewBox')).toBe(
      `0 0 ${attribute(root, 'width')} ${attribute(root, 'height')}`,
    );
  });

  it('is named by its title and described, both by ids with its prefix', () => {
    const [title, description] = root.children.filter((child) => typeof child !== 'string');
    expect([title?.name, description?.name]).toEqual(['title', 'desc']);
    expect(attribute(root, 'aria-labelledby').split(' ')).toEqual([
      title && attribute(title, 'id'),
      description && attribute(description, 'id'),
    ]);
    expect(title && textIn(title)).toBe(graph.title);
    expect(idsIn(root).every((id) => id.startsWith(`${key}-`))).toBe(true);
  });

  it('has an element with one shape and its words for every box', () => {
    const elements = withClass(root, 'element');
    expect(
      elements.map((element) =>
        ['data-id', 'data-identifier', 'data-name', 'data-kind'].map((name) =>
          element.attributes.get(name),
        ),
      ),
    ).toEqual(graph.nodes.map(({ id, identifier, name, kind }) => [id, identifier, name, kind]));
    for (const element of elements) {
      const [shape, ...others] = withClass(element, 'shape');
      expect(shape?.name).toBe('path');
      expect(others).toEqual([]);
      expect(textIn(element)).toContain(attribute(element, 'data-name'));
    }
  });

  it('has a boundary with its title inside for every cluster, but for lifelines', () => {
    const boundaries = withClass(root, 'boundary');
    expect(boundaries.map((boundary) => attribute(boundary, 'data-id'))).toEqual(
      key === 'sequence' ? [] : graph.clusters.map(({ id }) => id),
    );
    for (const boundary of boundaries)
      expect(textIn(boundary)).toContain(attribute(boundary, 'data-name'));
  });

  it('has a line with its ends for every relationship, and a label where it has words', () => {
    const lines = withClass(root, 'relationship');
    expect(
      lines.map((line) =>
        ['data-id', 'data-source', 'data-target', 'data-order'].map((name) =>
          line.attributes.get(name),
        ),
      ),
    ).toEqual(graph.edges.map(({ id, source, target, order }) => [id, source, target, order]));
    for (const [place, line] of lines.entries()) {
      const edge = graph.edges[place];
      expect(withClass(line, 'edge').map(({ name }) => name)).toEqual(['path']);
      const words = `${edge?.order ?? ''}${edge?.description}`;
      const [label] = withClass(line, 'label');
      expect(label === undefined).toBe(words === '');
      if (label) expect(textIn(label).replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
    }
  });

  it('keeps everything inside its view box', () => {
    const [width, height] = ['width', 'height'].map((name) => Number(attribute(root, name)));
    for (const { attributes, name } of elementsIn(root)) {
      const d = attributes.get('d');
      const points =
        name === 'path' && d
          ? pathPoints(d)
          : name === 'rect' || name === 'text'
            ? [{ x: Number(attributes.get('x') ?? 0), y: Number(attributes.get('y') ?? 0) }]
            : [];
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width ?? 0);
        expect(y).toBeLessThanOrEqual(height ?? 0);
      }
    }
  });

  it('writes words as text, and nothing that a strict content policy forbids', () => {
    const names = new Set([...elementsIn(root)].map(({ name }) => name));
    expect([...names].toSorted()).toEqual(
      expect.arrayContaining(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title']),
    );
    for (const name of ['style', 'script', 'foreignObject', 'image', 'use'])
      expect(names).not.toContain(name);
    for (const { attributes } of elementsIn(root))
      for (const name of attributes.keys()) expect(name).not.toMatch(/^(style|on.*|href)$/);
  });

  it('writes no number with more than one decimal', () => {
    for (const { attributes } of elementsIn(root)) {
      for (const [name, value] of attributes) {
        if (/^(data-|aria-|id$|class$|opacity$|fill$|stroke$|font-family$)/.test(name)) continue;
        expect(value, name).not.toMatch(/\d\.\d\d|NaN|Infinity|e[+-]\d|undefined/);
      }
    }
  });

  it('gives the same bytes again', () => {
    expect(drawingOf(DSL, key)).toBe(drawingOf(DSL, key));
  });
});

describe('ids', () => {
  it('are not shared by two drawings on a page', () => {
    const all = KEYS.flatMap((key) => [
      ...idsIn(drawn(key, { prefix: `fig-${key}` })),
      ...idsIn(drawn(key, { prefix: `view-${key}` })),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(KEYS.length * 2);
  });

  it('hold whatever key a JSON workspace comes with', () => {
    const graph = graphOf(DSL, 'landscape');
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const ids = [one, other].map((key) => {
          const root = parseXml(drawingFrom({ ...graph, key: ViewKey(key) }));
          expect(attribute(root, 'aria-labelledby').split(' ')).toEqual(idsIn(root));
          return idsIn(root);
        });
        if (one !== other) expect(ids[0]).not.toEqual(ids[1]);
      }),
      { numRuns: 40 },
    );
  });
});

/** A drawing of one box inside a boundary, with a line to itself, all of them called the same. */
function called(name: string, technology = name): ViewGraph {
  const graph = graphOf(DSL, 'containers');
  const node: GraphNode = { ...graph.nodes[0]!, name, subtitle: technology, description: name };
  const cluster = { ...graph.clusters[0]!, name, subtitle: technology };
  const other = { ...node, id: ElementId('other'), parent: cluster.id };
  const edge = {
    ...graph.edges[0]!,
    id: RelationshipId('line'),
    source: node.id,
    target: other.id,
    description: name,
    technology,
  };
  return {
    ...graph,
    title: name,
    description: name,
    nodes: [node, other],
    clusters: [cluster],
    edges: [edge],
  };
}

/** What is left of a text when it is broken into lines: blanks and control characters are not. */
const words = (text: string) => inXml(text.replace(/[\s\p{Cc}]+/gu, ''));
const squeezed = (element: XmlElement | undefined) =>
  element ? textIn(element).replace(/\s+/gu, '') : undefined;

describe('hostile names', () => {
  function expectKept(name: string) {
    const root = parseXml(drawingFrom(called(name)));
    const [title] = root.children;
    expect(title && typeof title !== 'string' && textIn(title)).toBe(
      inXml(name).replace(/\r\n?/g, '\n'),
    );
    for (const element of [...withClass(root, 'element'), ...withClass(root, 'boundary')]) {
      expect(attribute(element, 'data-name')).toBe(inXml(name).replace(/\r\n|[\t\n\r]/g, ' '));
    }
    for (const element of withClass(root, 'element'))
      expect(squeezed(element)).toContain(words(name));
    // A title is one line, so nothing of it is taken for a place to break.
    for (const boundary of withClass(root, 'boundary'))
      expect(squeezed(boundary)).toContain(inXml(name).replace(/\s+/gu, ''));
    const [label] = withClass(root, 'label');
    if (words(name) !== '') expect(squeezed(label)).toBe(`${words(name)}[${words(name)}]`);
  }

  it.each(HOSTILE)('%j stays a text', expectKept);

  it('any text stays one, in a document that is well formed', () => {
    fc.assert(fc.property(anyText, expectKept), { numRuns: 150 });
  });
});

describe('themes', () => {
  const colours = (root: XmlElement) =>
    [...elementsIn(root)].flatMap(({ attributes }) =>
      ['fill', 'stroke'].flatMap((name) => attributes.get(name) ?? []),
    );

  it.each(['light', 'dark'] as const)(
    'a file for %s has plain colours and its own ground',
    (theme) => {
      const root = drawn('containers', { theme });
      for (const colour of colours(root)) expect(colour).toMatch(/^(#[\da-f]{6}|none)$/);
      expect(withClass(root, 'ground')).toHaveLength(1);
    },
  );

  it('differ from one another', () => {
    expect(drawingOf(DSL, 'containers', { theme: 'light' })).not.toBe(
      drawingOf(DSL, 'containers', { theme: 'dark' }),
    );
  });

  it('a page’s drawing follows its custom properties, with a literal behind each', () => {
    const root = drawn('containers');
    for (const colour of colours(root))
      expect(colour).toMatch(/^(var\(--d-[a-zA-Z\d-]+, #[\da-f]{6}\)|none)$/);
    expect(withClass(root, 'ground')).toEqual([]);
  });

  it('carries fonts only where it is told to', () => {
    const root = drawn('landscape', { fonts: { regular: 'AAAA', semibold: 'BBBB' } });
    const styles = [...elementsIn(root)].filter(({ name }) => name === 'style');
    expect(styles.map(textIn).join()).toMatch(
      /font-weight:400;src:url\(data:font\/woff2;base64,AAAA\).*font-weight:600;src:url\(data:font\/woff2;base64,BBBB\)/,
    );
  });
});

describe('an author’s colours', () => {
  const painted = (styles: string, theme: 'auto' | 'light' | 'dark' = 'auto') =>
    parseXml(
      drawingOf(dslOf(MODEL, `container shop v { include * }\nstyles { ${styles} }`), 'v', {
        theme,
      }),
    );
  const box = (root: XmlElement, name: string) =>
    withClass(root, 'element').find((element) => attribute(element, 'data-name') === name)!;
  const shape = (root: XmlElement, name: string) => withClass(box(root, name), 'shape')[0]!;

  it('are used as they are in both themes where there is one', () => {
    const styles = 'element "Store" { background #112233\nstroke #445566 }';
    for (const theme of ['auto', 'light', 'dark'] as const) {
      expect(attribute(shape(painted(styles, theme), 'DB'), 'fill')).toBe('#112233');
      expect(attribute(shape(painted(styles, theme), 'DB'), 'stroke')).toBe('#445566');
    }
  });

  it('follow the page where there are two', () => {
    const styles = `light { element "Store" { background #eeeeee } }
      dark { element "Store" { background #222222 } }`;
    expect(attribute(shape(painted(styles), 'DB'), 'fill')).toBe('light-dark(#eeeeee, #222222)');
    expect(attribute(shape(painted(styles, 'dark'), 'DB'), 'fill')).toBe('#222222');
  });

  it('leave the other theme to the palette where there is one for one theme', () => {
    const dark = 'dark { element "Store" { background #222222 } }';
    expect(attribute(shape(painted(dark, 'light'), 'DB'), 'fill')).toBe('#d5e4f2');
    const line = 'light { relationship "Relationship" { color #ff0000 } }';
    const [edge] = withClass(painted(line), 'edge');
    expect(edge && attribute(edge, 'stroke')).toBe('light-dark(#ff0000, #a5b1bc)');
    const frame = 'dark { element "Boundary" { stroke #00ff00 } }';
    const [boundary] = withClass(painted(frame), 'frame');
    expect(boundary && attribute(boundary, 'stroke')).toBe('light-dark(#5f6b76, #00ff00)');
  });

  it('have a darker line where the author named none', () => {
    const root = painted('element "Store" { background #64c832 }', 'light');
    expect(attribute(shape(root, 'DB'), 'stroke')).toBe('#468c23');
  });

  it('set the text alone where there is only that', () => {
    const root = painted('element "Store" { color #102030 }', 'light');
    const [text] = withClass(box(root, 'DB'), 'text');
    expect(text && attribute(text, 'fill')).toBe('#102030');
    expect(attribute(shape(root, 'DB'), 'fill')).toBe('#d5e4f2');
    expect(attribute(shape(root, 'DB'), 'stroke')).toBe('#1d4f80');
  });

  it('give way where a text could not be read', () => {
    const root = painted('element "Store" { background #eeeeee\ncolor #dddddd }', 'light');
    const [text] = withClass(box(root, 'DB'), 'text');
    expect(text && attribute(text, 'fill')).toBe('#15202b');
  });

  it.each(['light', 'dark'] as const)('leave the text of what is faint readable, %s', (theme) => {
    const root = painted(
      'element "Store" { background #101010\ncolor #ffffff\nopacity 20 }',
      theme,
    );
    const [text] = withClass(box(root, 'DB'), 'text');
    expect(text && attribute(text, 'fill')).toBe(theme === 'light' ? '#15202b' : '#ffffff');
  });

  it('set border, thickness, dashes and opacity', () => {
    const root = painted(
      `element "Store" { border dotted\nstrokeWidth 4\nopacity 50 }
       relationship "Relationship" { thickness 5\nstyle dotted\nopacity 25 }`,
    );
    expect(attribute(shape(root, 'DB'), 'stroke-dasharray')).toBe('1.5 4');
    expect(attribute(shape(root, 'DB'), 'stroke-width')).toBe('4');
    expect(attribute(shape(root, 'DB'), 'opacity')).toBe('0.5');
    const [edge] = withClass(root, 'edge');
    expect(edge && attribute(edge, 'stroke-width')).toBe('5');
    expect(edge && attribute(edge, 'stroke-dasharray')).toBe('1.5 4');
  });
});

describe('marks', () => {
  it('says how many, at boxes and boundaries of several, outside of their words', () => {
    const root = drawn('deployment');
    const counts = withClass(root, 'badge').map(textIn);
    expect(counts.toSorted()).toEqual(['× 2–4', '× 3']);
    const stacked = withClass(root, 'boundary').filter(
      (boundary) => withClass(boundary, 'stack').length === 2,
    );
    expect(stacked.map((boundary) => attribute(boundary, 'data-name')).toSorted()).toEqual([
      'Disk',
      'Nodes',
    ]);
  });

  it('shows spend astride the lower edge of its box', () => {
    const graph = graphOf(DSL, 'containers');
    const [web, api] = ['Web', 'API'].map(
      (name) => graph.nodes.find((node) => node.name === name)!,
    );
    const costs = new Map([
      [web!.id as string, { amount: '$12', share: '75.0\u00A0%', ratio: 1 }],
      [api!.id as string, { amount: '<&>', share: '25.0\u00A0%', ratio: 0.001 }],
      ['nobody', { amount: '$1', share: '1\u00A0%', ratio: 1 }],
    ]);
    const root = parseXml(drawingFrom(graph, { costs }));
    const badges = withClass(root, 'cost');
    expect(badges.map(textIn)).toEqual(['$1275.0\u00A0%', '<&>25.0\u00A0%']);
    const boxes = [web, api].map((node) => {
      const element = withClass(root, 'element').find(
        (candidate) => attribute(candidate, 'data-id') === node!.id,
      );
      return pathBounds(attribute(withClass(element!, 'shape')[0]!, 'd'));
    });
    for (const [place, badge] of badges.entries()) {
      const [frame, bar] = badge.children as XmlElement[];
      const edge = boxes[place]!.y + boxes[place]!.height;
      expect(Number(attribute(frame!, 'y'))).toBeCloseTo(edge - 10, 0);
      expect(Number(attribute(frame!, 'height'))).toBe(20);
      expect(Number(attribute(bar!, 'width'))).toBeGreaterThanOrEqual(1);
    }
  });

  it('draws every shape that an author can ask for', () => {
    for (const shape of SHAPES) {
      const root = drawnShape(shape);
      expect(withClass(root, 'shape')).toHaveLength(1);
    }
  });

  it('puts the number of a step in front of its words', () => {
    const [line] = withClass(drawn('steps'), 'relationship');
    const texts = [...elementsIn(withClass(line!, 'label')[0]!)].filter(
      ({ name }) => name === 'text',
    );
    const [number, label] = texts;
    expect(number && textIn(number)).toBe('1');
    expect(Number(attribute(number!, 'x'))).toBeLessThan(Number(attribute(label!, 'x')));
  });

  it('gives a sequence its lifelines and activations', () => {
    const root = drawn('sequence');
    expect(withClass(root, 'lifeline')).toHaveLength(withClass(root, 'element').length);
    expect(withClass(root, 'activation').length).toBeGreaterThan(0);
    const [, , answer] = withClass(root, 'edge');
    expect(answer && attribute(answer, 'stroke-dasharray')).toBe('6 4');
  });
});

describe('grounds', () => {
  const frames = (root: XmlElement) =>
    withClass(root, 'boundary').map((boundary) => [
      attribute(boundary, 'data-name'),
      attribute(withClass(boundary, 'frame')[0]!, 'fill'),
    ]);

  it('grow darker inside, but for groups', () => {
    const nested = graphOf(DSL, 'components');
    expect(frames(parseXml(drawingFrom(nested, { theme: 'light' })))).toEqual([
      ['Shop', 'none'],
      ['API', '#e6eaee'],
    ]);
    const [shop, api] = nested.clusters;
    const grouped = { ...nested, clusters: [shop!, { ...api!, kind: 'Group' as const }] };
    expect(frames(parseXml(drawingFrom(grouped, { theme: 'light' })))).toEqual([
      ['Shop', 'none'],
      ['API', 'none'],
    ]);
  });

  it('are what labels are knocked out with, by where the label stands', () => {
    const graph = graphOf(DSL, 'components');
    const measure = createTextMeasure();
    const placed = placeView(graph, { engine: createRowsEngine(), measure });
    if (placed.layout !== 'graph') throw new Error('The fixture is wrong.');
    const [shop, api] = placed.clusters;
    const [edge] = placed.edges;
    const at = (x: number, y: number) => ({
      ...edge!,
      label: { text: edge!.label!.text, box: { x, y, width: 40, height: 14 } },
    });
    const boxes = {
      outer: { x: 100, y: 100, width: 400, height: 400 },
      inner: { x: 200, y: 200, width: 100, height: 100 },
    };
    const text = renderDrawing(
      {
        ...placed,
        clusters: [
          { ...shop!, box: boxes.outer },
          { ...api!, box: boxes.inner },
        ],
        edges: [
          at(10, 10),
          at(10, 250),
          at(250, 10),
          at(150, 150),
          at(200, 200),
          at(300, 300),
          at(301, 250),
          at(250, 301),
          at(500, 500),
        ],
      },
      { prefix: 'p', theme: 'light', measure },
    );
    const [plate, plate2] = ['#f3f5f7', '#e6eaee'];
    expect(withClass(parseXml(text), 'knock-out').map((rect) => attribute(rect, 'fill'))).toEqual([
      plate,
      plate,
      plate,
      plate,
      plate2,
      plate2,
      plate,
      plate,
      plate,
    ]);
  });
});

function drawnShape(shape: string): XmlElement {
  const dsl = dslOf(
    's = softwareSystem "S" "A system."',
    `systemLandscape v { include * }\nstyles { element "Element" { shape ${shape} } }`,
  );
  return parseXml(drawingOf(dsl, 'v'));
}

describe('a view without elements', () => {
  it('is still a drawing', () => {
    const dsl = dslOf('a = person "A"', 'systemLandscape v { include a\nexclude a }');
    const root = parseXml(drawingOf(dsl, 'v'));
    expect(withClass(root, 'element')).toEqual([]);
    expect(textIn(root)).toBe('System landscape0 elements and 0 relationships.');
  });
});

describe('the steps of a sequence', () => {
  const index = indexOf(DSL);
  const graph = graphIn(index, 'sequence');
  const measure = createTextMeasure();
  const placed = placeView(graph, { engine: createRowsEngine(), measure });
  const states = stepsOf(graph, viewOf(index, 'sequence'));
  const root = parseXml(renderDrawing(placed, { prefix: 'p', theme: 'auto', measure, states }));
  const outs = (name: string) =>
    withClass(root, name).map(({ attributes: own }) => own.get('data-out'));

  it('hold back what works in later steps only, and its lifeline', () => {
    expect(outs('relationship')).toEqual([undefined, '1', '1 2']);
    // The page is called by a person first, and the API by the page.
    expect(outs('activation')).toEqual(['1', undefined]);
    expect(outs('lifeline')).toEqual([undefined, undefined, '1']);
  });

  it('leave a ground behind the labels that step back', () => {
    expect(withClass(root, 'knock-out')).toHaveLength(5);
    expect(withClass(drawn('sequence'), 'knock-out')).toHaveLength(3);
  });
});

describe('an overlay', () => {
  const index = indexOf(DSL);
  const graph = graphIn(index, 'containers');
  const idOf = (name: string) => graph.nodes.find((node) => node.name === name)?.id ?? '';
  const [web, db, bank] = [idOf('Web'), idOf('DB'), idOf('Bank')];
  const overlay: DrawingState = {
    id: 'owner',
    name: 'Owner',
    rows: [],
    out: new Set(),
    notes: new Map([
      [web, 'Storefront'],
      [db, 'People who keep all of the data that there is'],
      [bank, 'Bank'],
    ]),
    tints: new Map([
      [web, 'owner-1'],
      [db, 'owner-2'],
    ]),
  };
  const draw = (more: Partial<DrawingState> = {}, of = graph) => {
    const measure = createTextMeasure();
    const states = [{ ...overlay, ...more }];
    const badges = new Set(overlay.notes.keys());
    const placed = placeView(of, { engine: createRowsEngine(), measure, badges });
    const svg = renderDrawing(placed, { prefix: 'p', theme: 'auto', measure, states });
    return { placed, svg, root: parseXml(svg) };
  };
  const notes = (root: XmlElement) =>
    withClass(root, 'note').map((note) => {
      const [frame] = [...elementsIn(note)].filter(({ name }) => name === 'rect');
      if (!frame) throw new Error('A note has no frame.');
      const number = (name: string) => Number(attribute(frame, name));
      return {
        of: attribute(note, 'data-of'),
        text: textIn(note),
        left: number('x'),
        top: number('y'),
        width: number('width'),
        height: number('height'),
      };
    });

  it('names the colour of each box that has one', () => {
    const { root } = draw();
    const tints = withClass(root, 'element').map((box) => [
      attribute(box, 'data-name'),
      box.attributes.get('data-tint'),
    ]);
    expect(tints.filter(([, tint]) => tint)).toEqual([
      ['Web', 'owner-1'],
      ['DB', 'owner-2'],
    ]);
  });

  it('is astride the lower edge, hidden, never wider than its box, and cut with an ellipsis', () => {
    const { root, placed, svg } = draw();
    expect(notes(root).map(({ text }) => text)).toEqual([
      'Storefront',
      expect.stringMatching(/^People who .*…$/),
      'Bank',
    ]);
    expect(svg.match(/data-in="owner" display="none"/g)).toHaveLength(3);
    for (const { of, left, top, width, height } of notes(root)) {
      const box =
        placed.layout === 'sequence'
          ? undefined
          : placed.nodes.find(({ node }) => node.id === of)?.box;
      expect(width).toBeLessThanOrEqual(box?.width ?? 0);
      expect(left + width / 2).toBeCloseTo((box?.x ?? 0) + (box?.width ?? 0) / 2, 1);
      expect(top + height / 2).toBeCloseTo((box?.y ?? 0) + (box?.height ?? 0), 1);
    }
  });

  it('keeps room for its words at boxes that cost nothing, too', () => {
    const { placed } = draw();
    for (const { box } of placed.nodes)
      expect(box.y + box.height + 10).toBeLessThanOrEqual(placed.height);
  });

  it('warns with a sign', () => {
    expect(withClass(draw({ warns: true }).root, 'sign')).toHaveLength(3);
    expect(withClass(draw().root, 'sign')).toHaveLength(0);
  });

  it('is no wider than lines keep clear of, where an arrow comes from below', () => {
    const [rising] = graph.edges.filter(({ target }) => target === db);
    const { placed } = draw();
    const box = placed.layout === 'graph' && placed.nodes.find(({ node }) => node.id === db)?.box;
    if (!rising || !box) throw new Error('The fixture lacks a line.');
    const x = box.x + box.width / 2;
    const low = box.y + box.height;
    const edges = [
      {
        edge: rising,
        points: [
          { x, y: low + 60 },
          { x, y: low + 10 },
        ],
      },
    ];
    const measure = createTextMeasure();
    const root = parseXml(
      renderDrawing({ ...placed, edges } as PlacedGraphView, {
        prefix: 'p',
        theme: 'auto',
        measure,
        states: [overlay],
      }),
    );
    expect(notes(root).find(({ of }) => of === db)?.width).toBe(92);
    // Where the badge is hidden, the line goes on to the box.
    const [stem] = withClass(root, 'stem');
    expect(stem && attribute(stem, 'd')).toMatch(new RegExp(`V${low + 10}$`));
  });
});
