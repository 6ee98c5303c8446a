import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { pagesOf } from '../support/pages.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

const paths = pagesOf(inject('plainSite')).map(({ path }) => path);
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

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(paths)('%s has no violation', async (path) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(server.origin + path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    await context.close();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
    expect(found).toEqual([]);
  });
});
