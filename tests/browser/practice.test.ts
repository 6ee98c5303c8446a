import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';

const site = browsedSite();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** What the session of fifteen minutes asks for, in its order, with its minutes. */
const PLAN = [
  ['design', '5:00'],
  ['decision', '2:00'],
  ['decision', '2:00'],
  ['failure', '2:00'],
  ['cost', '2:00'],
  ['behavioural', '2:00'],
];

/** The page in a tab of its own, with a clock that only the test moves. */
async function practising(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
  query = '',
): Promise<void> {
  const context = await site.browser().newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.clock.install({ time: new Date('2026-11-18T10:00:00') });
  await page.goto(`${site.origin}/practice/${query}`);
  await page.clock.pauseAt(new Date('2026-11-18T11:00:00'));
  await look(page);
  expect(faults).toEqual([]);
  await context.close();
}

/** The one question in sight, and whether its answer is. */
const asked = (page: Page) =>
  page.locator('.question:visible').evaluateAll((all) =>
    all.map((one) => ({
      kind: one.getAttribute('data-kind'),
      open: [...one.querySelectorAll('details')].filter(({ open }) => open).length,
      isFocused: one.contains(document.activeElement),
    })),
  );
const text = (page: Page, selector: string) => page.locator(selector).textContent();
const clocks = (page: Page) =>
  Promise.all(['.this-clock', '.all-clock'].map((one) => text(page, one)));
const marksKept = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('practice /practice/') ?? '{}'));
/** What breaks axe's rules in either theme; axe waits for timers, and needs a clock that goes. */
async function wrongIn(page: Page): Promise<string[]> {
  await page.clock.resume();
  const light = await violationsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await violationsOf(page, ['color-contrast']))];
}
/** The cells of each question's row, which on a phone stand below each other. */
const results = (page: Page) =>
  page
    .locator('.result tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent).join('\t')),
    );

it('holds an interview of fifteen minutes on a phone, by the keyboard', async () => {
  await practising(PHONE, async (page) => {
    await page.getByRole('button', { name: '15 minutes', exact: true }).focus();
    await page.keyboard.press('Enter');
    for (const [place, [kind, time]] of PLAN.entries()) {
      expect(await asked(page)).toEqual([{ kind, open: 0, isFocused: true }]);
      expect(await text(page, '.where')).toBe(`Question ${place + 1} of 6`);
      expect((await clocks(page))[0]).toBe(`${time} left`);
      await page.clock.runFor(60_000);
      await page.keyboard.press('a');
      expect(await asked(page)).toEqual([{ kind, open: 1, isFocused: true }]);
      if (place === 1) {
        expect(await clocks(page)).toEqual(['1:00 left', '13:00 left']);
        expect(await text(page, '.said')).toBe('One minute left for this question.');
        await page.keyboard.press('p');
        await page.clock.runFor(600_000);
        expect(await clocks(page)).toEqual(['1:00 left', '13:00 left']);
        expect(await text(page, '.said')).toBe('The clock stands.');
        await page.keyboard.press('p');
        await page.clock.runFor(75_000);
        expect((await clocks(page))[0]).toBe('0:15 over');
        expect(await text(page, '.said')).toBe('The time for this question is over.');
      }
      await page.keyboard.press(place === 1 ? 'r' : place === 2 ? 'n' : 'y');
    }
    const rows = await results(page);
    expect(rows.map((row) => row.split('\t').slice(1).join(' '))).toEqual([
      '1:00 of 5:00 Said well',
      '2:15 of 2:00 To say again',
      '1:00 of 2:00 No mark',
      ...Array.from({ length: 3 }, () => '1:00 of 2:00 Said well'),
    ]);
    expect(await text(page, '.told')).toBe('15 minutes: 7:15 of 15:00.');
    expect(await page.getByRole('heading', { name: 'How it went' }).isVisible()).toBe(true);
    expect(Object.values(await marksKept(page)).toSorted()).toEqual([
      'again',
      ...Array.from({ length: 4 }, () => 'well'),
    ]);
    expect(await wrongIn(page)).toEqual([]);
    await page.reload();
    expect(await text(page, '.known')).toBe('5 practised: 4 said well, 1 to say again.');
    await page.getByRole('combobox', { name: 'How it went' }).selectOption('again');
    expect(await text(page, '.shown')).toMatch(/^1 of \d+ questions$/);
    await page.getByRole('button', { name: 'Clear progress' }).press('Enter');
    expect(await marksKept(page)).toEqual({});
    expect(await page.getByText('No question is all of that.').isVisible()).toBe(true);
  });
});

it('holds it by touch, each button large enough for a thumb and none of it out of sight', async () => {
  await practising(PHONE, async (page) => {
    const tap = (name: string) => page.getByRole('button', { name, exact: true }).tap();
    await tap('15 minutes');
    for (const [kind] of PLAN) {
      expect(await asked(page)).toMatchObject([{ kind, open: 0 }]);
      await page.clock.runFor(30_000);
      await tap('Answer');
      expect(await asked(page)).toMatchObject([{ kind, open: 1 }]);
      await page.mouse.wheel(0, 2000);
      const boxes = await page
        .locator('.session button')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      expect(boxes).toHaveLength(6);
      if (kind === 'design') expect(await wrongIn(page)).toEqual([]);
      for (const { top, left, right, height } of boxes) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThan(200);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(390);
        expect(height).toBeGreaterThanOrEqual(44);
      }
      await tap('Said well');
    }
    expect(await results(page)).toHaveLength(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

it('draws for a study, opens a drill step by step, and ends when it is told to', async () => {
  await practising(
    {},
    async (page) => {
      expect(await page.getByRole('combobox', { name: 'Study' }).inputValue()).toBe(
        'iot-ingestion',
      );
      const studies = await page
        .locator('.question:visible')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-studies')?.split(' ')));
      expect(studies.length).toBeGreaterThan(5);
      for (const one of studies) expect(one).toContain('iot-ingestion');
      await page.getByRole('button', { name: '15 minutes', exact: true }).click();
      await page.keyboard.press('n');
      expect(await page.locator('.question:visible').getAttribute('data-studies')).toBe(
        'iot-ingestion',
      );
      await page.keyboard.press('Escape');
      expect(await results(page)).toHaveLength(2);
      await page.getByRole('combobox', { name: 'Kind' }).selectOption('ambiguity');
      await page.keyboard.press('a');
      await page.getByRole('button', { name: 'All below, shuffled' }).click();
      for (const open of [1, 2, 3, 4, 0]) {
        await page.keyboard.press('a');
        expect(await asked(page)).toMatchObject([{ kind: 'ambiguity', open }]);
      }
    },
    '?study=iot-ingestion',
  );
});

it('dates the week from the day that is chosen, and gives it as a file', async () => {
  await practising({ acceptDownloads: true, locale: 'en-GB' }, async (page) => {
    const first = page.getByLabel('First day');
    expect(await first.inputValue()).toBe('2026-11-23');
    await first.fill('2027-02-26');
    await first.dispatchEvent('change');
    const days = await page
      .locator('practice-schedule time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect([days.length, days[0], days[3]]).toEqual([7, '2027-02-26', '2027-03-01']);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the calendar' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toBe('interview-practice.ics');
    expect(text.match(/^DTSTART.*$/gm)?.map((line) => line.trim())).toEqual(
      days.map((day) => `DTSTART;VALUE=DATE:${day?.replaceAll('-', '')}`),
    );
    expect(text).not.toMatch(/[^\r]\n/);
    const served = await (await fetch(`${site.origin}/practice/schedule.ics`)).text();
    expect(text.replaceAll(/DT(?:START|END|STAMP).*/g, '')).toBe(
      served.replaceAll(/DT(?:START|END|STAMP).*/g, ''),
    );
  });
});

it('works where the browser keeps nothing, and is a list without scripts', async () => {
  await practising({}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('closed', 'SecurityError');
        },
      });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Take the time' }).first().click();
    await page.keyboard.press('y');
    expect(await text(page, '.known')).toBe('1 practised: 1 said well, 0 to say again.');
  });
  const context = await site.browser().newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/practice/`);
  expect(await page.locator('practice-bank button:visible').count()).toBe(0);
  expect(await page.locator('practice-bank form').isVisible()).toBe(false);
  const questions = await page.locator('.question:visible').count();
  expect(questions).toBe(Number(await text(page, '.numeral')));
  await page.locator('summary').first().click();
  expect(await page.getByText('Requirements').first().isVisible()).toBe(true);
  await context.close();
});
