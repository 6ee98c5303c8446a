import { describe, expect, it } from 'vitest';
import { ViewKey } from '#model/ids.ts';
import { buildViewGraph } from '#views/build.ts';
import { applyFilter } from '#views/filtered.ts';
import { styleSheet } from '#views/styles.ts';
import { dslOf, graphOf, indexOf, linesOf, viewOf } from '../../support/workspaces.ts';

const MODEL = `
  a = softwareSystem "A" "" "One"
  b = softwareSystem "B" "" "Two"
  c = softwareSystem "C" "" "Two,Three"
  a -> b "ab" "" "Async"
  b -> c "bc"
  a -> c "ac"`;

const filtered = (mode: string, tags: string) => `
  systemLandscape base { include * }
  filtered base ${mode} "${tags}" v`;

describe('filtered views', () => {
  it.each([
    ['include', 'One', ['A'], []],
    ['include', 'Two', ['B', 'C'], []],
    ['include', 'Two,Relationship', ['B', 'C'], ['B -> C: bc']],
    ['include', 'One,Two,Async', ['A', 'B', 'C'], ['A -> B: ab']],
    ['include', 'Element', ['A', 'B', 'C'], []],
    ['include', 'Four', [], []],
    ['exclude', 'One', ['B', 'C'], ['B -> C: bc']],
    ['exclude', 'Three', ['A', 'B'], ['A -> B: ab']],
    ['exclude', 'Async', ['A', 'B', 'C'], ['A -> C: ac', 'B -> C: bc']],
    ['exclude', 'Element', [], []],
    ['exclude', 'Four', ['A', 'B', 'C'], ['A -> B: ab', 'A -> C: ac', 'B -> C: bc']],
  ])('%s %s', (mode, tags, names, lines) => {
    const graph = graphOf(dslOf(MODEL, filtered(mode, tags)), 'v');
    expect(graph.nodes.map(({ name }) => name)).toEqual(names);
    expect(linesOf(graph).toSorted()).toEqual(lines);
  });

  it('has its own key, title and description, and else those of its base', () => {
    const views = `
      systemLandscape base { include * }
      filtered base include "One" named { title "Only one" 
 description "What is one." }
      filtered base include "One" plain`;
    const titled = `systemLandscape base {\ninclude *\ntitle "All"\ndescription "Everything."\n}`;
    const dsl = dslOf(MODEL, views.replace('systemLandscape base { include * }', titled));
    expect(graphOf(dsl, 'named')).toMatchObject({
      key: 'named',
      kind: 'SystemLandscape',
      title: 'Only one',
      description: 'What is one.',
    });
    expect(graphOf(dsl, 'plain')).toMatchObject({
      key: 'plain',
      title: 'All',
      description: 'Everything.',
    });
  });

  it('sees an instance by the tags of what it runs, and its lines by those they were made from', () => {
    const model = `
      s = softwareSystem "S" {
        web = container "Web" "" "" "Front" { part = component "Part" }
        db = container "DB"
      }
      part -> db "Reads" "" "Slow"
      deploymentEnvironment "Live" {
        deploymentNode "Node" {
          containerInstance web
          containerInstance db
        }
      }`;
    const of = (mode: string, tags: string) =>
      graphOf(
        dslOf(model, `deployment * "Live" base { include * }\nfiltered base ${mode} "${tags}" v`),
        'v',
      );
    expect(of('exclude', 'Front').nodes.map(({ name }) => name)).toEqual(['DB']);
    expect(of('include', 'Container,Slow').edges).toHaveLength(1);
    expect(of('exclude', 'Slow').edges).toHaveLength(0);
    // What is filtered out but holds something is still drawn around it.
    expect(of('include', 'Front').clusters.map(({ name }) => name)).toEqual(['Node']);
  });

  it.each(['gone', 'another', 'dynamic', 'picture'])('has no graph over %s', (base) => {
    const views = `
      systemLandscape base { include * }
      filtered base include "Element" another
      dynamic * dynamic { a -> b "x" }
      image * picture { image "p.png" }`;
    const index = indexOf(dslOf(MODEL, views), { 'p.png': 'picture' });
    const other = viewOf(index, 'another');
    if (other.kind !== 'Filtered') throw new Error('The fixture is wrong.');
    const view = { ...other, key: ViewKey('v'), baseView: ViewKey(base) };
    expect(applyFilter(index, view)).toBeUndefined();
    expect(buildViewGraph(index, view, styleSheet(index, []))).toBeUndefined();
  });
});
