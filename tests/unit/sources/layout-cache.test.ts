import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LayoutEngine, SizedGraph } from '#layout/engine.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { indexWorkspace } from '#model/index.ts';
import { openCache } from '#sources/cache.ts';
import { cachedEngine } from '#sources/layout-cache.ts';
import { buildViewGraph } from '#views/build.ts';
import { styleSheet } from '#views/styles.ts';
import { syntheticWorkspace } from '../../bench/workspace.ts';
import { contentFolder } from '../../support/content.ts';
import { workspaceOf } from '../../support/workspaces.ts';

const measure = createTextMeasure();

/** An engine that counts how often it is asked. */
function counting(): LayoutEngine & { count: number } {
  const engine = createRowsEngine();
  return {
    name: engine.name,
    count: 0,
    place(graph) {
      this.count += 1;
      return engine.place(graph);
    },
  };
}

/** Every view of a workspace, placed; and how often the engine was asked. */
function place(dsl: string, folder: string | undefined, version = '1', isRemembered = true) {
  const engine = counting();
  const plain = { name: engine.name, place: (graph: SizedGraph) => engine.place(graph) };
  const cached = isRemembered
    ? cachedEngine(plain, openCache(folder, 'layouts'), () => version)
    : plain;
  const index = indexWorkspace(workspaceOf(dsl));
  const sheet = styleSheet(index, []);
  const views = index.workspace.views.flatMap((view) => {
    const graph = view.kind === 'Image' ? undefined : buildViewGraph(index, view, sheet);
    return graph ? [placeView(graph, { engine: cached, measure })] : [];
  });
  return { views, asked: engine.count };
}

const GRAPH: SizedGraph = {
  direction: 'TB',
  nodes: [
    { id: 'a', width: 100, height: 50 },
    { id: 'b', width: 100, height: 50, parent: 'g' },
  ],
  clusters: [{ id: 'g', title: { width: 40, height: 20 } }],
  edges: [{ key: 'r', source: 'a', target: 'b', label: { width: 30, height: 12 }, look: 'x' }],
};

/** The graph under other names. */
const RENAMED: SizedGraph = JSON.parse(
  JSON.stringify(GRAPH)
    .replaceAll('"a"', '"17"')
    .replaceAll('"b"', '"18"')
    .replaceAll('"g"', '"19"')
    .replaceAll('"r"', '"20"')
    .replaceAll('"x"', '"other"'),
);

describe('an engine with a cache', () => {
  const dsl = syntheticWorkspace(1);

  it('draws the same without a cache, with an empty one and with a full one', () => {
    const folder = contentFolder({});
    const plain = place(dsl, undefined, '1', false);
    const without = place(dsl, undefined);
    const first = place(dsl, folder);
    const second = place(dsl, folder);
    expect(without.views).toEqual(plain.views);
    expect(first.views).toEqual(plain.views);
    expect(second.views).toEqual(plain.views);
    // Views that look alike share one layout.
    expect(plain.asked).toBe(10);
    expect(first.asked).toBeLessThan(10);
    expect([without.asked, second.asked]).toEqual([10, 0]);
  });

  it('lays out only the views that an edit touches', () => {
    const folder = contentFolder({});
    place(dsl, folder);
    const described = dsl.replaceAll('Uses every system.', 'Uses each system.');
    expect(place(described, folder).asked).toBe(0);
    const renamed = dsl.replace('"Component 1.1.1"', '"A component with a much longer name"');
    expect(place(renamed, folder).asked).toBe(1);
    const moved = dsl.replace('user = person', 'other = person "Other"\nuser = person');
    expect(place(moved, folder).asked).toBe(0);
  });

  it('keeps nothing of what another version drew', () => {
    const folder = contentFolder({});
    const { asked } = place(dsl, folder);
    expect(place(dsl, folder, '2').asked).toBe(asked);
  });

  it.each([
    ['names alone differ', RENAMED, true],
    [
      'a size differs',
      { ...GRAPH, nodes: GRAPH.nodes.map((node) => ({ ...node, width: 104 })) },
      false,
    ],
    ['the direction differs', { ...GRAPH, direction: 'LR' }, false],
    ['an end differs', { ...GRAPH, edges: [{ ...GRAPH.edges[0], target: 'g' }] }, false],
    [
      'a nesting differs',
      { ...GRAPH, nodes: GRAPH.nodes.map((node) => ({ ...node, parent: 'g' })) },
      false,
    ],
  ] as [string, SizedGraph, boolean][])('finds a graph again when %s: %s', (_, graph, isKept) => {
    const folder = contentFolder({});
    const engine = counting();
    const cached = cachedEngine(engine, openCache(folder, 'layouts'), () => '1');
    engine.place(GRAPH);
    cached.place(GRAPH);
    const before = engine.count;
    expect(cached.place(graph)).toEqual(createRowsEngine().place(graph));
    expect(engine.count - before).toBe(isKept ? 0 : 1);
  });

  it.each([
    ['torn', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['of another program', () => '{"width": 1}'],
    [
      'whole, and of another graph',
      (_: string, seal: (body: string) => string) => seal('{"width":1}'),
    ],
  ])('draws anew when its entry is %s', (_, spoil) => {
    const folder = contentFolder({});
    const open = () => openCache(folder, 'layouts');
    const cached = () => cachedEngine(createRowsEngine(), open(), () => '1');
    const placed = cached().place(GRAPH);
    const [name = ''] = readdirSync(join(folder, 'layouts'));
    const file = join(folder, 'layouts', name);
    const whole = readFileSync(file, 'utf8');
    const seal = (body: string) => {
      open().put('seal', JSON.parse(body));
      return readFileSync(join(folder, 'layouts', 'seal'), 'utf8');
    };
    writeFileSync(file, spoil(whole, seal));
    expect(cached().place(GRAPH)).toEqual(placed);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it('works without a folder to write to', () => {
    const root = contentFolder({ 'a-file': '' });
    const cached = cachedEngine(
      createRowsEngine(),
      openCache(`${root}/a-file`, 'layouts'),
      () => '1',
    );
    expect(cached.place(GRAPH)).toEqual(createRowsEngine().place(GRAPH));
  });

  it('is not misled by what a killed run left', () => {
    const folder = contentFolder({});
    mkdirSync(join(folder, 'layouts'));
    writeFileSync(join(folder, 'layouts', '.0123.abc.tmp'), '{"wid');
    const cached = cachedEngine(createRowsEngine(), openCache(folder, 'layouts'), () => '1');
    expect(cached.place(GRAPH)).toEqual(createRowsEngine().place(GRAPH));
  });
});
