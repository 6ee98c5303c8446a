import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

/** Machines under load are slow to paint. */
const PATIENT = { timeout: 20_000 };
const VIEW = '/views/mobile-commerce-containers/';
let browser: Browser;
let server: StaticServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(inject('plainSite'));
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

beforeEach(async () => {
  await page.goto(server.origin + VIEW);
});

const named = (selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((box) => box.getAttribute('data-name')));
const percent = async () =>
  Number.parseInt((await page.locator('.joined .control').nth(1).textContent()) ?? '', 10);
const widthOf = (selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);

describe('an element that is pointed at or focused', () => {
  it.each(['pointer', 'focus'] as const)('lifts what it is joined to, by %s', async (by) => {
    const link = page.locator('svg.links a[aria-label^="Catalogue service"]');
    if (by === 'pointer') await link.hover();
    else await link.focus();
    expect((await named('.drawing.following .element.near')).toSorted()).toEqual([
      'API gateway',
      'Catalogue service',
      'Kafka',
      'PostgreSQL',
      'Redis',
    ]);
    expect(await named('.element.followed')).toEqual(['Catalogue service']);
    expect(await page.locator('.relationship.near').count()).toBe(4);
    const faint = page.locator('.element:not(.near)').first();
    await expect
      .poll(() => faint.evaluate((box) => Number(getComputedStyle(box).opacity)), PATIENT)
      .toBeLessThan(0.5);
    await page.locator('h2').first().hover();
    await page.locator('#main').focus();
    expect(await page.locator('.following, .near').count()).toBe(0);
  });
});

describe('zoom', () => {
  it('begins with what the page gives, and steps by buttons', async () => {
    const begun = await percent();
    expect(begun).toBeGreaterThanOrEqual(90);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await percent()).toBeCloseTo(begun * 1.25, -1);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(Math.abs((await percent()) - begun)).toBeLessThanOrEqual(1);
    await page.getByRole('button', { name: /show at 100 %/ }).click();
    expect(await percent()).toBe(100);
  });

  it('follows the keys while the focus is in the drawing, and only then', async () => {
    const begun = await percent();
    await page.keyboard.press('+');
    expect(await percent()).toBe(begun);
    await page.locator('div.frame').focus();
    await page.keyboard.press('+');
    expect(await percent()).toBeGreaterThan(begun);
    await page.keyboard.press('0');
    expect(await percent()).toBe(begun);
  });

  it('keeps what is under the pointer where it is', async () => {
    const box = page.locator('.element[data-name="API gateway"] .shape');
    const middle = await box.evaluate((shape) => {
      const { x, y, width, height } = shape.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(percent, PATIENT).toBeGreaterThan(150);
    const after = await box.evaluate((shape) => {
      const { x, y, width, height } = shape.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    expect(Math.abs(after.x - middle.x)).toBeLessThan(2);
    expect(Math.abs(after.y - middle.y)).toBeLessThan(2);
  });

  it('fits a drawing that is wider than a telephone, and drags what does not fit', async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await widthOf('svg.drawing')).toBeGreaterThan(await widthOf('div.frame'));
    await page.locator('div.frame').evaluate((frame) => frame.scrollTo(0, 0));
    await page.mouse.move(400, 500);
    await page.mouse.down();
    await page.mouse.move(300, 500, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator('div.frame').evaluate((frame) => frame.scrollLeft)).toBe(100);
    expect(page.url()).toBe(server.origin + VIEW);
    await page.getByRole('button', { name: 'Fit' }).click();
    expect(await widthOf('svg.drawing')).toBeLessThanOrEqual((await widthOf('div.frame')) + 1);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('fills the screen with the whole sheet, and comes back', async () => {
    const begun = await percent();
    await page.getByRole('button', { name: 'Full screen' }).click();
    await expect
      .poll(() => page.evaluate(() => document.fullscreenElement?.className))
      .toContain('desk');
    await expect
      .poll(() =>
        page
          .locator('div.frame')
          .evaluate((frame) => [
            frame.scrollWidth - frame.clientWidth,
            frame.scrollHeight - frame.clientHeight,
          ]),
      )
      .toEqual([0, 0]);
    const below = await page.evaluate(() => {
      const block = document.querySelector('.desk .title-block');
      return window.innerHeight - (block?.getBoundingClientRect().bottom ?? Infinity);
    });
    expect(below).toBeGreaterThan(0);
    // A boundary is as high as it was drawn.
    const [drawnHeight, height] = await page
      .locator('rect.frame')
      .first()
      .evaluate((rect) => [rect.getAttribute('height'), getComputedStyle(rect).height]);
    expect(height).toBe(`${drawnHeight}px`);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(percent, PATIENT).toBe(begun);
  });

  it('fills the screen with a key while the focus is in the drawing, and only then', async () => {
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await page.locator('main').focus();
    await page.keyboard.press('f');
    await page.locator('svg.links a').first().focus();
    await page.keyboard.press('Alt+f');
    expect(await isFull()).toBe(false);
    await page.keyboard.press('f');
    await expect.poll(isFull, PATIENT).toBe(true);
    await page.keyboard.press('f');
    await expect.poll(isFull, PATIENT).toBe(false);
  });
});

describe('on a telephone', () => {
  let phone: Page;
  beforeAll(async () => {
    phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  });
  const scrolled = () => phone.locator('div.frame').evaluate((frame) => frame.scrollLeft);

  it('a sequence opens at its beginning', async () => {
    await phone.goto(`${server.origin}/views/order-saga/`);
    expect(await phone.locator('.pan-track').isVisible()).toBe(true);
    expect(await scrolled()).toBe(0);
  });

  it('other drawings open on a box, and are seen as a whole by one button', async () => {
    await phone.goto(`${server.origin}/views/order-processing-components-saga/`);
    const box = await phone.locator('[data-focus]').boundingBox();
    expect(box?.x).toBeGreaterThan(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(390);
    await phone.getByRole('button', { name: 'Fit' }).click();
    expect(await phone.locator('.pan-track').isVisible()).toBe(false);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it.each(['an address', 'a link'])('a step is brought into sight by %s', async (by) => {
    await phone.goto('about:blank');
    await phone.goto(`${server.origin}/views/order-saga/${by === 'a link' ? '' : '#step-8'}`);
    if (by === 'a link') await phone.locator('a[data-to="8"]').click();
    await expect.poll(scrolled, PATIENT).toBeGreaterThan(0);
    const sides = await phone
      .locator('.relationship[data-order="8"]')
      .evaluate((line) => [line.getBoundingClientRect().left, line.getBoundingClientRect().right]);
    expect(Math.min(...sides)).toBeGreaterThan(0);
    expect(Math.max(...sides)).toBeLessThan(390);
  });
});

it('holds back what a sequence has not come to yet, bars and lifelines too', async () => {
  await page.goto(`${server.origin}/views/order-saga/#step-4`);
  const faint = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((part) => Number(getComputedStyle(part).opacity) < 0.5));
  await expect
    .poll(() => faint('.lifeline'), PATIENT)
    .toEqual([false, false, false, false, true, true, true, true]);
  await expect
    .poll(async () => (await faint('.activation')).toSorted(), PATIENT)
    .toEqual([false, false, false, false, true, true, true, true, true]);
});

it('prints its tables whole on A4', async () => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  // What the margins of the paper leave.
  const wide = await page.evaluate(() => {
    document.body.style.width = '182mm';
    const right = document.body.getBoundingClientRect().right;
    return [...document.querySelectorAll('.tables :is(th, td)')].filter(
      (cell) => cell.getBoundingClientRect().right > right,
    ).length;
  });
  expect(wide).toBe(0);
  const said = await page
    .locator('.tables table')
    .first()
    .evaluate((table) => {
      const column = [...table.querySelectorAll('thead th')].find(
        ({ textContent }) => textContent?.trim() === 'What it does',
      );
      return column?.getBoundingClientRect().width;
    });
  expect(said).toBeGreaterThan(110);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('notes each address that a text leads to once on paper, and takes the notes away again', async () => {
  await page.goto(`${server.origin}/case-studies/mobile-commerce/runbook/`);
  const shown = () =>
    page.evaluate(() => [
      [...document.querySelectorAll('main sup')].map(({ textContent }) => textContent.trim()),
      [...document.querySelectorAll('.link-notes li')].map(({ textContent }) => textContent),
    ]);
  await page.evaluate(() => {
    const text = document.createElement('p');
    for (const [words, href] of [
      ['one', 'https://example.org/1'],
      ['two', 'https://example.org/2'],
      ['one again', 'https://example.org/1'],
      ['inside', '/adrs/'],
      ['here', '#main'],
    ] as const) {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = words;
      text.append(link);
    }
    const section = document.createElement('section');
    section.className = 'prose';
    section.append(text);
    document.querySelector('main')?.replaceChildren(section);
    dispatchEvent(new Event('beforeprint'));
  });
  expect(await shown()).toEqual([
    ['1', '2', '1', '3'],
    ['https://example.org/1', 'https://example.org/2', `${server.origin}/adrs/`],
  ]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await shown()).toEqual([[], []]);
});

describe('copies', () => {
  const copy = async (name: string) => {
    await page.getByText('Copy as…').click();
    await page.locator('.menu').getByRole('button', { name, exact: true }).click();
    await expect
      .poll(() => page.locator('.said[role="status"]').textContent(), PATIENT)
      .toBe(`${name} copied`);
  };
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  it.each(['Mermaid', 'PlantUML', 'C4-PlantUML', 'DOT'])('are the text in %s', async (name) => {
    await copy(name);
    const text = await page.locator(`pre[data-notation="${name}"]`).textContent();
    expect(text).toContain('Catalogue service');
    expect(text).toBe(text?.trim());
    expect((await clipboard()).replaceAll('\r\n', '\n')).toBe(`${text}\n`);
  });

  it('are an SVG that needs nothing of the page', async () => {
    await copy('SVG');
    const svg = await clipboard();
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toMatch(/var\(|light-dark\(|class="[^"]*near/);
  });

  it('are a PNG of twice the size, with the fonts of the drawing', async () => {
    await copy('PNG');
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType('image/png');
      const { width, height } = await createImageBitmap(blob ?? new Blob());
      return { width, height };
    });
    const file = await page.request.get(`${server.origin}/views/mobile-commerce-containers.svg`);
    const viewBox = /viewBox="([^"]+)"/.exec(await file.text())?.[1];
    const [, , width = 0, height = 0] = (viewBox ?? '').split(' ').map(Number);
    expect(size).toEqual({ width: Math.round(width) * 2, height: Math.round(height) * 2 });
  });
});

it('leaves the file, the words and the code to readers without scripts', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(server.origin + VIEW);
  expect(await still.locator('drawing-tools').getByRole('link').allTextContents()).toEqual([
    expect.stringContaining('Download'),
    expect.stringContaining('In words'),
  ]);
  expect(await still.getByRole('button').count()).toBe(0);
  await still.locator('#as-code summary').first().click();
  expect(await still.locator('#as-code pre').first().isVisible()).toBe(true);
  const { scrollWidth, clientWidth } = await still
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  expect(scrollWidth).toBe(clientWidth);
  const file = await still.request.get(`${server.origin}/views/mobile-commerce-containers.svg`);
  expect(file.headers()['content-type']).toContain('image/svg+xml');
  expect(await file.text()).toContain('@font-face');
  await plain.close();
});
