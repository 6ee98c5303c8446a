import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { pagesOf } from '../support/pages.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

/** The rules of axe whose verdict hangs on colours: what a theme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const paths = pagesOf(inject('plainSite')).map(({ path }) => path);
let browser: Browser;
let server: StaticServer;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(inject('plainSite'));
  page = await (await browser.newContext({ bypassCSP: true })).newPage();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it.each(paths)('%s has no violation in either theme', async (path) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(server.origin + path);
  const light = await violations(axe());
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(axe().withRules(COLOUR_RULES));
  expect({ light, dark }).toEqual({ light: [], dark: [] });
});

it('notices what a theme makes hard to read', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${server.origin}/about/`);
  await page.addStyleTag({ content: 'main { color: #333 !important; background: #222 }' });
  expect(await violations(axe().withRules(COLOUR_RULES))).not.toEqual([]);
});

/** In the page itself: the pages have no frames that would need a page of their own. */
const axe = () => new AxeBuilder({ page }).setLegacyMode();

async function violations(builder: AxeBuilder): Promise<string[]> {
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
