import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { renderDiagnostics } from '#diagnostics/render.ts';
import { type LoadOptions, loadSite } from '#integration/load-site.ts';
import { DEFAULT_SETTINGS, readConfig } from '#sources/config.ts';
import { createLoadMemory } from '#sources/load-memory.ts';
import { BEFORE, type Content, editsOf, put } from '../../support/edits.ts';
import { seededRandom } from '../../support/random.ts';
import { siteDigest } from '../../support/site-digest.ts';

/** How many edits are replayed: `EDITS=1000` is the whole of it, with schemas and diagrams among them. */
const EDITS = Number(process.env.EDITS ?? 12);
const isWhole = EDITS > 100;

let cache: string | undefined;
beforeEach(() => {
  cache = process.env.ARCHFOLIO_CACHE;
});
afterEach(() => {
  if (cache === undefined) delete process.env.ARCHFOLIO_CACHE;
  else process.env.ARCHFOLIO_CACHE = cache;
});

/** What a content folder comes to: all that pages are made from, or what keeps it from being shown. */
async function comesTo(root: string, cacheFolder: string, options: LoadOptions = {}) {
  process.env.ARCHFOLIO_CACHE = cacheFolder;
  const { config } = readConfig(DEFAULT_SETTINGS, root);
  if (!config) throw new Error('The settings that stand for none are wrong.');
  const { site, diagnostics } = await loadSite(root, config, [], { oneByOne: true, ...options });
  return {
    site: site ? siteDigest(site) : 'none',
    said: renderDiagnostics(diagnostics, { color: false }),
  };
}

it(
  `makes of ${EDITS} edits, one after the other, what it makes of each content from the start`,
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'archfolio-replay-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const [content, kept] = [join(root, 'content'), join(root, 'kept')];
    const memory = createLoadMemory();
    const seen = { sites: 0, refused: 0, distinct: new Set<string>() };
    let before: Content = new Map();
    const edits = editsOf(seededRandom(20261122), EDITS, isWhole ? 0.02 : 0);
    for (const edit of [{ what: 'the beginning', content: BEFORE }, ...edits]) {
      put(content, before, edit.content);
      before = edit.content;
      const anew = await comesTo(content, 'off');
      const ways = {
        'with what is kept': await comesTo(content, kept),
        'with what is remembered': await comesTo(content, kept, { memory }),
      };
      for (const [way, found] of Object.entries(ways)) {
        expect(found, `after ${edit.what}, ${way}`).toEqual(anew);
      }
      seen.distinct.add(anew.site);
      if (anew.site === 'none') seen.refused += 1;
      else seen.sites += 1;
    }
    expect(seen.sites).toBeGreaterThan(EDITS / 4);
    expect(seen.distinct.size).toBeGreaterThan(EDITS / 5);
    if (isWhole) {
      process.stderr.write(
        `${EDITS} edits: ${seen.sites} sites of ${seen.distinct.size} kinds, ${seen.refused} refused, no difference\n`,
      );
    }
  },
  60_000 + EDITS * 20_000,
);
