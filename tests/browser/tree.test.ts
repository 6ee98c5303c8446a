import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(inject('plainSite'));
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it.each([
  'mobile-commerce-context',
  'order-service-components',
  'order-saga',
  'mobile-commerce-deployment-100k',
])('%s is told to a screen reader as one picture and its links, in reading order', async (key) => {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/views/${key}/`);
  const drawing = page.getByRole('group', { name: /^Drawing: / });
  await expect(`${await drawing.ariaSnapshot()}\n`).toMatchFileSnapshot(`trees/${key}.yml`);
  await page.close();
});
