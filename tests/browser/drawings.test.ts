import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { pagesOf } from '../support/pages.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { measureDrawing } from './measure-drawing.ts';

const views = pagesOf(inject('plainSite'))
  .map(({ path }) => path)
  .filter((path) => /^\/views\/.+/.test(path));
let browser: Browser;
let server: StaticServer;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(inject('plainSite'));
  page = await browser.newPage({ viewport: { width: 2600, height: 1600 } });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each(views)('%s', (path) => {
  it('is drawn without a fault, measured as a browser renders it', async () => {
    await page.goto(server.origin + path);
    await page.evaluate(() => document.fonts.ready);
    expect((await page.evaluate(measureDrawing)).faults).toEqual([]);
  });

  it('has a link over each box, in place, and a row for each in words', async () => {
    await page.goto(server.origin + path);
    const boxes = await page.locator('svg.drawing .element').count();
    const links = await page.locator('svg.links a').count();
    expect(links).toBe(boxes);
    const words = page.locator('#in-words table', { has: page.locator('th:text-is("Element")') });
    expect(await words.first().locator('tbody tr').count()).toBe(boxes);
    const apart = await page.evaluate(
      () =>
        [...document.querySelectorAll('svg.links a')].filter((link) => {
          const shape = document.querySelector(
            `.element[data-id="${link.getAttribute('data-element')}"] .shape`,
          );
          const [a, b] = [
            link.querySelector('rect')?.getBoundingClientRect(),
            shape?.getBoundingClientRect(),
          ];
          return (
            !a ||
            !b ||
            Math.abs(a.x - b.x) > 2 ||
            Math.abs(a.y - b.y) > 2 ||
            Math.abs(a.width - b.width) > 4
          );
        }).length,
    );
    expect(apart).toBe(0);
  });
});
