import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from '#cost/engine/evaluate.ts';
import { SHORTEST_MODEL } from '#portfolio/pages/cost.ts';
import { loadCostModels } from '#sources/cost-models.ts';
import { loadCosts } from '#sources/costs.ts';
import { loadPriceBooks } from '#sources/price-books.ts';
import { PROJECT } from '../../support/cli.ts';
import { contentFolder } from '../../support/content.ts';

const SECTION = /### A cost model\n([\s\S]*?)\n## /.exec(
  readFileSync(`${PROJECT}/README.md`, 'utf8'),
)?.[1];

/** The code of a language that README's section prints. */
const printed = (language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(SECTION ?? '')?.[1] ?? '';

it('runs the model of README as it is printed, with its prices, in every region', async () => {
  const root = contentFolder({
    'cost-models/notes.ts': printed('ts'),
    'cost-models/prices.yaml': printed('yaml'),
  });
  const { models, diagnostics } = loadCostModels(root);
  const { books, diagnostics: priceFindings } = await loadPriceBooks(root);
  expect([...diagnostics, ...priceFindings]).toEqual([]);
  const [notes] = models;
  expect(notes).toBeDefined();
  for (const priceBook of books.values()) {
    const { value, diagnostics: found } = evaluate(notes!.model, {
      users: 500_000,
      priceBook,
      source: notes!.source,
    });
    expect(found).toEqual([]);
    expect(value?.components[0]?.lines.map(({ monthly }) => monthly > 0)).toEqual([true, true]);
    expect(value?.capacity.map(({ resource }) => resource)).toEqual(['Servers: CPU']);
  }
  expect(books.get('us-east-1')?.prices.get('partner.call')?.unit).toBe('request');
});

it('runs the model that the empty page shows', async () => {
  const root = contentFolder({ 'cost-models/my-system.ts': SHORTEST_MODEL });
  const { costs, diagnostics } = await loadCosts(root);
  expect(diagnostics).toEqual([]);
  expect(costs[0]?.large.monthly).toBeGreaterThan(0);
});
