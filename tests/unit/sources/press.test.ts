import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Cache, openCache } from '#sources/cache.ts';
import { openPress } from '#sources/press.ts';
import { createPrint, type PrintJob } from '#sources/print.ts';

const WORDS = { label: 'The shop', title: 'One row and one condition', author: 'A. Uthor' };
const CARD: PrintJob = { kind: 'card', content: { ...WORDS, figures: [], site: 'Portfolio' } };
const CAROUSEL: PrintJob = {
  kind: 'carousel',
  content: { ...WORDS, body: 'One.\n\nTwo.', role: 'architect', end: 'here', about: 'Designs.' },
  info: { title: 'One row', author: 'A. Uthor', language: 'en' },
};
const NO_CACHE = openCache(undefined, 'cards');

describe('a press', () => {
  it('makes in its thread what is made here, and takes from the cache what was made before', async () => {
    const kept = new Map<string, unknown>();
    const asked: string[] = [];
    const cache: Cache = {
      get(key) {
        asked.push(key);
        return kept.get(key);
      },
      put: (key, value) => kept.set(key, value),
    };
    const press = openPress(cache);
    const jobs = [CARD, CAROUSEL];
    const made = await Promise.all(jobs.map((job) => press.print(job)));
    const print = createPrint();
    const here = await Promise.all(jobs.map((job) => print(job)));
    expect(made.map(digest)).toEqual(here.map(digest));
    const again = await Promise.all(jobs.map((job) => openPress(cache, DEAD).print(job)));
    expect(again.map(digest)).toEqual(here.map(digest));
    expect([kept.size, new Set(asked).size, asked.length]).toEqual([2, 2, 4]);
  });

  it.each([
    ['that does not start', 'throw new Error("no fonts")', /no fonts/],
    ['that is not there', 'import "./nothing-here.ts"', /The press stopped/],
    ['that ends', 'process.exit(0)', /The press stopped before it was done/],
    ['that says nothing', 'port.on("message", () => {})', /not printed within 0\.05 seconds/],
    ['that loops', 'port.on("message", () => { for (;;); })', /not printed within/],
    [
      'that cannot print it',
      'port.on("message", ({ id }) => port.postMessage({ id, fault: "No such face." }))',
      /cannot be printed\. No such face/,
    ],
  ])('tells of a thread %s', async (_, code, said) => {
    const isStill = String(said).includes('within');
    const press = openPress(NO_CACHE, workerOf(code), isStill ? 50 : undefined);
    const asked = [CARD, CAROUSEL].map((job) => press.print(job));
    for (const one of await Promise.allSettled(asked)) {
      expect(one).toMatchObject({ status: 'rejected', reason: { message: said } });
    }
  });

  it('begins anew with the next picture', async () => {
    const code =
      'port.on("message", ({ id, job }) => job.kind === "card" ? process.exit(1) : port.postMessage({ id, bytes: new Uint8Array([7]) }))';
    const press = openPress(NO_CACHE, workerOf(code));
    await expect(press.print(CARD)).rejects.toThrow(/stopped/);
    expect([...(await press.print(CAROUSEL))]).toEqual([7]);
  });
});

const DEAD = workerOf('throw new Error("started")');

function workerOf(code: string): URL {
  const whole = `import { parentPort as port } from "node:worker_threads"; ${code}`;
  return new URL(`data:text/javascript,${encodeURIComponent(whole)}`);
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
