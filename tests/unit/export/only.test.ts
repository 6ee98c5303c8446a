import { expect, it } from 'vitest';
import { indexWorkspace } from '#model/index.ts';
import { viewTexts } from '#portfolio/pages/view-texts.ts';
import { syntheticWorkspace } from '../../bench/workspace.ts';
import { workspaceOf } from '../../support/workspaces.ts';

it('writes one view alone as it is written among all', () => {
  const index = indexWorkspace(workspaceOf(syntheticWorkspace(1)));
  const all = viewTexts(index);
  expect(all.size).toBe(10);
  for (const [key, texts] of all) expect([...viewTexts(index, key)]).toEqual([[key, texts]]);
});
