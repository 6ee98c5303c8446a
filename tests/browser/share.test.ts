import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';

const site = browsedSite();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function sharing(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
  anchor = '',
): Promise<void> {
  const context = await site.browser().newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${site.origin}/share/${anchor}`);
  await look(page);
  expect(faults).toEqual([]);
  await context.close();
}

const shown = (page: Page) => page.locator('details.post:visible').count();

it('copies a post, counts it, says where its pictures are, and leaves one kind in sight, by the keyboard', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  await sharing({ permissions }, async (page) => {
    const all = await shown(page);
    expect(all).toBeGreaterThan(80);
    const failures = page.getByRole('button', { name: 'Failure', exact: true });
    await failures.focus();
    await page.keyboard.press('Enter');
    const some = await shown(page);
    expect(some).toBeLessThan(all);
    expect(await page.locator('post-filter output').textContent()).toBe(`${some} of ${all} posts`);
    expect(await failures.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'All', exact: true }).focus();
    await page.keyboard.press(' ');
    expect(await shown(page)).toBe(all);

    const post = page.locator('#mobile-commerce-failure-redis-lost');
    await post.locator('summary').focus();
    await page.keyboard.press('Enter');
    const written = (await post.locator('[data-text]').textContent()) ?? '';
    expect(await post.locator('summary').textContent()).toContain('of 3,000 characters');
    expect(written).toMatch(/^Redis lost/);
    expect(written).toMatch(/\n\nhttps:\/\/example\.org\/\S+\n\n#\w+( #\w+)+$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => post.getByRole('button').textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written);

    // Pictures of drafts are their author's alone: the page says how to have them.
    expect(await post.locator('ul').textContent()).toContain(
      'npm run share -- mobile-commerce/failure-redis-lost --output .',
    );
    const plan = await page.request.get(`${site.origin}/calendar.ics`);
    expect((await plan.text()).startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  });
});

it('fits a phone, opens the post that an address names, and keeps what is counted by hand', async () => {
  await sharing(
    PHONE,
    async (page) => {
      const post = page.locator('#order-processing-insight');
      expect(await post.getAttribute('open')).not.toBeNull();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      const more = page.getByRole('button', { name: /^One more/ }).first();
      await more.tap();
      await more.tap();
      await page.reload();
      expect(await page.locator('kept-counter output').first().textContent()).toBe('2');
      const light = await violationsOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect([...light, ...(await violationsOf(page, ['color-contrast']))]).toEqual([]);
    },
    '#order-processing-insight',
  );
});

it('has every text without scripts', async () => {
  await sharing({ javaScriptEnabled: false }, async (page) => {
    await page.locator('#mobile-commerce-insight summary').click();
    expect(await page.locator('#mobile-commerce-insight [data-text]').textContent()).toContain('#');
    expect(await page.getByRole('button').count()).toBe(0);
  });
});
