import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';

const site = browsedSite();

/** The log at an address, in a tab of its own. */
async function onLog<T>(query: string, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await site.browser().newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${site.origin}/adrs/${query}`);
  const seen = await look(page);
  await context.close();
  return seen;
}

/** The titles in sight, from the top. */
const titles = (page: Page) => page.locator('.log tbody tr:visible th a').allTextContents();
const told = (page: Page) => page.locator('decision-log [role="status"]').textContent();
const query = (page: Page) => new URL(page.url()).search;

it('filters by words and by system, tells the number, and leads back from nothing', async () => {
  await onLog('', async (page) => {
    const all = await titles(page);
    expect(await told(page)).toBe(`${all.length} of ${all.length} decisions`);
    const words = page.getByRole('searchbox', { name: 'Words' });
    await words.fill('KUBERNETES ecs');
    expect(await titles(page)).toEqual(['Kubernetes rather than ECS']);
    expect(await told(page)).toBe(`1 of ${all.length} decisions`);
    expect(query(page)).toBe('?q=KUBERNETES+ecs');

    await words.fill('no decision says this');
    expect(await titles(page)).toEqual([]);
    expect(await page.getByText('No decision has all of that.').isVisible()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: `Show all ${all.length} decisions` }).click();
    expect(await titles(page)).toEqual(all);
    expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(query(page)).toBe('');

    await page.getByRole('combobox', { name: 'System' }).selectOption('shop');
    const own = await titles(page);
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    expect(query(page)).toBe('?system=shop');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await titles(page)).toEqual(own);
  });
});

it('sorts by the keyboard, and says so to those who do not see it', async () => {
  await onLog('', async (page) => {
    const all = await titles(page);
    const head = page.getByRole('columnheader', { name: 'Decision' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const ordered = all.toSorted(new Intl.Collator('en', { numeric: true }).compare);
    expect(await titles(page)).toEqual(ordered);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.keyboard.press('Space');
    expect(await titles(page)).toEqual(ordered.toReversed());
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(query(page)).toBe('?sort=title&order=desc');
    expect(await violationsOf(page)).toEqual([]);
  });
});

it('shows what an address says, and passes over what it cannot mean', async () => {
  const [first, same] = await Promise.all([
    onLog('?sort=title&order=desc&q=no&system=shop', async (page) => [
      await titles(page),
      await page.getByRole('combobox', { name: 'System' }).inputValue(),
    ]),
    onLog('?sort=none&system=nobody&tag=x', async (page) => [
      await titles(page),
      await page.getByRole('combobox', { name: 'System' }).inputValue(),
    ]),
  ]);
  expect(first?.[1]).toBe('shop');
  expect(first?.[0]).toContain('No stock is sold twice, by one conditional update');
  expect(same?.[1]).toBe('');
  expect(same?.[0]).toEqual(await onLog('', titles));
});

it('is whole without scripts', async () => {
  const all = await onLog('', titles);
  const context = await site.browser().newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/adrs/`);
  expect(await titles(page)).toEqual(all);
  expect(await page.locator('decision-log form').isVisible()).toBe(false);
  expect(await page.locator('.log thead button').count()).toBe(0);
  await context.close();
});
