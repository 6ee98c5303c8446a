import { cpSync, readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { takeOffline } from '#integration/offline/offline-site.ts';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';
import { PROJECT } from '../support/cli.ts';

const site = browsedSite();
const DISK = `${PROJECT}/.cache/test-walkthrough-disk`;
const WALK = '/walkthrough/mobile-commerce/5-min/';

interface Stop {
  readonly id: string;
  readonly title: string;
  readonly seconds: Readonly<Record<string, number>>;
}

const yaml = readFileSync(`${PROJECT}/case-studies/mobile-commerce/walkthrough.yaml`, 'utf8');
const STOPS = (parse(yaml) as Stop[]).filter(({ seconds }) => seconds['5-min'] !== undefined);

beforeAll(() => {
  rmSync(DISK, { recursive: true, force: true });
  cpSync(inject('plainSite'), DISK, { recursive: true });
  takeOffline(DISK);
});

afterAll(() => rmSync(DISK, { recursive: true, force: true }));

/** Opens an address with everything that goes wrong on the way kept. */
async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await site.browser().newContext({
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  onTestFinished(() => context.close());
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  return { page, faults };
}

/** Messages between windows, and a stage that has to be found again, take their time. */
const soon = <T>(look: () => Promise<T> | T) => expect.poll(look, { timeout: 10_000 });
const anchor = (page: Page) => page.evaluate(() => location.hash.slice(1));
const titleOn = (page: Page) => page.locator('.stop.on h2').textContent();
const isBlack = (page: Page) =>
  page
    .locator('.walk-black.on')
    .evaluateAll((boxes) => boxes.map((box) => getComputedStyle(box).backgroundColor));

describe.each([
  ['over HTTP', () => `${site.origin}${WALK}`],
  ['from a disk', () => `${pathToFileURL(DISK).href}${WALK}index.html`],
])('a walkthrough of five minutes %s', (_, address) => {
  it('is given by the keyboard, with the notes in a second window', async () => {
    const { page, faults } = await open(address());
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('p');
    const notes = await opened;
    const told = () => notes.locator('.cue.now h2').textContent();
    await notes.locator('.desk-head').waitFor();

    const visited: string[] = [];
    for (let press = 0; press < 40 && visited.at(-1) !== STOPS.at(-1)?.id; press++) {
      await page.keyboard.press(press % 2 === 0 ? 'PageDown' : 'ArrowRight');
      const id = await anchor(page);
      if (id !== visited.at(-1)) visited.push(id);
      await soon(told).toBe(await titleOn(page));
    }
    expect(visited).toEqual(STOPS.map(({ id }) => id));
    expect(await page.locator('.walk-clock').textContent()).toMatch(/^\d:\d\d of 5:00/);

    // The speaker's page leads as well.
    await notes.keyboard.press('Home');
    await soon(() => anchor(page)).toBe(STOPS[0]?.id);
    await notes.keyboard.press('ArrowRight');
    await soon(() => titleOn(page)).toBe(STOPS[1]?.title);
    await soon(told).toBe(STOPS[1]?.title);
    expect(await notes.locator('.desk-screens').textContent()).toContain(
      `Next, 3 of ${STOPS.length}: ${STOPS[2]?.title}`,
    );
    await notes.keyboard.press('b');
    await soon(() => isBlack(page)).toEqual(['rgb(0, 0, 0)']);
    await page.keyboard.press('.');
    expect(await isBlack(page)).toEqual([]);

    // Each stop is an address: back and forward go from one to the other, and a new page opens there.
    await page.goBack();
    await soon(() => titleOn(page)).toBe(STOPS[0]?.title);
    await page.goForward();
    await soon(() => titleOn(page)).toBe(STOPS[1]?.title);
    await soon(told).toBe(STOPS[1]?.title);
    await page.reload();
    expect(await titleOn(page)).toBe(STOPS[1]?.title);
    await page.keyboard.press('End');
    await soon(told).toBe(STOPS.at(-1)?.title);
    expect(faults).toEqual([]);
  });
});

describe('a stage', () => {
  it('has words of at least 21 pixels, and of at least 15 in drawings', async () => {
    const { page } = await open(`${site.origin}/walkthrough/mobile-commerce/30-min/`, {
      reducedMotion: 'reduce',
    });
    const small = new Set<string>();
    for (let press = 0; press < 30; press++) {
      for (const text of await page.evaluate(smallTexts)) small.add(text);
      await page.keyboard.press('ArrowRight');
    }
    expect([...small]).toEqual([]);
    expect(await titleOn(page)).toBe('What I would do differently');
  });

  it('moves from level to level, and at once for whoever wants no motion', async () => {
    const running = async (reducedMotion: 'reduce' | 'no-preference') => {
      const { page } = await open(`${site.origin}${WALK}#what`, { reducedMotion });
      await page.keyboard.press('ArrowRight');
      return page.evaluate(() => document.getAnimations().length);
    };
    expect(await running('no-preference')).toBeGreaterThan(0);
    expect(await running('reduce')).toBe(0);
  });

  it('is turned by a finger', async () => {
    const { page } = await open(`${site.origin}${WALK}#what`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const devtools = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        devtools.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: x === undefined ? [] : [{ x, y: 200 }],
        });
      await touch('touchStart', from);
      await touch('touchMove', (from + to) / 2);
      await touch('touchMove', to);
      await touch('touchEnd');
    };
    await swipe(320, 60);
    await soon(() => anchor(page)).toBe(STOPS[1]?.id);
    await swipe(60, 320);
    await soon(() => anchor(page)).toBe(STOPS[0]?.id);
  });
});

it('has title, sentence and figure of every stop in sight on a telephone', async () => {
  const { page } = await open(`${site.origin}/walkthrough/order-processing/15-min/`, {
    viewport: { width: 390, height: 844 },
  });
  const stops = await page
    .locator('section.stop')
    .evaluateAll((all) => all.map(({ id }) => `#${id}`));
  for (const stop of stops) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, stop);
    const foot = page.locator(`${stop} .foot`);
    await soon(() => foot.isVisible()).toBe(true);
    const below = await foot.evaluate((one) => one.scrollHeight - one.clientHeight);
    expect([stop, below]).toEqual([stop, 0]);
  }
});

describe('the same page', () => {
  it('is read by scrolling, with a script and without one', async () => {
    const { page } = await open(`${site.origin}${WALK}#stock`);
    await page.keyboard.press('s');
    expect(await page.locator('.stop h2:visible').count()).toBe(STOPS.length);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.keyboard.press('s');
    expect(await titleOn(page)).toBe('The last pair of shoes');

    const plain = await open(`${site.origin}${WALK}`, { javaScriptEnabled: false });
    expect(await plain.page.locator('.stop h2:visible').count()).toBe(STOPS.length);
    expect(await plain.page.locator('.stop .hand-out:visible').count()).toBe(STOPS.length);
    expect(await plain.page.locator('.walk-bar').count()).toBe(0);
  });

  it('is printed as a hand-out: every stop, drawings whole and no wider than the paper', async () => {
    const { page } = await open(`${site.origin}${WALK}#stock`);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 688, height: 1000 });
    const boards = await page.locator('.board').evaluateAll((all) =>
      all.map((board) => ({
        moved: getComputedStyle(board).transform,
        fits: board.getBoundingClientRect().right <= document.documentElement.clientWidth,
        seen: board.checkVisibility({ visibilityProperty: true }),
      })),
    );
    const shown = STOPS.filter((stop) => 'view' in stop).length;
    expect(boards).toEqual(Array(shown).fill({ moved: 'none', fits: true, seen: true }));
    expect(await page.locator('.hand-out:visible').count()).toBe(STOPS.length);
    expect(await page.locator('.walk-bar:visible').count()).toBe(0);
  });

  it.each([
    ['the opening', WALK, ''],
    ['a bill', `${WALK}#cost`, ''],
    ['a decision', '/walkthrough/mobile-commerce/30-min/#wrong', ''],
    ['the keys', WALK, '?'],
    ['the scroll', WALK, 's'],
    ['the notes', `${WALK}presenter/#stock`, ''],
  ])('has no violation of axe in either theme: %s', async (__, path, key) => {
    const { page } = await open(`${site.origin}${path}`, { bypassCSP: true });
    if (key) await page.keyboard.press(key);
    const light = await violationsOf(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([light, await violationsOf(page)]).toEqual([[], []]);
  });
});

/** Words on the stage that are smaller than can be read from the back of a room. */
function smallTexts(): string[] {
  return [...document.querySelectorAll('walk-through *')].flatMap((element) => {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const style = getComputedStyle(element);
    if (!own || style.visibility === 'hidden' || /^(?:title|desc)$/.test(element.tagName))
      return [];
    if (element.closest('.visually-hidden') || element.getClientRects().length === 0) return [];
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    const size = Number.parseFloat(style.fontSize) * scale;
    const least = element instanceof SVGElement ? 15 : 21;
    return size < least - 0.01 ? [`${element.textContent} ${size}`] : [];
  });
}
