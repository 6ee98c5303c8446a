import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { loadCostModels } from '#sources/cost-models.ts';
import { contentFolder, SMALL_MODEL, writeFiles } from '../../support/content.ts';

const titles = (root: string) => loadCostModels(root).models.map(({ model }) => model.title);

it('reads a model anew when it changed, in the same process', () => {
  const root = contentFolder({ 'cost-models/site.ts': SMALL_MODEL });
  expect(titles(root)).toEqual(['The site']);
  const edited = SMALL_MODEL.replace('The site', 'The new site');
  writeFiles(root, { 'cost-models/site.ts': edited });
  expect(titles(root)).toEqual(['The new site']);
});

it('reads what a model imports anew, beside it and elsewhere', () => {
  const model = `import { near } from './_near.ts';\n${SMALL_MODEL}`.replace("'The site'", 'near');
  const root = contentFolder({
    'cost-models/site.ts': model,
    'cost-models/_near.ts': "export { far as near } from '../shared/far.ts';\n",
    'shared/far.ts': "export const far: string = 'One';\n",
  });
  expect(titles(root)).toEqual(['One']);
  expect(loadCostModels(root).files).toEqual([
    join(root, 'cost-models/site.ts'),
    join(root, 'cost-models/_near.ts'),
    join(root, 'shared/far.ts'),
  ]);
  writeFiles(root, { 'shared/far.ts': "export const far: string = 'Two';\n" });
  expect(titles(root)).toEqual(['Two']);
});

it('has models share what they share, within one reading', () => {
  const shared = `import { next } from './_count.ts';\n${SMALL_MODEL}`;
  const root = contentFolder({
    'cost-models/a.ts': shared.replace("'The site'", 'next()').replace("'site'", "'a'"),
    'cost-models/b.ts': shared.replace("'The site'", 'next()').replace("'site'", "'b'"),
    'cost-models/_count.ts': 'let n = 0;\nexport const next = () => String((n += 1));\n',
  });
  expect(titles(root)).toEqual(['1', '2']);
  expect(titles(root)).toEqual(['1', '2']);
});

it('keeps what a model logs off standard output', () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const answered = vi.spyOn(process.stdout, 'write');
  try {
    expect(
      titles(contentFolder({ 'cost-models/site.ts': `console.log('Here.');\n${SMALL_MODEL}` })),
    ).toEqual(['The site']);
    expect(told.mock.calls.map(([text]) => text)).toEqual(['Here.\n']);
    expect(answered).not.toHaveBeenCalled();
  } finally {
    vi.restoreAllMocks();
  }
});
