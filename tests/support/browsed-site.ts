import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

/** The sample as it is served, and a browser that looks at it. */
export interface BrowsedSite {
  /** While the tests of the file run. */
  browser(): Browser;
  readonly origin: string;
}

/** Serves the sample, built without a base path, to a browser for the tests of one file. */
export function browsedSite(): BrowsedSite {
  let started: { readonly browser: Browser; readonly server: StaticServer } | undefined;
  const running = () => {
    if (!started) throw new Error('The browser runs only while tests do.');
    return started;
  };
  beforeAll(async () => {
    started = { browser: await launchBrowser(), server: await serveFolder(inject('plainSite')) };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.server.stop();
  });
  return {
    browser: () => running().browser,
    get origin() {
      return running().server.origin;
    },
  };
}
