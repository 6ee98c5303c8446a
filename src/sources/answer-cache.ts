import { readFileSync } from 'node:fs';
import { type Cache, cacheFolder, codeHash, hashOf, openCache } from './cache.ts';
import type { LoadedModel } from './cost-models.ts';

/** What cost models answered before, by all that an answer comes from. */
export interface AnswerCache {
  /**
   * Where answers of a model are kept that were given under some prices: the author's own, and what
   * else tells the price books apart. The books that ship are part of the engine.
   */
  of(model: Pick<LoadedModel, 'digest'>, ...prices: readonly string[]): Remember;
}

/** The answer to a question, which JSON holds with all that it was asked under: kept, or asked for. */
export type Remember = <T>(question: unknown, ask: () => T) => T;

/** Asks, always. */
export const FORGETFUL: Remember = (_question, ask) => ask();

/** The answers on the disk; `askedBy` are the modules that ask, whose code answers rest on as well. */
export function openAnswers(
  askedBy: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd = process.cwd(),
): AnswerCache {
  const folder = cacheFolder(env, cwd);
  if (folder === undefined) return { of: () => FORGETFUL };
  return answerCache(openCache(folder, 'answers'), () => engineVersion(askedBy));
}

/** Answers in a cache. `version` stands for the code that gives them, and is asked for once. */
export function answerCache(cache: Cache, version: () => string): AnswerCache {
  const state: { version?: string } = {};
  return {
    of({ digest }, ...prices) {
      if (digest === undefined) return FORGETFUL;
      state.version ??= version();
      const from = hashOf(state.version, digest, ...prices);
      return (question, ask) => {
        const key = hashOf(from, JSON.stringify(question));
        const kept = cache.get(key);
        if (isAnswer<ReturnType<typeof ask>>(kept)) return kept;
        const answer = ask();
        if (isHeldByJson(answer)) cache.put(key, answer);
        return answer;
      };
    },
  };
}

/** All code that an answer comes from, and what it runs on: powers and roots are V8's own. */
function engineVersion(askedBy: readonly string[]): string {
  const folders = ['../cost/', '../diagnostics/'].map((name) => new URL(name, import.meta.url));
  const asking = askedBy.map((url) => readFileSync(new URL(url), 'utf8'));
  return hashOf(process.versions.v8, ...asking, ...folders.map(codeHash));
}

/** What stands under the key of a question was given to it. */
function isAnswer<T>(kept: unknown): kept is T {
  return kept !== undefined;
}

/** Whether a value comes back from JSON as it was; only a property that is undefined may be left out. */
function isHeldByJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isHeldByJson);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((part) => part === undefined || isHeldByJson(part));
}
