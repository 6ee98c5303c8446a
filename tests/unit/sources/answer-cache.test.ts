import { readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { type AnswerCache, answerCache, openAnswers } from '#sources/answer-cache.ts';
import { openCache } from '#sources/cache.ts';
import { loadCostModels } from '#sources/cost-models.ts';
import { loadCosts } from '#sources/costs.ts';
import { contentFolder, SMALL_MODEL, writeFiles } from '../../support/content.ts';

const MODEL = { digest: 'model' };
const opened = (folder: string, version = 'engine') =>
  answerCache(openCache(folder, 'answers'), () => version);

it('gives an answer that was kept by another process, and asks for none but that', () => {
  const folder = contentFolder({});
  const ask = vi.fn(() => ({ monthly: 12.5, steps: [null, 'a'], none: undefined }));
  const first = opened(folder).of(MODEL, 'book')(['curve', 1], ask);
  expect(opened(folder).of(MODEL, 'book')(['curve', 1], ask)).toEqual(first);
  expect(ask).toHaveBeenCalledTimes(1);
});

const other = (cache: AnswerCache, ask: () => number) => cache.of(MODEL, 'book')('curve', ask);

it.each<[string, (folder: string, ask: () => number) => number]>([
  ['code', (folder, ask) => other(opened(folder, 'edited'), ask)],
  ['model', (folder, ask) => opened(folder).of({ digest: 'edited' }, 'book')('curve', ask)],
  ['region', (folder, ask) => opened(folder).of(MODEL, 'other', '')('curve', ask)],
  ['prices', (folder, ask) => opened(folder).of(MODEL, 'book', 'own')('curve', ask)],
  ['question', (folder, ask) => opened(folder).of(MODEL, 'book')('split', ask)],
  ['torn entry', (folder, ask) => other(opened(tear(folder)), ask)],
  ['switch', (_folder, ask) => other(openAnswers([], { ARCHFOLIO_CACHE: 'off' }), ask)],
  ['import that is not followed', (folder, ask) => opened(folder).of({}, 'book')('curve', ask)],
])('asks again with another %s', (_what, answer) => {
  const folder = contentFolder({});
  expect(other(opened(folder), () => 1)).toBe(1);
  expect(other(opened(folder), () => 2)).toBe(1);
  expect(answer(folder, () => 3)).toBe(3);
});

function tear(folder: string): string {
  const place = `${folder}/answers`;
  for (const name of readdirSync(place)) writeFileSync(`${place}/${name}`, 'torn\n{"a":');
  return folder;
}

it.each([
  ['no answer', undefined],
  ['no number', { p10: Number.NaN }],
  ['no end', [Number.POSITIVE_INFINITY]],
  ['a zero with a sign', -0],
  ['a gap in a list', [1, undefined]],
  ['cents', 5n],
  ['a map', { reports: new Map() }],
  ['a place in a file', { span: { source: new Source('a.ts', ''), start: 0, end: 0 } }],
])('keeps nothing that JSON would change: %s', (_what, value) => {
  const folder = contentFolder({});
  const ask = vi.fn((): unknown => value);
  for (const _turn of [1, 2]) expect(opened(folder).of(MODEL)('any', ask)).toBe(value);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks again after an edit of the code that asks, and not after one that was taken back', () => {
  const root = contentFolder({ 'asking.ts': 'export {};' });
  const env = { ARCHFOLIO_CACHE: `${root}/kept` };
  const after = (code: string, answer: number) => {
    writeFiles(root, { 'asking.ts': code });
    return other(openAnswers([pathToFileURL(`${root}/asking.ts`).href], env), () => answer);
  };
  expect([after('export {};', 1), after('export default 1;', 2), after('export {};', 3)]).toEqual([
    1, 2, 1,
  ]);
});

const SITE = {
  'cost-models/site.ts': `import { title } from './_title.ts';\n${SMALL_MODEL}`.replace(
    "'The site'",
    'title',
  ),
  'cost-models/_title.ts': "export const title: string = 'One';\n",
};

it('knows a model by what its files say, wherever they lie, and none that imports anything else', () => {
  const digestOf = (files: Readonly<Record<string, string>>) =>
    loadCostModels(contentFolder({ ...SITE, ...files })).models[0]?.digest;
  const digest = digestOf({});
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOf({ 'cost-models/else.txt': 'Two' })).toBe(digest);
  expect(digestOf({ 'cost-models/_title.ts': "export const title = 'Two';\n" })).not.toBe(digest);
  const reading = `import 'node:os';\n${SITE['cost-models/_title.ts']}`;
  expect(digestOf({ 'cost-models/_title.ts': reading })).toBeUndefined();
});

it('prices a content folder the same with what it kept, until a price of the author changes', async () => {
  const root = contentFolder(SITE);
  const env = { ARCHFOLIO_CACHE: contentFolder({}) };
  const priced = async () => {
    const { costs, diagnostics } = await loadCosts(
      root,
      undefined,
      openAnswers([import.meta.url], env),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [cost] = costs;
    return { large: cost!.large, curve: cost!.answers.curve(), facts: cost!.answers.explorer() };
  };
  const first = await priced();
  const entries = readdirSync(`${env.ARCHFOLIO_CACHE}/answers`).length;
  expect(await priced()).toEqual(first);
  expect(readdirSync(`${env.ARCHFOLIO_CACHE}/answers`)).toHaveLength(entries);
  const { dimension } = first.large.components[0]!.lines[0]!;
  writeFiles(root, {
    'cost-models/prices.yaml': `discounts:\n  - { ids: [${dimension}], share: 0.5, reason: Agreed. }\n`,
  });
  expect((await priced()).large.monthly).toBeCloseTo(first.large.monthly / 2, 1);
});
