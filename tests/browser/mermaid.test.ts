import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/chromium.ts';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_WORKSPACE } from '../support/content.ts';
import { serveFolder } from '../support/static-server.ts';

const RECORD = `# 1. Use a queue

Date: 2026-01-01

## Status

Accepted

## Context

\`\`\`mermaid
flowchart LR
  a[Start] --> b[A long way] --> c[to go] --> d[before it] --> e[comes to] --> f[an end]
\`\`\`

## Decision

Yes.

## Consequences

None.
`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

it('shows one picture of a diagram, that of the theme, within the page', async () => {
  const root = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE, 'adrs/0001-queue.md': RECORD });
  await runCli(['build', '--root', root, '--output', `${root}/site`]);
  const server = await serveFolder(`${root}/site`);
  onTestFinished(() => server.stop());
  for (const [shown, hidden, width] of [
    ['light', 'dark', 1280],
    ['dark', 'light', 1280],
    ['light', 'dark', 390],
  ] as const) {
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme: shown,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${server.origin}/adrs/0001-queue/`);
    const picture = page.locator(`.mermaid .in-${shown}`);
    const other = page.locator(`.mermaid .in-${hidden}`);
    await picture.scrollIntoViewIfNeeded();
    const loaded = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(loaded).toBeGreaterThan(600);
    expect(await other.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    expect(await violationsOf(page)).toEqual([]);

    // The reader's own choice stands above the system's.
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, hidden);
    expect(await other.isVisible()).toBe(true);
    expect(await picture.isVisible()).toBe(false);
    await context.close();
  }
});
