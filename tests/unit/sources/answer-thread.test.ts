import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { HEADLINE } from '#portfolio/costs.ts';
import { beginAnswers } from '#sources/answer-thread.ts';
import { CACHE_VARIABLE } from '#sources/cache.ts';
import { pageQuestions } from '#sources/cost-answers.ts';
import { loadCosts } from '#sources/costs.ts';
import { contentFolder, SMALL_MODEL } from '../../support/content.ts';

/** Every answer that a cache holds, by its name. */
function answersIn(cache: string): Map<string, string> {
  const folder = join(cache, 'answers');
  try {
    const names = readdirSync(folder).filter((name) => !name.includes('.partial'));
    return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  } catch {
    return new Map();
  }
}

function useCache(folder: string): void {
  vi.stubEnv(CACHE_VARIABLE, folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

it('leaves in the cache what asking would leave there, and shows nothing that a model prints', async () => {
  const root = contentFolder({
    'cost-models/site.ts': `${SMALL_MODEL}\nconsole.log('read');\n`,
  });
  const asked = contentFolder({});
  useCache(asked);
  const { costs } = await loadCosts(root, HEADLINE);
  for (const ask of pageQuestions(costs)) ask();
  const wanted = answersIn(asked);
  expect(wanted.size).toBeGreaterThan(9);

  const left = contentFolder({});
  useCache(left);
  const write = vi.spyOn(process.stdout, 'write');
  onTestFinished(() => write.mockRestore());
  expect(beginAnswers({ root, wanted: HEADLINE })).toBe(true);
  await vi.waitFor(
    () => expect([...answersIn(left).keys()].sort()).toEqual([...wanted.keys()].sort()),
    {
      timeout: 20_000,
      interval: 50,
    },
  );
  expect(answersIn(left)).toEqual(wanted);
  expect(write).not.toHaveBeenCalledWith(expect.stringContaining('read'), expect.anything());
});

it('does not begin where nobody would find its answers', () => {
  useCache('off');
  expect(beginAnswers({ root: contentFolder({}), wanted: HEADLINE })).toBe(false);
});

it('ends by itself where a model cannot be read', async () => {
  const cache = contentFolder({});
  useCache(cache);
  const root = contentFolder({ 'cost-models/site.ts': 'throw new Error("no");\n' });
  expect(beginAnswers({ root, wanted: HEADLINE })).toBe(true);
  await new Promise((done) => setTimeout(done, 1500));
  expect(answersIn(cache)).toEqual(new Map());
});
