import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { contentFolder } from '../support/content.ts';

const VIEW = 'mobile-commerce-containers';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1600, height: 1600 } });
});

afterAll(() => browser.close());

it('puts outlines where the browser puts the text', async () => {
  const root = contentFolder({});
  const pixels = async (extra: readonly string[], name: string) => {
    const folder = `${root}/${name}`;
    const args = ['export', `${PROJECT}/workspace.dsl`, '--view', VIEW, '--output', folder];
    await runCli([...args, '--format', 'svg', ...extra]);
    await page.setContent(readFileSync(`${folder}/${VIEW}.svg`, 'utf8'));
    await page.evaluate(() => document.fonts.ready);
    const shot = sharp(await page.screenshot()).greyscale();
    return (await shot.blur(1).raw().toBuffer({ resolveWithObject: true })).data;
  };
  const text = await pixels([], 'text');
  const paths = await pixels(['--text-as-paths'], 'paths');
  let apart = 0;
  for (const [at, value] of text.entries()) if (Math.abs(value - (paths[at] ?? 0)) > 40) apart += 1;
  // Letters are smoothed another way; a word that stood elsewhere would be thousands of pixels.
  expect(apart / text.length).toBeLessThan(0.0005);
});
