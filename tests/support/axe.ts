import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * What in a page breaks axe's rules, all of them or those named: `rule: selector` for each place. Loads
 * axe into the page where it is not there yet, so the page's context has to bypass its policy.
 */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  if (await page.evaluate(() => !window.axe)) await page.evaluate(axe.source);
  // No page has a frame to look into, and rules that pass need no list of places.
  const options: RunOptions = { iframes: false, resultTypes: ['violations'] };
  return page.evaluate(
    async (run) => {
      if (!window.axe) throw new Error('axe did not load.');
      const { violations } = await window.axe.run(run);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      );
    },
    rules ? { ...options, runOnly: rules } : options,
  );
}
