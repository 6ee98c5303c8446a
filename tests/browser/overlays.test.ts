import { rmSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/chromium.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { SMALL_MODEL, SMALL_STUDY, writeFiles } from '../support/content.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

/** A site whose elements have owners, which the sample's have not. */
const OWNED = `${PROJECT}/.cache/test-owned`;
const WORKSPACE = `workspace "Owned" {
  !identifiers hierarchical
  model {
    reader = person "Reader"
    mail = softwareSystem "Mail" {
      tags "External"
      properties {
        owner "A company far away that has a long name"
      }
    }
    site = softwareSystem "Site" {
      properties {
        owner "Editors"
      }
      pages = container "Pages" "Shows what was built." "HTML"
      store = container "Store" "Keeps it." "Files" {
        properties {
          owner "Operations"
        }
      }
    }
    reader -> site.pages "Reads" "HTTPS"
    site.pages -> site.store "Takes from"
    site.store -> site.pages "Tells of changes"
    site.store -> mail "Sends"
    mail -> site.store "Answers"
  }
  views {
    container site containers {
      include *
      autolayout
    }
  }
}
`;
const RISKS = `- id: lost
  title: The store is lost
  elements: site.store
  likelihood: 2
  impact: 5
  owner: Operations
  response: reduce
  mitigation: A copy elsewhere
`;

let browser: Browser;
let sample: StaticServer;
let owned: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
  sample = await serveFolder(inject('plainSite'));
  writeFiles(OWNED, {
    'workspace.dsl': WORKSPACE,
    'case-studies/site/index.mdx': SMALL_STUDY.replace(
      'system: site',
      'system: site\ncostModel: site',
    ),
    'case-studies/site/risks.yaml': RISKS,
    'cost-models/site.ts': SMALL_MODEL,
  });
  const { code, stdout, stderr } = await runCli([
    'build',
    '--root',
    OWNED,
    '--output',
    `${OWNED}/site`,
  ]);
  if (code !== 0) throw new Error(stdout + stderr);
  owned = await serveFolder(`${OWNED}/site`);
});

afterAll(async () => {
  await browser.close();
  await sample.stop();
  await owned.stop();
  rmSync(OWNED, { recursive: true, force: true });
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const fillOf = (page: Page, name: string) =>
  page
    .locator(`.element[data-name="${name}"] > .shape`)
    .evaluate((shape) => getComputedStyle(shape).fill);
/** The words of the badges that can be seen. */
const badges = async (page: Page) =>
  page
    .locator('.drawing .badge[data-of] text')
    .evaluateAll((texts) =>
      texts.filter((text) => text.getClientRects().length > 0).map((text) => text.textContent),
    );
const current = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Colour by' })
    .getByRole('link')
    .evaluateAll((links) =>
      links
        .filter((link) => getComputedStyle(link).fontWeight === '600')
        .map((link) => link.textContent?.trim()),
    );

describe('an overlay', () => {
  it('is switched by the keyboard, without scripts', async () => {
    const page = await open(`${owned.origin}/views/containers/`, { javaScriptEnabled: false });
    const links = page.getByRole('navigation', { name: 'Colour by' }).getByRole('link');
    expect((await links.allTextContents()).map((text) => text.trim())).toEqual([
      'Kind',
      'Cost',
      'Owner',
      'Risk',
    ]);
    const plain = await fillOf(page, 'Store');
    expect(await current(page)).toEqual(['Kind']);
    const seen: Record<string, unknown> = {};
    for (const name of ['Cost', 'Owner', 'Risk']) {
      await links.filter({ hasText: name }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`#overlay-${name.toLowerCase()}$`));
      expect(await current(page)).toEqual([name]);
      expect(await page.locator('[data-legend]:visible').count()).toBe(1);
      expect(await page.locator('.title-block li:visible').allTextContents()).not.toContain(
        'Person',
      );
      seen[name] = { badges: await badges(page), tinted: (await fillOf(page, 'Store')) !== plain };
    }
    expect(seen).toEqual({
      Cost: { badges: expect.arrayContaining([expect.stringMatching(/^\$/)]), tinted: true },
      Owner: {
        badges: [expect.stringMatching(/^A company .*…$/), 'Editors', 'Operations'],
        tinted: true,
      },
      Risk: { badges: ['R1 · 10 medium'], tinted: true },
    });
    await links.filter({ hasText: 'Kind' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#drawing$/);
    expect(await fillOf(page, 'Store')).toBe(plain);
    expect(await page.locator('[data-legend]:visible').count()).toBe(0);
  });

  it('is in the copy of a drawing, and nothing of another', async () => {
    const page = await open(`${owned.origin}/views/containers/#overlay-owner`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByText('Copy as…').click();
    await page.locator('.menu').getByRole('button', { name: 'SVG', exact: true }).click();
    await expect.poll(() => page.locator('.said[role="status"]').textContent()).toBe('SVG copied');
    const svg = await page.evaluate(() => navigator.clipboard.readText());
    expect(svg).not.toMatch(/display="none"|var\(|badge cost/);
    expect(svg.match(/class="badge note"/g)).toHaveLength(3);
    expect(svg).toContain(`fill="${await fillOf(page, 'Store')}"`);
  });

  it('is printed as it was chosen', async () => {
    const page = await open(`${owned.origin}/views/containers/#overlay-owner`);
    const tinted = await fillOf(page, 'Store');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-legend="owner"]').isVisible()).toBe(true);
    expect(await page.locator('.states').first().isVisible()).toBe(false);
    expect([await fillOf(page, 'Store'), await badges(page)]).toEqual([
      tinted,
      expect.arrayContaining(['Operations']),
    ]);
  });

  it.each(['cost', 'owner', 'risk'])('of %s breaks no rule of axe in either theme', async (id) => {
    const page = await open(`${owned.origin}/views/containers/#overlay-${id}`, { bypassCSP: true });
    const found = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await violationsOf(page)));
    }
    expect(found).toEqual([]);
  });
});

/** What the badges that can be seen lie upon, but the box that each of them belongs to. */
function overlaps(): string[] {
  const boxOf = (item: Element) => item.getBoundingClientRect();
  const shown = [...document.querySelectorAll('.drawing .badge[data-of]')].filter(
    (badge) => badge.getClientRects().length > 0,
  );
  const others = [
    ...document.querySelectorAll(
      '.drawing .label text, .drawing .head, .drawing .element .text text, .drawing .boundary text',
    ),
  ];
  const found: string[] = [];
  for (const badge of shown) {
    const own = badge.getAttribute('data-of');
    const a = boxOf(badge);
    const hits = [...others, ...document.querySelectorAll('.drawing .element > .shape')].filter(
      (other) => {
        const b = boxOf(other);
        const isOwn =
          other.matches('.shape') && other.parentElement?.getAttribute('data-id') === own;
        return (
          !isOwn &&
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
        );
      },
    );
    found.push(...hits.map((hit) => `${badge.textContent} on ${hit.textContent || hit.className}`));
  }
  return [`${shown.length > 0}`, ...found];
}

it.each([
  ['the sample', '/views/mobile-commerce-containers/', 'cost'],
  ['the sample', '/views/mobile-commerce-containers/', 'risk'],
  ['the sample', '/views/mobile-commerce-context/', 'risk'],
  ['the sample', '/views/order-service-components/', 'risk'],
  ['the sample', '/views/mobile-commerce-deployment-500k/', 'risk'],
  ['the sample', '/views/landscape/', 'risk'],
  ['another', '/views/containers/', 'cost'],
  ['another', '/views/containers/', 'owner'],
  ['another', '/views/containers/', 'risk'],
])('badges of %s, %s, lie on no words and no arrows: %s', async (site, path, id) => {
  const { origin } = site === 'another' ? owned : sample;
  const page = await open(`${origin}${path}#overlay-${id}`, {
    viewport: { width: 2600, height: 1600 },
  });
  expect(await page.evaluate(overlaps)).toEqual(['true']);
});
