import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnBrowser, launchBrowser } from '../support/chromium.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { comparePictures, smallest } from '../support/pictures.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

/**
 * Pictures of every kind of view and of every shape, as pages show them in both themes, beside those in
 * `gallery/`. Two pictures are the same when at most one pixel in 20,000 has a channel that is off by
 * more than 16 of 255 (`support/pictures.ts`). Only the browser that comes with the development
 * dependencies is compared, on x64 Linux: another draws letters another way.
 *
 * `npm run update-gallery` takes the pictures anew; look at each that changed before it is committed.
 */
const STORED = `${PROJECT}/tests/browser/gallery`;
/** Where pictures go that are not as they were. */
const FAILED = `${PROJECT}/.cache/gallery-diff`;
const UPDATES = process.env.UPDATE_GALLERY === '1';
const THEMES = ['light', 'dark'] as const;
const DRAWING = 'pan-frame';

/** A name, the page that is looked at, and what of it. */
const SHOWN = [
  ...[
    ...['landscape', 'context', 'containers', 'components', 'collaboration', 'sequence'],
    ...['deployment', 'systems', 'things', 'shapes', 'looks', 'full'],
  ].map((key) => ({ name: key, address: `/views/${key}/`, part: DRAWING })),
  { name: 'perspective', address: '/views/containers/#perspective-security', part: DRAWING },
  { name: 'step', address: '/views/collaboration/#step-2', part: DRAWING },
  { name: 'photograph', address: '/views/photograph/', part: 'img:visible' },
];
const SHOTS = [
  ...SHOWN.flatMap((of) =>
    THEMES.map((theme) => ({ ...of, theme, file: `${of.name}-${theme}.png` })),
  ),
  // A file of its own is light wherever it is shown.
  { address: '/views/components.svg', part: 'svg', theme: 'light', file: 'file.png' } as const,
];
const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 8L4 0L8 8Z" fill="#8a1538"/></svg>';

if (!isOwnBrowser()) {
  console.warn(
    'The gallery is NOT compared: its pictures are those of the bundled browser on x64 Linux.',
  );
}

describe.skipIf(!isOwnBrowser())('the gallery', () => {
  let root: string;
  let browser: Browser;
  let server: StaticServer;
  let page: Page;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'archfolio-gallery-'));
    for (const file of ['workspace.dsl', 'boat.svg']) copy(`${STORED}/${file}`, file);
    copy(`${PROJECT}/tests/golden/svg/gallery.dsl`, 'gallery.dsl');
    writeFileSync(`${root}/mark.svg`, MARK);
    const { code, stdout, stderr } = await runCli(['build', '--root', root]);
    if (code !== 0) throw new Error(`The gallery does not build.\n${stdout}\n${stderr}`);
    browser = await launchBrowser();
    server = await serveFolder(`${root}/dist`);
    // Without scripts there are no buttons to wait for, and nothing fades.
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1000 },
      bypassCSP: true,
      javaScriptEnabled: false,
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    rmSync(FAILED, { recursive: true, force: true });
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const copy = (from: string, to: string) => writeFileSync(`${root}/${to}`, readFileSync(from));

  /** A picture of a part of a page. */
  async function shot(address: string, part: string, theme: (typeof THEMES)[number]) {
    await page.emulateMedia({ colorScheme: theme });
    if (page.url() !== server.origin + address) await page.goto(server.origin + address);
    return page.locator(part).first().screenshot();
  }

  it.each(SHOTS)('$file is as it was', async ({ file, address, part, theme }) => {
    const actual = await shot(address, part, theme);
    if (UPDATES) {
      await update(file, actual);
      return;
    }
    const { same, words, shown } = await comparePictures(stored(file), actual);
    if (same) return;
    mkdirSync(FAILED, { recursive: true });
    writeFileSync(`${FAILED}/${file}`, actual);
    if (shown) writeFileSync(`${FAILED}/${file.replace('.png', '.diff.png')}`, shown);
    expect.fail(`${file} differs by ${words}; see ${FAILED}`);
  });

  it('has no picture that nothing is compared with', () => {
    const files = readdirSync(STORED).filter((file) => file.endsWith('.png'));
    expect(files.toSorted()).toEqual(SHOTS.map(({ file }) => file).toSorted());
  });

  // A comparison that lets everything pass would keep all of the above green.
  it.each([
    ['a label that moved by a pixel', '.relationship text', 'transform: translateX(1px)'],
    ['letters a little further apart', '.element text', 'letter-spacing: .2px'],
    ['a box in another colour', '.element .shape', 'fill: #d5e4d2'],
    ['a line that is gone', '.relationship', 'display: none'],
  ])('notices %s', async (_, selector, style) => {
    await shot('/views/components/', DRAWING, 'light');
    await page
      .locator(selector)
      .first()
      .evaluate((element, own) => element.setAttribute('style', own), style);
    const changed = await page.locator(DRAWING).screenshot();
    await page.goto('about:blank');
    expect(await comparePictures(stored('components-light.png'), changed)).toMatchObject({
      same: false,
    });
  });
});

function stored(file: string): Buffer {
  try {
    return readFileSync(`${STORED}/${file}`);
  } catch (cause) {
    throw new Error(`${file} is not stored; npm run update-gallery takes it`, { cause });
  }
}

/** Keeps a picture that is the same, so that the repository does not grow. */
async function update(file: string, actual: Buffer): Promise<void> {
  try {
    if ((await comparePictures(readFileSync(`${STORED}/${file}`), actual)).same) return;
  } catch {
    // It is new.
  }
  writeFileSync(`${STORED}/${file}`, await smallest(actual));
}
