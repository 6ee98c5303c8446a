import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { runCli } from '../support/cli.ts';
import { SECRET, SECRET_ALIASES, SECRET_NAMES } from '../support/confidential.ts';
import { writeFiles } from '../support/content.ts';

let root: string;
let site: string;
let browser: Browser;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'archfolio-confidential-'));
  site = join(root, 'dist-offline');
  writeFiles(root, { ...SECRET, 'aliases.yaml': SECRET_ALIASES });
  const built = await runCli(['build', '--confidential', '--offline'], root);
  expect(built.stderr).not.toContain('error');
  expect(built.code).toBe(0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

it('names nobody in files, addresses, texts and drawings, and its bill is the ratio of what it was', async () => {
  const files = readdirSync(site, { recursive: true, withFileTypes: true });
  expect(files.map(({ name }) => name).filter((name) => SECRET_NAMES.test(name))).toEqual([]);
  for (const { parentPath, name } of files.filter((entry) => entry.isFile()))
    expect([name, SECRET_NAMES.test(readFileSync(join(parentPath, name), 'utf8'))]).toEqual([
      name,
      false,
    ]);
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const text = async () =>
    `${await page.title()} ${(await page.locator('body').textContent())?.replace(/\s+/g, ' ')}`;
  await page.goto(pathToFileURL(join(site, 'index.html')).href);
  const home = await text();
  expect(home).toContain('Robin Doe');
  expect(home).toContain('Company sells to 20,000 users for $4,500 a month.');
  await page
    .getByRole('link', { name: /Retail site/ })
    .first()
    .click();
  await page.waitForURL(/case-studies\/retail-site\/index\.html$/);
  const study = await text();
  expect(study).not.toMatch(SECRET_NAMES);
  expect(study).toContain('The Retail site sells over Relay, RELAY and relay_topic.');
  expect(study).toContain('drew it in 2026 with 12 boxes');
  // 40,000 users at 0.02 GB and $0.09 are $72: shown are 20,000, and half of it.
  expect(study).toContain('$36 a month');
  expect(study).not.toContain('$72');
  expect(await page.locator('figure svg[role=img]').first().textContent()).toContain('Relay');
  await page.getByRole('link', { name: 'who says so' }).click();
  await page.waitForURL(/elements\/retailSite\/relay\/index\.html$/);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('quellmark');
  await expect.poll(text).toMatch(/Nothing here holds/);
  await page.getByRole('combobox').fill('relay');
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(0);
  await page.goto(pathToFileURL(join(site, 'cost/retail-site/index.html')).href);
  expect(await text()).toContain('The next 1,000 users');
  expect(await page.locator('script[src*=explorer]').count()).toBe(0);
  expect(faults).toEqual([]);
});
