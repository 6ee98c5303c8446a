import { expect, it } from 'vitest';
import { HEADLINE } from '#portfolio/costs.ts';
import { createCostMemory } from '#sources/cost-memory.ts';
import { contentFolder, SMALL_MODEL, writeFiles } from '../../support/content.ts';

const MODEL = `import { name } from '../shared/name.ts';\n${SMALL_MODEL}`.replace(
  "'The site'",
  'name',
);
const files = (name: string) => ({
  'cost-models/site.ts': MODEL,
  'shared/name.ts': `export const name: string = '${name}';\n`,
});

it('prices again only when something that prices come from has changed', async () => {
  const root = contentFolder(files('One'));
  const memory = createCostMemory();
  const first = await memory.load(root, HEADLINE);
  writeFiles(root, { 'workspace.dsl': 'workspace { }' });
  expect(await memory.load(root, HEADLINE)).toBe(first);
  const sized = await memory.load(root, { ...HEADLINE, users: [10, 20] });
  expect(sized).not.toBe(first);
  writeFiles(root, files('Two'));
  const imported = await memory.load(root, HEADLINE);
  expect(imported.costs.map(({ title }) => title)).toEqual(['Two']);
  writeFiles(root, { 'cost-models/more.ts': SMALL_MODEL.replace("'site'", "'more'") });
  expect((await memory.load(root, HEADLINE)).costs).toHaveLength(2);
});

it('reads what has an error each time', async () => {
  const root = contentFolder({ 'cost-models/site.ts': 'export default 1;\n' });
  const memory = createCostMemory();
  const first = await memory.load(root, HEADLINE);
  expect(first.diagnostics).not.toEqual([]);
  expect(await memory.load(root, HEADLINE)).not.toBe(first);
});
