import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { graphIn, indexOf } from '../../support/workspaces.ts';

const index = indexOf(readFileSync(new URL('workspace.dsl', import.meta.url), 'utf8'));

/** The graph of a view of every kind: boxes, boundaries and lines with their words and styles. */
describe('graphs of views', () => {
  const keys = index.workspace.views.map(({ key }) => key);

  it.each(keys)('%s', async (key) => {
    const text = `${JSON.stringify(graphIn(index, key), undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`${key}.json`);
  });

  it('has a view of every kind that is drawn', () => {
    const kinds = new Set(index.workspace.views.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([
      'Component',
      'Container',
      'Custom',
      'Deployment',
      'Dynamic',
      'Filtered',
      'SystemContext',
      'SystemLandscape',
    ]);
  });
});
