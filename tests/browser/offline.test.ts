import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { takeOffline } from '#integration/offline/offline-site.ts';
import { launchBrowser } from '../support/chromium.ts';

let folder: string;
let browser: Browser;
let page: Page;
const outside: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'archfolio offline ü#-'));
  cpSync(inject('plainSite'), folder, { recursive: true });
  takeOffline(folder);
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.setOffline(true);
  page = await context.newPage();
  page.on('request', (request) => {
    const isOwn = /^(?:file|data|blob):/.test(request.url());
    if (!isOwn) outside.push(request.url());
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The path of the page that is open, from the folder's root. */
const here = () =>
  decodeURIComponent(page.url().replace(/#.*$/, '')).slice(
    decodeURIComponent(pathToFileURL(folder).href).length,
  );

/** Follows a link; the page that it leads to is open afterwards. */
async function follow(name: RegExp, within = 'main'): Promise<void> {
  const before = here();
  await page.locator(within).getByRole('link', { name }).first().click();
  await page.waitForURL(() => here() !== before);
  await page.waitForLoadState();
}

it('opens from a disk, and all of it can be reached and used', async () => {
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('600 16px "Archivo Variable"'))).toBe(true);
  await follow(/Mobile commerce/);
  expect(here()).toBe('/case-studies/mobile-commerce/index.html');
  expect(await page.locator('figure svg .shape').count()).toBeGreaterThan(5);
  await follow(/^Drawings$/, 'header');
  await follow(/Mobile commerce platform: containers/);
  expect(here()).toMatch(/^\/views\/[\w-]+\/index\.html$/);
  await page
    .locator('svg.links')
    .getByRole('link', { name: /^Redis/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(() => here() === '/elements/shop/cache/index.html');
  await follow(/^0002 /);
  expect(here()).toMatch(/^\/adrs\/0002-/);
  await follow(/^Cost$/, 'header');
  await follow(/Mobile commerce/);
  expect(here()).toBe('/cost/mobile-commerce/index.html');
  const total = page.locator('cost-explorer');
  const before = await total.textContent();
  await page.locator('#explorer-users').fill('250000');
  await page.keyboard.press('Enter');
  await expect.poll(() => total.textContent()).not.toBe(before);

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('databse has no writr');
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/runbook\/index\.html#the-database-has-no-writer$/);
  expect(await page.title()).toMatch(/^Runbook/);

  expect(outside).toEqual([]);
  expect(faults).toEqual([]);
});
