import { describe, expect, it } from 'vitest';
import { mergeLayout } from '#model/merge-layout.ts';
import type { GraphView } from '#model/views.ts';
import type { Workspace } from '#model/workspace.ts';
import { arranged, dslOf, indexOf, workspaceOf } from '../../support/workspaces.ts';

const VIEW = 'systemLandscape v { include * }';

function arrangedBy(model: string, places: Parameters<typeof arranged>[2], lines = {}): Workspace {
  return arranged(indexOf(dslOf(model, VIEW)), 'v', places, lines).workspace;
}

function viewIn({ views }: Workspace): GraphView {
  const [view] = views;
  if (!view || view.kind === 'Filtered' || view.kind === 'Image') throw new Error('no view');
  return view;
}

/** `Shop 10,20` of every element of the view, by name. */
function placesIn(workspace: Workspace): string[] {
  const names = new Map(workspace.elements.map(({ id, name }) => [id, name]));
  return viewIn(workspace).elements.map(({ id, x, y }) => `${names.get(id)} ${x},${y}`);
}

const OLD = arrangedBy(
  'a = person "Ann" "Buys" \n b = softwareSystem "Shop" "Sells" \n a -> b "Uses"',
  { Ann: [100, 200], Shop: [900, 250] },
  { Uses: { vertices: [{ x: 500, y: 60 }], position: 30, routing: 'Orthogonal' } },
);

describe('mergeLayout', () => {
  it.each<[string, string, string[]]>([
    [
      'the same model',
      'a = person "Ann" \n b = softwareSystem "Shop"',
      ['Ann 100,200', 'Shop 900,250'],
    ],
    [
      'another order, so other ids',
      'b = softwareSystem "Shop" \n a = person "Ann"',
      ['Shop 900,250', 'Ann 100,200'],
    ],
    ['another name, same description', 'a = person "Anna" "Buys"', ['Anna 100,200']],
    ['another name and description, same id and kind', 'a = person "Anna"', ['Anna 100,200']],
    ['another kind', 'a = softwareSystem "Ann"', ['Ann 0,0']],
  ])('finds places by %s', (_why, model, places) => {
    const { workspace } = mergeLayout(workspaceOf(dslOf(model, VIEW)), OLD);
    expect(placesIn(workspace)).toEqual(places);
  });

  it('carries bends, routing and label places over, by ends and words', () => {
    const model =
      'b = softwareSystem "Shop" \n a = person "Ann" \n a -> b "Uses" \n a -> b "Calls"';
    const { workspace } = mergeLayout(workspaceOf(dslOf(model, VIEW)), OLD);
    const [uses, calls] = viewIn(workspace).relationships;
    expect(calls).not.toHaveProperty('vertices');
    expect(uses).toMatchObject({
      vertices: [{ x: 500, y: 60 }],
      position: 30,
      routing: 'Orthogonal',
    });
  });

  it('leaves views alone that are laid out, or that the layout does not know', () => {
    const views = `${VIEW.replace('*', '* \n autolayout lr')} \n systemLandscape w { include a }`;
    const workspace = workspaceOf(dslOf('a = person "Ann"', views));
    const merged = mergeLayout(workspace, {
      ...OLD,
      views: [{ ...viewIn(OLD), description: 'Other' }],
    });
    expect(merged.workspace.views).toEqual(workspace.views);
    expect(merged.unknown).toEqual(['w']);
  });

  it('says what stayed, what is new and what is gone', () => {
    const model = 'a = person "Ann" \n c = softwareSystem "Mail"';
    const { views } = mergeLayout(workspaceOf(dslOf(model, VIEW)), OLD, { once: true });
    // Mail has the id that Shop had, which is as good a guess as any for the reference.
    expect(views).toEqual([{ key: 'v', kept: ['Ann', 'Mail'], added: [], gone: [] }]);
    const more = 'a = person "Ann" \n c = softwareSystem "Shop" \n d = softwareSystem "Mail"';
    expect(mergeLayout(workspaceOf(dslOf(more, VIEW)), OLD).views).toEqual([
      { key: 'v', kept: ['Ann', 'Shop'], added: ['Mail'], gone: [] },
    ]);
    expect(mergeLayout(workspaceOf(dslOf('a = person "Ann"', VIEW)), OLD).views).toEqual([
      { key: 'v', kept: ['Ann'], added: [], gone: ['Shop'] },
    ]);
  });

  it('gives a place once where it is asked to, and to the surest match', () => {
    const model = 'c = person "Zoe" "Buys" \n a = person "Ann" "Buys"';
    const workspace = workspaceOf(dslOf(model, VIEW));
    expect(placesIn(mergeLayout(workspace, OLD).workspace)).toEqual(['Zoe 100,200', 'Ann 100,200']);
    const once = mergeLayout(workspace, OLD, { once: true });
    expect(placesIn(once.workspace)).toEqual(['Zoe 0,0', 'Ann 100,200']);
    expect(viewIn(once.workspace).elements[0]?.unplaced).toBe(true);
  });

  it('notes the view that was last edited by hand', () => {
    const layout = { ...OLD, viewConfiguration: { ...OLD.viewConfiguration, lastSavedView: 'v' } };
    const { workspace } = mergeLayout(workspaceOf(dslOf('a = person "Ann"', VIEW)), layout);
    expect(workspace.viewConfiguration.lastSavedView).toBe('v');
  });
});
