import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { browsedSite } from '../support/browsed-site.ts';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE, writeFiles } from '../support/content.ts';
import { serveFolder } from '../support/static-server.ts';

const site = browsedSite();
const REVIEW = '/review/cost-aware-backend/';

/** What a reviewer says, by the name of the place that it is said of. */
const SAID: readonly (readonly [place: RegExp, words: string])[] = [
  [/on Do you know what it costs/, 'Yes, but not who pays.'],
  [/on Drawing: .*containers$|on .*: containers$/, 'Where is the queue?'],
  [/on 0019 .*: Context/, 'How many misses?\n\n# And when?'],
  [/on Element: /, 'Which version?'],
  [/on Cost: .*,/, 'For how long?'],
  [/on Requirement: /, 'Over which month?'],
];

async function tab(context?: BrowserContext): Promise<Page> {
  const own = context ?? (await site.browser().newContext({ bypassCSP: true }));
  if (!context) onTestFinished(() => own.close());
  return own.newPage();
}

const opened = (page: Page, place: RegExp) => page.getByRole('button', { name: place }).first();
const fields = (page: Page) =>
  page
    .locator('.remark textarea:visible')
    .evaluateAll((all) =>
      all.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')),
    );

/** Comments on all of them; gives the file that the page then offers. */
async function comment(page: Page): Promise<string> {
  for (const [place, words] of SAID) {
    await opened(page, place).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(words);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).first().click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

describe('a review', () => {
  it('keeps six comments, shows them in another tab, and the command line finds their places', async () => {
    const page = await tab();
    await page.goto(site.origin + REVIEW);
    expect(await fields(page)).toEqual([]);
    const markdown = await comment(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page, ['color-contrast'])).toEqual([]);

    await page.reload();
    expect((await fields(page)).toSorted()).toEqual(SAID.map(([, words]) => words).toSorted());
    expect(await page.locator('.review-tools .count').first().textContent()).toBe(
      '6 comments, kept in this browser as you type.',
    );

    const other = await tab(page.context());
    await other.goto(site.origin + REVIEW);
    await opened(other, /on For each choice/).click();
    await other.keyboard.insertText('From the other tab.');
    await page.locator('.count', { hasText: '7 comments' }).first().waitFor();
    expect(await fields(page)).toContain('From the other tab.');

    const root = contentFolder({ 'review.md': `${markdown}\n### 7. Gone · \`/elements/gone/\`\n` });
    const { code, stdout } = await runCli(['review', 'import', join(root, 'review.md'), '--json']);
    const { study, comments, diagnostics } = JSON.parse(stdout);
    expect([code, study]).toEqual([0, 'cost-aware-backend']);
    expect(comments.map((one: { text: string }) => one.text).toSorted()).toEqual(
      ['', ...SAID.map(([, words]) => words)].toSorted(),
    );
    const places = comments.map((one: { file?: string; line?: number; exists: boolean }) =>
      one.exists ? `${one.file}${one.line === undefined ? '' : ':line'}` : 'no more',
    );
    expect(places.toSorted()).toEqual([
      expect.stringMatching(/^adrs\/0019-.*\.md:line$/),
      'case-studies/cost-aware-backend/index.mdx',
      'case-studies/cost-aware-backend/model.dsl:line',
      'case-studies/cost-aware-backend/nfrs.yaml:line',
      'case-studies/cost-aware-backend/views.dsl:line',
      'cost-models/cost-aware-backend.ts:line',
      'no more',
    ]);
    expect(diagnostics.map((one: { code: string }) => one.code)).toEqual(['vanished-anchor']);

    await page.getByRole('button', { name: 'Clear…' }).first().click();
    await page.getByRole('button', { name: 'Keep them' }).click();
    expect(await fields(page)).toHaveLength(7);
    await page.getByRole('button', { name: 'Clear…' }).first().click();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    expect(await fields(page)).toEqual([]);
  });

  it('lists comments on what is not there, and says so where nothing can be kept', async () => {
    const page = await tab();
    await page.addInitScript(() => {
      localStorage.setItem(
        'archfolio.review cost-aware-backend /elements/gone/',
        JSON.stringify({ label: 'Element: Gone', text: 'Why?' }),
      );
    });
    await page.goto(site.origin + REVIEW);
    expect(await page.locator('.lost').textContent()).toContain('Element: Gone /elements/gone/');
    expect(await fields(page)).toEqual(['Why?']);

    const closed = await tab();
    await closed.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('closed', 'SecurityError');
        },
      });
    });
    await closed.goto(site.origin + REVIEW);
    await opened(closed, /on For each choice/).click();
    await closed.keyboard.insertText('Lost soon.');
    expect(await closed.locator('.count').first().textContent()).toMatch(
      /^1 comment, and this browser keeps none: copy or download/,
    );
  });

  it('has an address beside each part of a page, which the keyboard copies', async () => {
    const context = await site.browser().newContext({ bypassCSP: true });
    onTestFinished(() => context.close());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await tab(context);
    await page.goto(`${site.origin}/cost/cost-aware-backend/`);
    const link = page.locator('#lines tbody .copy-link').first();
    await link.focus();
    expect(await link.evaluate((one) => getComputedStyle(one).opacity)).toBe('1');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toBe(
      `${site.origin}/cost/cost-aware-backend/${await link.getAttribute('href')}`,
    );
    expect(page.url()).toBe(`${site.origin}/cost/cost-aware-backend/`);
  });
});

describe('a frozen review', () => {
  const content = {
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/index.mdx': `${SMALL_STUDY}\n## Why\n\nThey are read.\n\n### At night\n\nLess so.\n`,
  };

  it('stays as it is, tells what changed since, and asks for nothing else', async () => {
    const root = contentFolder(content);
    const freeze = ['review', 'freeze', 'site', '--root', root, '--date'];
    const frozen = await runCli([...freeze, '2026-11-22']);
    const [, file = '', digest = ''] =
      /^(\S+2026-11-22-([0-9a-f]{16})\.html)$/m.exec(frozen.stdout) ?? [];
    expect(frozen.code).toBe(0);
    const bytes = readFileSync(join(root, file));
    expect((await runCli([...freeze, '2026-12-01'])).stdout).toContain(`${file}\nThis state was`);

    const build = ['build', '--root', root, '--base', '/b', '--output', join(root, 'dist')];
    const page = await tab();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('console', (message) => asked.push(message.text()));
    const banner = page.locator('review-difference');
    const look = async () => {
      const built = await runCli(build);
      expect([built.code, built.stderr]).toEqual([0, built.stderr]);
      expect(readFileSync(join(root, 'dist/review/site', digest, 'index.html'))).toEqual(bytes);
      const server = await serveFolder(join(root, 'dist'), '/b');
      await page.goto(`${server.origin}/b/review/site/${digest}/`);
      await banner.waitFor();
      await server.stop();
      return ((await banner.textContent()) ?? '').replace(/\s+/g, ' ');
    };
    expect(await look()).toContain('Frozen on 22 November 2026. Nothing has changed since.');
    expect(asked).toEqual([`/b/review/site/${digest}/`, '/b/review/site/state.json']);

    writeFiles(root, {
      'workspace.dsl': SMALL_WORKSPACE.replace(
        'reader -> site.pages',
        'editor = person "Editor"\n    editor -> site.pages "Writes"\n    reader -> site.pages',
      ),
      'case-studies/site/index.mdx': content['case-studies/site/index.mdx'].replace(
        'They are read.',
        'They are read, and written.',
      ),
      'adrs/0001-write.md':
        '---\nstudies: [site]\n---\n# 1. Write\n\nDate: 2026-11-23\n\n## Status\n\nAccepted\n\n## Context\n\nEditors.\n\n## Decision\n\nWe let them.\n',
    });
    const changes = await look();
    expect(changes).toContain('What changed since');
    expect(changes).toMatch(/Sections ?±1 ?± Why/);
    expect(changes).toMatch(/Elements ?\+1 ?\+ Editor/);
    expect(changes).toMatch(/Decisions ?\+1 ?\+ 0001 Write/);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page, ['color-contrast'])).toEqual([]);

    asked.length = 0;
    await page.goto(`file://${join(root, file)}`);
    await page.getByRole('button', { name: /on Why/ }).click();
    await page.keyboard.insertText('As a file.');
    expect(await fields(page)).toEqual(['As a file.']);
    expect(await banner.isVisible()).toBe(false);
    expect(asked).toEqual([join(root, file)]);
  });
});
