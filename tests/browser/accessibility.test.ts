import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';
import { pagesToVisit } from '../support/pages.ts';

/** The rules of axe whose verdict hangs on colours: what a theme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const paths = pagesToVisit(inject('plainSite'));
const site = browsedSite();

it.concurrent.each(paths)('%s has no violation in either theme', async (path) => {
  const found = await inTab(path, async (page) => {
    const light = await violationsOf(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    return { light, dark: await violationsOf(page, COLOUR_RULES) };
  });
  expect(found).toEqual({ light: [], dark: [] });
});

it('notices what a theme makes hard to read', async () => {
  const found = await inTab('/about/', async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.addStyleTag({ content: 'main { color: #333 !important; background: #222 }' });
    return violationsOf(page, COLOUR_RULES);
  });
  expect(found).not.toEqual([]);
});

/** Shows a page in a tab of its own: one that shows them all grows, and slows down, with each. */
async function inTab<T>(path: string, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await site.browser().newContext({ bypassCSP: true, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  const seen = await look(page);
  await context.close();
  return seen;
}
