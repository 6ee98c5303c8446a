import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { runCli } from '../support/cli.ts';
import { writeFiles } from '../support/content.ts';
import { faultsOfFiles } from '../support/hostile-files.ts';
import {
  HOSTILE_PORTFOLIO,
  MARK,
  RIGHT_TO_LEFT,
  writeHostileSample,
} from '../support/hostile-portfolio.ts';
import { setTrap, visitHostile } from '../support/hostile-visit.ts';
import { pagesOf } from '../support/pages.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

/** With `EVERY_PAGE=1` the whole sample is made hostile: each list, record and model, and each page. */
const isWhole = env.EVERY_PAGE === '1';
const BUILT = isWhole ? 600_000 : 120_000;

const folder = mkdtempSync(join(tmpdir(), 'archfolio-hostile-'));
const content = join(folder, 'a/b/content');
const site = join(content, 'dist');
const posts = mkdtempSync(join(tmpdir(), 'archfolio-hostile-posts-'));
let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  writeFiles(content, HOSTILE_PORTFOLIO);
  if (isWhole) {
    rmSync(content, { recursive: true });
    writeHostileSample(content);
  } else {
    // What a check refuses is not built: links to scripts, and an element that is not there.
    const record = HOSTILE_PORTFOLIO['adrs/0001-evil.md']
      .replace('element:nothing', 'element:attacker')
      .replaceAll(/\((?:javascript:alert\(1\)|data:text\/html,x)\)/g, '(https://example.org)');
    writeFiles(content, { 'adrs/0001-evil.md': record });
    // Drafts first, then a card and a carousel of each.
    for (const more of [[], ['--output', posts]]) {
      const { code, stderr } = await runCli(['share', '--root', content, ...more]);
      expect({ code, errors: stderr.match(/^error .*$/gm) }).toEqual({ code: 0, errors: null });
    }
  }
  const { code, stderr } = await runCli([
    'build',
    '--root',
    content,
    '--site',
    'https://x.example',
  ]);
  expect({ code, errors: stderr.match(/^error .*$/gm) }).toEqual({ code: 0, errors: null });
  server = await serveFolder(site);
  browser = await launchBrowser();
}, BUILT);

afterAll(async () => {
  await browser.close();
  await server.stop();
  for (const one of [folder, posts]) rmSync(one, { recursive: true, force: true });
});

describe('a portfolio with hostile names', () => {
  it(
    'shows them as text on every page, and nothing of them runs, asks or leaves',
    async () => {
      const paths = pagesOf(site).map(({ path }) => path);
      const { found, shown } = await visitHostile(browser, server.origin, paths);
      expect(found).toEqual([]);
      expect(paths.filter((path) => !shown.includes(path))).toEqual([]);
    },
    BUILT,
  );

  it('notices what does, where a page lets it', async () => {
    const page = await browser.newPage();
    await page.route('**/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        '<main',
        `<${MARK} onclick="x()"></${MARK}><script>1</script><a href="javascript:x"></a><main`,
      );
      await route.fulfill({ response, body });
    });
    const told = await setTrap(page, server.origin);
    await page.goto(`${server.origin}/`);
    await page.close();
    expect(told.join('\n')).toContain('Content Security Policy');
  });

  it('shows them as text in what scripts make, too', async () => {
    const page = await browser.newPage();
    const told = await setTrap(page, server.origin);
    await searchFor(page, 'script');
    expect(await page.getByRole('option').first().textContent()).toContain('<');
    for (const kind of ['walkthrough', 'practice', 'review', 'cost', 'views']) {
      const path = pagesOf(site).find((one) => new RegExp(`^/${kind}/.`).test(one.path))?.path;
      if (path === undefined) continue;
      await page.goto(server.origin + path);
      for (const key of ['ArrowRight', 'Enter', 'Space', 'PageDown'])
        await page.keyboard.press(key);
      expect(await page.locator(MARK).count(), path).toBe(0);
    }
    // Signs that turn a line end with the name that holds them.
    const bidi = await page
      .locator('main :is(a, b, code)')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).unicodeBidi));
    expect(new Set(bidi).isSubsetOf(new Set(['isolate', 'plaintext']))).toBe(true);
    expect(bidi.length).toBeGreaterThan(3);
    await page.close();
    expect(told).toEqual([]);
  });

  it.skipIf(isWhole)(
    'shows a name from right to left in its order, in pages and drawings',
    async () => {
      const page = await browser.newPage();
      const turned: [string, boolean][] = [];
      for (const path of ['/elements/hebrew/', '/views/view-1/']) {
        await page.goto(server.origin + path);
        turned.push(
          ...(await page.locator('h1, th a, main svg text').evaluateAll(sidesOf, RIGHT_TO_LEFT)),
        );
      }
      await page.close();
      expect(new Set(turned.map(([where]) => where))).toEqual(new Set(['h1', 'a', 'text']));
      expect(turned.filter(([, isTurned]) => !isTurned)).toEqual([]);
    },
  );

  it('writes nothing beside its folder, and files that others can read', () => {
    const { faults, seen } = faultsOfFiles(site);
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThan(40);
    const printed = faultsOfFiles(posts);
    expect(printed).toEqual({ faults: [], seen: isWhole ? 0 : 4 });
    const beside = [folder, join(folder, 'a'), join(folder, 'a/b')].flatMap((one) =>
      readdirSync(one),
    );
    expect(beside).toEqual(['a', 'b', 'content']);
    const own = new Set(Object.keys(HOSTILE_PORTFOLIO).map((name) => name.split('/')[0]));
    const expected = isWhole ? ['astro.config.mjs'] : [];
    expect(readdirSync(content).sort()).toEqual([...own, ...expected, 'dist'].sort());
  });
});

/** Runs in the page: in which elements a name stands, and whether its last sign is left of its first. */
function sidesOf(elements: readonly Element[], name: string): [string, boolean][] {
  return elements.flatMap((element): [string, boolean][] => {
    const node = [...element.childNodes].find((one) => one.textContent?.includes(name));
    if (node?.nodeType !== Node.TEXT_NODE) return [];
    const first = node.textContent?.indexOf(name) ?? 0;
    const leftOf = (at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };
    return [[element.localName, leftOf(first + name.length - 1) < leftOf(first)]];
  });
}

async function searchFor(page: Page, words: string): Promise<void> {
  await page.goto(`${server.origin}/adrs/`);
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
}
