import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';

const site = browsedSite();

/** Opens a page and gives what was loaded since. */
async function pageAt(path: string, colorScheme: 'light' | 'dark' = 'light') {
  const context = await site.browser().newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(site.origin + path);
  return { page, requests, close: () => context.close() };
}

const options = (page: Page) => page.getByRole('option');
const field = (page: Page) => page.getByRole('combobox', { name: /^Search/ });

describe('the search', () => {
  it('is loaded when it is opened, and finds a mistyped word by the keyboard alone', async () => {
    const { page, requests, close } = await pageAt('/cost/');
    expect(requests.filter((path) => /\/search/.test(path))).toEqual([]);
    await page.keyboard.press('/');
    await field(page).waitFor();
    await page.keyboard.type('databse has no writr');
    await options(page).first().waitFor();
    expect(requests.filter((path) => /\/search/.test(path)).length).toBeGreaterThan(2);
    const chosen = page.getByRole('option', { selected: true });
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(
      await chosen.getAttribute('id'),
    );
    expect(await chosen.textContent()).toContain('The database has no writer');
    expect(await chosen.locator('mark').allTextContents()).toContain('database');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/runbook/#the-database-has-no-writer');
    await close();
  });

  it('gives the focus back, and leaves a slash to whoever is writing', async () => {
    const { page, close } = await pageAt('/adrs/');
    const opener = page.getByRole('link', { name: 'Search', exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('a/b');
    expect(await field(page).inputValue()).toBe('a/b');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await opener.evaluate((link) => link === document.activeElement)).toBe(true);
    await close();
  });

  it('keeps what is typed before it is there, and leaves single keys alone where they are unwanted', async () => {
    const { page, close } = await pageAt('/cost/');
    const script = Promise.withResolvers<void>();
    await page.route('**/_/search.*', async (route) => {
      await script.promise;
      await route.continue();
    });
    await page.keyboard.type('/kafk');
    script.resolve();
    await field(page).waitFor();
    await page.keyboard.type('a');
    expect(await field(page).inputValue()).toBe('kafka');
    await options(page).first().waitFor();

    const keys = page.getByRole('checkbox', { name: /^Single keys/ });
    await keys.uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.goto(`${site.origin}/walkthrough/mobile-commerce/5-min/#what`);
    await page.keyboard.press('b');
    expect(await page.locator('.walk-black.on').count()).toBe(0);
    await page.getByRole('button', { name: 'Keys', exact: true }).click();
    await keys.check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('b');
    expect(await page.locator('.walk-black.on').count()).toBe(1);
    await close();
  });

  it('says aloud what came of a question, kind by kind', async () => {
    const { page, close } = await pageAt('/');
    await page.keyboard.press('/');
    await field(page).fill('0007');
    await page.getByRole('group', { name: 'Decisions' }).waitFor();
    await expect
      .poll(() => page.getByRole('dialog').getByRole('status').textContent())
      .toMatch(/^\d+ results\.$/);
    expect(await options(page).first().textContent()).toMatch(/^0007 /);
    await field(page).fill('xylophonist');
    await expect
      .poll(() => page.getByRole('dialog').getByRole('status').textContent())
      .toMatch(/^Nothing here holds/);
    expect(await page.getByRole('listbox').count()).toBe(0);
    await close();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (theme) => {
    const { page, close } = await pageAt('/about/', theme);
    await page.keyboard.press('/');
    await field(page).fill('order service');
    await options(page).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });

  it('leads to a list of all by kind without scripts', async () => {
    const context = await site.browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByRole('heading', { name: 'Contents' }).waitFor();
    for (const kind of ['Case studies', 'Decisions', 'Drawings', 'Cost', 'Elements']) {
      expect(await page.getByRole('heading', { name: kind, exact: true }).count()).toBe(1);
    }
    await context.close();
  });
});
