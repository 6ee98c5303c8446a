import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

let browser: Browser;
let server: StaticServer;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(inject('plainSite'));
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('skips to the content with the first tab', async () => {
  await page.goto(`${server.origin}/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Skip to the content',
  );
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

it('walks down the levels of a drawing and back with the keyboard alone', async () => {
  await page.goto(`${server.origin}/views/landscape/`);
  const open = async (name: RegExp) => {
    const link = page.locator('svg.links').getByRole('link', { name });
    const here = page.url();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== here);
  };
  await open(/^Mobile commerce platform, opens the level below/);
  expect(new URL(page.url()).pathname).toBe('/views/mobile-commerce-context/');
  await open(/^Mobile commerce platform, opens the level below/);
  expect(new URL(page.url()).pathname).toBe('/views/mobile-commerce-containers/');
  await open(/^Order service, opens the level below/);
  expect(new URL(page.url()).pathname).toBe('/views/order-service-components/');
  await page
    .getByRole('navigation', { name: 'Levels' })
    .getByRole('link', { name: 'Container' })
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/views/mobile-commerce-containers/');
});

it('shows where the focus is, also on a drawing', async () => {
  await page.goto(`${server.origin}/views/landscape/`);
  await page.locator('svg.links a').first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  const stroke = await page.evaluate(() => {
    const box = document.activeElement?.querySelector('rect');
    return box ? getComputedStyle(box).strokeWidth : undefined;
  });
  expect(stroke).toBe('3px');
});

it('remembers a theme that was chosen, on every page', async () => {
  await page.goto(`${server.origin}/`);
  await page.getByRole('group', { name: 'Theme' }).getByRole('button', { name: 'dark' }).click();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe('rgb(15, 21, 27)');
  await page.goto(`${server.origin}/adrs/`);
  expect(await ground()).toBe('rgb(15, 21, 27)');
  await page.getByRole('group', { name: 'Theme' }).getByRole('button', { name: 'system' }).click();
  expect(await ground()).toBe('rgb(255, 255, 255)');
});

it('pans a drawing on a phone instead of shrinking its text away, and never the page', async () => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of [
    '/',
    '/views/mobile-commerce-containers/',
    '/case-studies/mobile-commerce/',
    '/cost/mobile-commerce/',
  ]) {
    await phone.goto(server.origin + path);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
  }
  await phone.goto(`${server.origin}/views/mobile-commerce-containers/`);
  const size = await phone.evaluate(() => {
    const svg = document.querySelector('svg.drawing');
    return svg ? svg.getBoundingClientRect().width / Number(svg.getAttribute('width')) : 0;
  });
  expect(size).toBeGreaterThanOrEqual(0.89);
  expect(await phone.locator('.pan-track').isVisible()).toBe(true);
  await phone.close();
});
