import type { Browser, Page } from 'playwright-core';
import { MARK } from './hostile-portfolio.ts';

declare global {
  interface Window {
    __pwned?: number;
    __violations?: string[];
  }
}

/** What visits to pages of a hostile portfolio came to. */
export interface HostileVisits {
  /** What ran, asked, left the host, or stood in a page as more than text: `/path/ what`. */
  readonly found: readonly string[];
  /** The pages on which a payload is read as text. */
  readonly shown: readonly string[];
}

const TABS = 6;

/** Visits pages with a trap in each: nothing of a payload may run, ask, leave or be an element. */
export async function visitHostile(
  browser: Browser,
  origin: string,
  paths: readonly string[],
): Promise<HostileVisits> {
  const found: string[] = [];
  const shown: string[] = [];
  const rest = [...paths];
  const visit = async () => {
    const page = await browser.newPage();
    const told = await setTrap(page, origin);
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      await page.goto(origin + path, { waitUntil: 'load' });
      const { faults, isShown } = await page.evaluate(lookAround, MARK);
      if (isShown) shown.push(path);
      found.push(...[...told.splice(0), ...faults].map((what) => `${path} ${what}`));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: TABS }, visit));
  return { found: found.sort(), shown: shown.sort() };
}

/** Hears what a page does that it should not. */
export async function setTrap(page: Page, origin: string): Promise<string[]> {
  const told: string[] = [];
  await page.addInitScript(() => {
    window.__violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.__violations?.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  page.on('dialog', (dialog) => {
    told.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:image/'))
      told.push(`elsewhere: ${request.url()}`);
  });
  page.on('requestfailed', (request) => told.push(`failed: ${request.url()}`));
  page.on('pageerror', (error) => told.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') told.push(`console: ${message.text()}`);
  });
  return told;
}

/** Runs in the page: what of a payload is more than text. */
function lookAround(mark: string): { readonly faults: string[]; readonly isShown: boolean } {
  const faults = [...(window.__violations ?? [])];
  if (window.__pwned !== undefined) faults.push('a payload ran');
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const forbidden = `${mark}, script:not([src]):not([type="application/json"]), iframe, object, embed, math, [style], [srcdoc], [autofocus]`;
  for (const element of document.querySelectorAll(forbidden)) {
    // The client's own code may set styles through the object model.
    const isOwn = element.hasAttribute('style') && !element.matches(`${mark}, script, [srcdoc]`);
    if (!isOwn) faults.push(`an element: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) faults.push(`a handler: ${name} of ${element.localName}`);
      const isAddress = /^(?:href|src|action|formaction|data|poster|xlink:href)$/.test(name);
      const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
      if (isAddress && scheme !== undefined && !/^(?:https?|mailto|data)$/.test(scheme))
        faults.push(`an address: ${value.slice(0, 60)}`);
      if (isAddress && scheme === 'data' && !/^data:image\//.test(value))
        faults.push(`an address: ${value.slice(0, 60)}`);
    }
  }
  if (count('main') !== 1) faults.push(`${count('main')} main elements`);
  if (getComputedStyle(document.body).display === 'none') faults.push('the page is hidden');
  const text = `${document.title} ${document.documentElement.textContent ?? ''}`;
  return { faults, isShown: text.includes(`<${mark}`) || text.includes('window.__pwned') };
}
