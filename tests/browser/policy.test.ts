import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { pagesToVisit } from '../support/pages.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

const TABS = 6;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** What a page complains about: errors, warnings of the policy, requests that fail or leave the host. */
function complaints(page: Page, origin: string): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  page.on('requestfailed', (request) => found.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) found.push(`elsewhere: ${request.url()}`);
  });
  return found;
}

describe.each([
  ['without a base', inject('plainSite'), ''],
  ['below a base', inject('basedSite'), '/portfolio'],
])('%s', (_, folder, base) => {
  let server: StaticServer;

  beforeAll(async () => {
    server = await serveFolder(folder, base);
  });

  afterAll(() => server.stop());

  it('a strict Content-Security-Policy reports nothing on any page, and nothing else fails', async () => {
    const paths = pagesToVisit(folder);
    const seen: string[] = [];
    const visit = async () => {
      const page = await browser.newPage();
      const found = complaints(page, server.origin);
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        await page.goto(server.origin + base + path, { waitUntil: 'networkidle' });
        // On a busy machine letters come later than that, and leaving would break them off.
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        seen.push(...found.splice(0).map((complaint) => `${path} ${complaint}`));
      }
      await page.close();
    };
    // A page is watched until it has been still for half a second: tabs wait side by side.
    await Promise.all(Array.from({ length: TABS }, visit));
    expect(seen).toEqual([]);
  }, 240_000);
});

it('runs no script and needs none to read a page', async () => {
  const server = await serveFolder(inject('plainSite'));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.origin}/case-studies/mobile-commerce/`);
  expect(await page.locator('svg.drawing').count()).toBeGreaterThan(5);
  expect(await page.locator('h2').count()).toBeGreaterThan(5);
  expect(await page.locator('svg.drawing .element').first().isVisible()).toBe(true);
  await context.close();
  await server.stop();
});
