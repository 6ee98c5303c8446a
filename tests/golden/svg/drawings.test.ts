import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SheetBlock } from '#svg/title-block.ts';
import { keyOf } from '#views/key.ts';
import { styleSheet } from '#views/styles.ts';
import { drawingFrom, graphIn, indexOf, indexOfJson } from '../../support/workspaces.ts';

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 8L4 0L8 8Z" fill="#8a1538"/></svg>';
const gallery = indexOf(readFileSync(new URL('gallery.dsl', import.meta.url), 'utf8'), {
  'mark.svg': MARK,
});

describe('the gallery', () => {
  it.each(
    (['shapes', 'looks', 'full'] as const).flatMap((key) =>
      (['light', 'dark'] as const).map((theme) => [key, theme] as const),
    ),
  )('%s, %s', async (key, theme) => {
    const svg = drawingFrom(graphIn(gallery, key), { theme });
    await expect(svg).toMatchFileSnapshot(`gallery-${key}-${theme}.svg`);
  });
});

const index = indexOf(readFileSync(new URL('workspace.dsl', import.meta.url), 'utf8'));

/** A drawing of every kind, as files that open in a browser: two boxes each, so that they stay put. */
describe('drawings of views', () => {
  const keys = index.workspace.views.map(({ key }) => key);

  it.each(keys)('%s', async (key) => {
    const svg = drawingFrom(graphIn(index, key), { theme: 'light' });
    await expect(svg).toMatchFileSnapshot(`${key}.svg`);
  });

  it('with spend, as a page has it', async () => {
    const graph = graphIn(index, 'containers');
    const costs = new Map(
      graph.nodes.map(({ id, name }, place) => [
        id as string,
        { amount: `$${name.length * 100}`, share: `${50 - place}.0\u00A0%`, ratio: 1 / (place + 1) },
      ]),
    );
    await expect(drawingFrom(graph, { costs })).toMatchFileSnapshot('containers-spend.svg');
  });

  it('as its author arranged it', async () => {
    const text = readFileSync(new URL('arranged.json', import.meta.url), 'utf8');
    const svg = drawingFrom(graphIn(indexOfJson(text), 'harbour'), { theme: 'light' });
    await expect(svg).toMatchFileSnapshot('arranged.svg');
  });

  it('as a file with its title block', async () => {
    const graph = graphIn(index, 'containers');
    const block: SheetBlock = {
      title: graph.title,
      note: 'containers',
      key: keyOf(graph, index, styleSheet(index, [])),
      facts: [{ label: 'Revision', value: '0123456' }],
    };
    const svg = drawingFrom(graph, { theme: 'light', block });
    await expect(svg).toMatchFileSnapshot('containers-sheet.svg');
  });

  it('in the dark', async () => {
    const svg = drawingFrom(graphIn(index, 'landscape'), { theme: 'dark' });
    await expect(svg).toMatchFileSnapshot('landscape-dark.svg');
  });
});
