import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';

const COST = '/cost/mobile-commerce/';
const STUDY = '/case-studies/mobile-commerce/';
const site = browsedSite();

/** Shows a page with all that it folds away. */
async function open(path: string, width: number, bypassCSP = false): Promise<Page> {
  const context = await site.browser().newContext({ bypassCSP, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    await document.fonts.ready;
  });
  return page;
}

/** The sizes of texts in charts as they are seen, in pixels, and texts that stand on others. */
async function textsOf(page: Page) {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextElement>('main .sheets text')].filter(
      (text) => text.getClientRects().length > 0,
    );
    const seen = texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const scale = text.getScreenCTM()?.a ?? 0;
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      return { name: text.textContent.trim(), size, left, right, top, bottom };
    });
    const touching = seen.flatMap((a, place) =>
      seen
        .slice(place + 1)
        .filter(
          (b) =>
            // Boxes of texts have room above and below their letters.
            a.left + 1 < b.right &&
            b.left + 1 < a.right &&
            a.top + 4 < b.bottom &&
            b.top + 4 < a.bottom,
        )
        .map((b) => `${a.name} / ${b.name}`),
    );
    return { count: seen.length, smallest: Math.min(...seen.map(({ size }) => size)), touching };
  });
}

describe('what a system costs', () => {
  it('breaks none of the rules in either theme, with everything unfolded', async () => {
    for (const width of [390, 1440]) {
      const page = await open(COST, width, true);
      expect(await violationsOf(page), `light, ${width}`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(page), `dark, ${width}`).toEqual([]);
      await page.context().close();
    }
  });

  it.each([COST, STUDY])('%s needs no scrolling to the side, at any width', async (path) => {
    for (const width of [320, 390, 700, 1000, 1440]) {
      const page = await open(path, width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBe(
        width,
      );
      await page.context().close();
    }
  });

  it('has a curve that can be read at any width, and a name for who cannot see it', async () => {
    for (const width of [360, 390, 700, 1000, 1440, 2000]) {
      const page = await open(COST, width);
      const { count, smallest, touching } = await textsOf(page);
      expect(count, `${width}`).toBeGreaterThan(10);
      expect(smallest, `${width}`).toBeGreaterThanOrEqual(11);
      expect(touching, `${width}`).toEqual([]);
      await page.context().close();
    }
    const page = await open(COST, 1440);
    const curve = page.getByRole('img', {
      name: /^Monthly spend from 1,000 to 5,000,000 users: \$/,
    });
    expect(await curve.count()).toBe(1);
    await page.context().close();
  });
});
