import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browsedSite } from '../support/browsed-site.ts';

const site = browsedSite();

/** The page in a tab of its own, with or without scripts. */
async function inTab<T>(
  part: string,
  look: (page: Page) => Promise<T>,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<T> {
  const context = await site
    .browser()
    .newContext({ viewport: { width: 390, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.origin}/evidence/${part}`);
  const seen = await look(page);
  await context.close();
  return seen;
}

it('says how many entries there are, and has as many, without a script', async () => {
  const [answer = '', states] = await inTab(
    '',
    async (page) =>
      [
        (await page.locator('.answer').textContent()) ?? '',
        await page.locator('.entry .state').allTextContents(),
      ] as const,
    { javaScriptEnabled: false },
  );
  const [, shown, , part, open] = /^(\d+) of (\d+) .*?, (\d+) in part; (\d+) /.exec(answer) ?? [];
  const count = (word: string) => states.filter((state) => state.trim() === word).length;
  expect([count('Shown'), count('In part')]).toEqual([Number(shown), Number(part)]);
  // The last entry of the challenge stands for thirteen days.
  expect(count('Open') + 12).toBe(Number(open));
});

it('unfolds a group by key, and that of an entry that is linked to', async () => {
  await inTab('#modules-12-cache-ttl', async (page) => {
    expect(await page.locator('#modules-12-cache-ttl').isVisible()).toBe(true);
    const group = page.locator('#pillars-databases');
    expect(await group.locator('.entry').first().isVisible()).toBe(false);
    await group.locator('summary').press('Enter');
    expect(await group.locator('.entry').first().isVisible()).toBe(true);
  });
});

it('is unfolded on paper', async () => {
  await inTab('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    const heights = await page
      .locator('.entry')
      .evaluateAll((all) => all.map((entry) => entry.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(200);
    expect(heights.filter((height) => height < 10)).toEqual([]);
  });
});
