import { describe, expect, it } from 'vitest';
import { type Fault, faultsOf } from '#layout/faults.ts';
import { centre, overlaps } from '#layout/geometry.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import type { PlacedGraphView } from '#layout/placed.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { arranged, dslOf, graphIn, indexOf } from '../../../support/workspaces.ts';

const MODEL = `
  user = person "User"
  shop = softwareSystem "Shop" {
    web = container "Web"
    api = container "API"
    db = container "Database"
  }
  mail = softwareSystem "Mail"
  user -> web "Opens" "HTTPS"
  web -> api "Calls" "JSON"
  web -> api "Subscribes" "WebSocket"
  api -> db "Reads" "SQL"
  api -> mail "Sends" "SMTP"
`;
const VIEW = 'container shop v { include * }';
const SQUARE = {
  User: [100, 100],
  Web: [900, 125],
  API: [900, 825],
  Database: [1700, 825],
  Mail: [125, 825],
} as const;

function placed(
  places: Parameters<typeof arranged>[2],
  lines: Parameters<typeof arranged>[3] = {},
  views = VIEW,
) {
  const index = arranged(indexOf(dslOf(MODEL, views)), 'v', places, lines);
  const view = placeView(graphIn(index, 'v'), {
    engine: createRowsEngine(),
    measure: createTextMeasure(),
  });
  if (view.layout === 'sequence') throw new Error('The fixture is wrong.');
  return view;
}

function middle({ nodes }: PlacedGraphView, name: string) {
  const found = nodes.find(({ node }) => node.name === name);
  if (!found) throw new Error(`No box ${name}.`);
  return centre(found.box);
}

function line({ edges }: PlacedGraphView, words: string) {
  const found = edges.find(({ edge }) => edge.description === words);
  if (!found) throw new Error(`No line ${words}.`);
  return found;
}

/** What even an author's own arrangement may not bring about. */
const OURS: readonly Fault['kind'][] = [
  'labels overlap',
  'label on a box',
  'text outside its shape',
];

describe('a view that its author arranged', () => {
  it('keeps rows, columns and proportions', () => {
    const view = placed(SQUARE);
    expect(view.layout).toBe('manual');
    expect(middle(view, 'Web').x).toBe(middle(view, 'API').x);
    expect(middle(view, 'API').y).toBe(middle(view, 'Database').y);
    const across = middle(view, 'Database').x - middle(view, 'API').x;
    const down = middle(view, 'API').y - middle(view, 'Web').y;
    expect(across / down).toBeCloseTo(800 / 700, 1);
  });

  it('has no fault of ours', () => {
    const kinds = faultsOf(placed(SQUARE)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => OURS.includes(kind))).toEqual([]);
  });

  it('draws boundaries around what they hold', () => {
    const { clusters, nodes } = placed(SQUARE);
    const [shop] = clusters;
    for (const { node, box } of nodes) {
      expect(shop && overlaps(shop.box, box)).toBe(node.parent !== undefined);
    }
  });

  it('leads a line through its bends, in the places where they were', () => {
    const view = placed(SQUARE, {
      Opens: {
        vertices: [
          { x: 300, y: 700 },
          { x: 700, y: 700 },
        ],
      },
    });
    const { points } = line(view, 'Opens');
    expect(points).toHaveLength(4);
    expect(points[1]?.y).toBe(points[2]?.y);
    expect((points[1]?.x ?? 0) < (points[2]?.x ?? 0)).toBe(true);
  });

  it('keeps lines between the same boxes apart', () => {
    const view = placed(SQUARE);
    const at = (words: string) => line(view, words).points[0]?.x ?? 0;
    expect(Math.abs(at('Calls') - at('Subscribes'))).toBeGreaterThan(10);
  });

  it('puts labels where the author wants them', () => {
    const at = (position: number) => {
      const view = placed({ ...SQUARE, Database: [3000, 825] }, { Reads: { position } });
      const { points, label } = line(view, 'Reads');
      const [from, to] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
      return label ? (centre(label.box).x - from) / (to - from) : 0;
    };
    expect(at(30)).toBeCloseTo(0.3, 1);
    expect(at(70)).toBeCloseTo(0.7, 1);
  });

  it.each(['Orthogonal', 'Curved'] as const)('routes lines %s', (routing) => {
    const bends = routing === 'Curved' ? { vertices: [{ x: 1500, y: 300 }] } : {};
    const view = placed({ ...SQUARE, Database: [1900, 125] }, { Reads: { routing, ...bends } });
    const { points, curved } = line(view, 'Reads');
    if (routing === 'Curved') expect(curved).toBe(true);
    else {
      const square = points.every(
        (b, at) => at === 0 || b.x === points[at - 1]?.x || b.y === points[at - 1]?.y,
      );
      expect(square).toBe(true);
    }
  });

  it('is larger where labels need the room, and never smaller than its boxes', () => {
    const tight = { ...SQUARE, API: [900, 450], Database: [1375, 450], Mail: [425, 450] } as const;
    const view = placed(tight);
    const kinds = faultsOf(view).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'boxes overlap')).toEqual([]);
  });

  it('leaves an overlap that its author made', () => {
    const view = placed({ ...SQUARE, Mail: [950, 900] });
    expect(faultsOf(view).some(({ kind }) => kind === 'boxes overlap')).toBe(true);
  });

  it('is laid out when nothing has a place, or when the view asks for it', () => {
    expect(placed({}).layout).toBe('graph');
    expect(placed(SQUARE, {}, 'container shop v { include * \n autolayout lr }').layout).toBe(
      'graph',
    );
  });

  it('is the same each time', () => {
    expect(JSON.stringify(placed(SQUARE))).toBe(JSON.stringify(placed(SQUARE)));
  });
});

describe('a box without a place among others that have one', () => {
  const { Mail: _mail, ...others } = SQUARE;
  const view = placed(others);

  it('stands near what it is joined to, on nothing else', () => {
    const faults = faultsOf(view).filter(
      ({ kind }) => kind === 'boxes overlap' || kind === 'box on a border',
    );
    expect(faults).toEqual([]);
    const { x, y } = middle(view, 'Mail');
    const api = middle(view, 'API');
    expect(Math.hypot(x - api.x, y - api.y)).toBeLessThan(480);
  });

  it('moves nothing that stands', () => {
    const all = placed(SQUARE);
    const apart = (from: PlacedGraphView) => {
      const [a, b] = [middle(from, 'Web'), middle(from, 'Database')];
      return [b.x - a.x, b.y - a.y];
    };
    expect(apart(view)).toEqual(apart(all));
  });

  it('counts as placed at 0, 0 when it is in line with another', () => {
    const corner = placed({ ...SQUARE, User: [0, 0], Web: [900, 0] });
    expect(middle(corner, 'User').x).toBeLessThan(middle(corner, 'Web').x - 200);
  });
});
