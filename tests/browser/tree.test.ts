import { expect, it } from 'vitest';
import { browsedSite } from '../support/browsed-site.ts';

const site = browsedSite();

it.each([
  'mobile-commerce-context',
  'order-service-components',
  'order-saga',
  'mobile-commerce-deployment-100k',
])('%s is told to a screen reader as one picture and its links, in reading order', async (key) => {
  const page = await site.browser().newPage();
  await page.goto(`${site.origin}/views/${key}/`);
  const drawing = page.getByRole('group', { name: /^Drawing: / });
  await expect(`${await drawing.ariaSnapshot()}\n`).toMatchFileSnapshot(`trees/${key}.yml`);
  await page.close();
});
