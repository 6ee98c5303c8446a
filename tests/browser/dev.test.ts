import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { PROJECT, userEnvironment } from '../support/cli.ts';
import { contentFolder, SMALL_MODEL, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Starts `dev` over a content folder and gives its address. */
function startDev(root: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [`${PROJECT}/src/cli/main.ts`, 'dev', '--root', root, '--port', '0'],
    {
      cwd: PROJECT,
      env: userEnvironment(),
    },
  );
  onTestFinished(() => {
    child.kill('SIGTERM');
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Serving (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address.replace(/\/$/, ''));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`dev stopped: ${said}`)));
  });
}

it('shows an edit of the workspace in the open page, an error as an overlay, and recovers', async () => {
  const root = contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/index.mdx': SMALL_STUDY,
    'adrs/0001-first.md':
      '# 1. First\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nOld words.\n\n## Decision\n\nYes.\n\n## Consequences\n\nNone.\n',
  });
  const edit = (file: string, from: string, to: string) => {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  const origin = await startDev(root);
  const page = await browser.newPage();
  const overlay = page.locator('vite-error-overlay');

  await page.goto(`${origin}/views/containers/`);
  await page.locator('.element[data-name="Pages"]').waitFor({ state: 'attached' });
  edit('workspace.dsl', 'container "Pages"', 'container "Sheets"');
  await page.locator('.element[data-name="Sheets"]').waitFor({ state: 'attached' });

  edit('workspace.dsl', 'include *', 'inclde *');
  await overlay.waitFor({ state: 'attached' });
  const shown = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
  expect(shown).toContain('inclde *');
  expect(shown).toContain('Did you mean');
  edit('workspace.dsl', 'inclde *', 'include *');
  await overlay.waitFor({ state: 'detached' });
  await page.locator('.element[data-name="Sheets"]').waitFor({ state: 'attached' });

  // A view that is new has a page without a restart.
  edit(
    'workspace.dsl',
    '  views {',
    '  views {\n    systemContext site context {\n      include *\n      autolayout\n    }',
  );
  await page.waitForTimeout(500);
  await page.goto(`${origin}/views/context/`);
  await page.locator('.element[data-name="Site"]').waitFor({ state: 'attached' });

  await page.goto(`${origin}/case-studies/site/`);
  edit('case-studies/site/index.mdx', 'It shows pages.\n\n<', 'It shows new pages.\n\n<');
  await page.getByText('It shows new pages.').waitFor();

  // The page is told to reload for the text and for what was read of it: the second may come now.
  await page
    .goto(`${origin}/adrs/0001-first/`)
    .catch(() => page.goto(`${origin}/adrs/0001-first/`));
  edit('adrs/0001-first.md', 'Old words.', 'New words.');
  await page.getByText('New words.').waitFor();
  await page.close();
});

it('shows an edit of a cost model, and of what it imports, in the open page', async () => {
  const root = contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/index.mdx': SMALL_STUDY.replace(
      'system: site',
      'system: site\ncostModel: site',
    ),
    'cost-models/site.ts': `import { TITLE } from '../words.ts';\n${SMALL_MODEL.replace("title: 'Pages'", 'title: TITLE')}`,
    'words.ts': "export const TITLE = 'Pages of old';\n",
  });
  const origin = await startDev(root);
  const page = await browser.newPage();
  await page.goto(`${origin}/cost/site/`);
  await page.getByText('Pages of old').first().waitFor({ state: 'attached' });

  const path = join(root, 'cost-models/site.ts');
  const model = readFileSync(path, 'utf8');
  writeFileSync(path, model.replace('title: TITLE', "title: TITLE + ', edited'"));
  await page.getByText('Pages of old, edited').first().waitFor({ state: 'attached' });
  writeFileSync(join(root, 'words.ts'), "export const TITLE = 'Pages of today';\n");
  await page.getByText('Pages of today, edited').first().waitFor({ state: 'attached' });

  // A model that is wrong is told of in the page, and mended without a restart.
  const overlay = page.locator('vite-error-overlay');
  writeFileSync(path, model.replace('drivers.traffic', 'drivers.trafic'));
  await overlay.waitFor({ state: 'attached' });
  // Also to a page that is opened meanwhile.
  await page.reload();
  await overlay.waitFor({ state: 'attached' });
  writeFileSync(path, model);
  await overlay.waitFor({ state: 'detached' });
  await page.getByText('Pages of today').first().waitFor({ state: 'attached' });
  await page.close();
});
