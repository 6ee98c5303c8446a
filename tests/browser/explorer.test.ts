import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';
import { runCli } from '../support/cli.ts';

const PATH = '/cost/mobile-commerce/';
const site = browsedSite();

/** Opens the page of a model and does something there. */
async function inPage<T>(
  work: (page: Page) => Promise<T>,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<T> {
  const context = await site
    .browser()
    .newContext({ viewport: { width: 390, height: 900 }, ...options });
  const page = await context.newPage();
  try {
    await page.goto(site.origin + PATH + hash);
    return await work(page);
  } finally {
    await context.close();
  }
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Users' });
const slider = (page: Page) => page.getByRole('slider');
const total = (page: Page) => page.locator('cost-explorer .stats dd.value').first();

/** The document of the state on show. */
function report(page: Page): Promise<string> {
  return page
    .locator('cost-explorer')
    .evaluate((element) =>
      'report' in element && typeof element.report === 'function' ? String(element.report()) : '',
    );
}

/** What the command line says to the same, as JSON and as the page rounds it. */
async function asked(...args: readonly string[]): Promise<{ json: string; total: string }> {
  const { stdout } = await runCli(['cost', '--model', 'mobile-commerce', ...args, '--json']);
  const { monthly }: { monthly: number } = JSON.parse(stdout);
  return { json: stdout, total: `$${Math.round(monthly).toLocaleString('en-US')}` };
}

async function described(page: Page, control: Locator): Promise<string> {
  const id = (await control.getAttribute('aria-describedby')) ?? '';
  return (await page.locator(`#${id}`).textContent()) ?? '';
}

describe('the explorer of a model', () => {
  it('answers as the command line does, and in a fresh page by its address alone', async () => {
    const { json, total: dollars } = await asked(
      '--users',
      '750000',
      '--commitment',
      '1y:all-upfront:70%',
      '--choose',
      'endpoints',
    );
    const address = await inPage(async (page) => {
      await field(page).fill('750k');
      await field(page).press('Enter');
      await page.getByLabel('Commitment', { exact: true }).selectOption('1y');
      await page.getByLabel('Commitment is paid').selectOption('all-upfront');
      await page.getByLabel('Use that it covers').selectOption('70');
      await page.getByLabel(/^How logs/).selectOption('endpoints');
      await expect.poll(() => total(page).textContent()).toBe(dollars);
      expect(await field(page).inputValue()).toBe('750,000');
      await page.waitForURL(/#.*choose=endpoints$/);
      return new URL(page.url()).hash;
    });
    expect(address).toBe(
      '#users=750000&region=us-east-1&commitment=1y&payment=all-upfront&coverage=70&choose=endpoints',
    );
    await inPage(
      async (page) => {
        expect(await total(page).textContent()).toBe(dollars);
        expect(await field(page).inputValue()).toBe('750,000');
        expect(await report(page)).toBe(json);
        expect(await page.locator('svg[data-scale] .asked:visible text').allTextContents()).toEqual(
          ['750K asked', '750K asked'],
        );
        expect(await page.locator('cost-explorer .command').textContent()).toBe(
          'npm run cost -- --model mobile-commerce --users 750000 --region us-east-1 --commitment 1y:all-upfront:70% --choose endpoints',
        );
      },
      { hash: address },
    );
  });

  it('is used by keyboard alone, and goes back', async () => {
    await inPage(async (page) => {
      const before = await total(page).textContent();
      await slider(page).focus();
      await page.keyboard.press('ArrowRight');
      expect(await slider(page).getAttribute('aria-valuetext')).toBe('530,000 users');
      expect(await field(page).inputValue()).toBe('530,000');
      await page.waitForURL(/#users=530000&/);
      const said = page.locator('cost-explorer > [role=status]');
      await expect.poll(() => said.textContent()).toMatch(/^\$[\d,]+ a month at 530,000 users\.$/);
      await page.keyboard.press('Home');
      expect(await field(page).inputValue()).toBe('1,000');
      await page.waitForURL(/#users=1000&/);
      await page.goBack();
      await expect.poll(() => field(page).inputValue()).toBe('530,000');
      await page.goBack();
      await expect.poll(() => total(page).textContent()).toBe(before);
      expect(await field(page).inputValue()).toBe('500,000');
      await page.goForward();
      await expect.poll(() => field(page).inputValue()).toBe('530,000');
      await page.reload();
      expect(await field(page).inputValue()).toBe('530,000');
      await slider(page).press('End');
      expect(await field(page).inputValue()).toBe('5,000,000');
    });
  });

  it('tells at the field what it cannot read, and keeps the last figures', async () => {
    await inPage(async (page) => {
      const before = await total(page).textContent();
      for (const text of ['0', '-5', '1.5', 'NaN', '1e11', '']) {
        await field(page).fill(text);
        await field(page).press('Tab');
        expect(await field(page).getAttribute('aria-invalid'), text).toBe('true');
        expect(await described(page, field(page)), text).toMatch(/is not a whole number from 1/);
        expect(await total(page).textContent(), text).toBe(before);
      }
      await field(page).fill('500 000');
      expect(await field(page).getAttribute('aria-invalid')).toBeNull();
      expect(await described(page, field(page))).toBe('');
    });
    await inPage(
      async (page) => {
        const told = await page.locator('cost-explorer .problems').textContent();
        expect(told).toMatch(/moon-1/);
        expect(await field(page).inputValue()).toBe('20,000');
      },
      { hash: '#users=20000&region=moon-1' },
    );
  });

  it('is told to a screen reader as named controls, and breaks no rule with a fault on show', async () => {
    await inPage(
      async (page) => {
        const controls = page.locator('cost-explorer form');
        const tree = `${await controls.ariaSnapshot()}\n`;
        await expect(tree).toMatchFileSnapshot('trees/cost-explorer.yml');
        await page.locator('cost-explorer summary').last().click();
        await field(page).fill('1.5');
        await field(page).press('Tab');
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      },
      { bypassCSP: true },
    );
  });

  it('is not there without scripts, and on paper says what it shows', async () => {
    await inPage(
      async (page) => {
        expect(await page.locator('cost-explorer').isVisible()).toBe(false);
        expect(await page.getByRole('heading', { name: 'Lines and prices' }).isVisible()).toBe(
          true,
        );
      },
      { javaScriptEnabled: false },
    );
    await inPage(
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        expect(await slider(page).isVisible()).toBe(false);
        const told = page.getByText(
          'At 20,000 users in us-east-1, on demand, with all drivers high at once.',
        );
        expect(await told.isVisible()).toBe(true);
      },
      { hash: '#users=20000&region=us-east-1&scenario=high' },
    );
  });
});
