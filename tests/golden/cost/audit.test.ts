import { expect, it } from 'vitest';
import { auditsOf } from '#portfolio/audits.ts';
import { claimFindings } from '#portfolio/checks/claims.ts';
import { HEADLINE } from '#portfolio/costs.ts';
import { askedUsers, loadCosts } from '#sources/costs.ts';
import { loadStudies } from '#sources/studies.ts';
import { PROJECT } from '../../support/cli.ts';

const { studies } = loadStudies(PROJECT);
const { region } = HEADLINE;
const { books, costs } = await loadCosts(PROJECT, { ...HEADLINE, others: askedUsers(studies) });
const audits = auditsOf(studies, { books, region, costs });

// What published estimates come to. A changed figure has a reason in a price book or in a file of claims.
it.each(audits)('claims of $study.slug', async (audit) => {
  expect(claimFindings(audit)).toEqual([]);
  const text = `${JSON.stringify(audit.estimates, undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`./audit-${audit.study.slug}.json`);
});
