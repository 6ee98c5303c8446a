import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { type LoadedCosts, loadCosts, openCostAnswers, type Wanted } from './costs.ts';
import { filesIn, isFile } from './entries.ts';

/** Prices the models of a content folder, and again only when something that they come from has changed. */
export interface CostMemory {
  load(root: string, wanted: Wanted): Promise<LoadedCosts>;
}

/**
 * Remembers the last pricing. An edit of the workspace or of a text leaves models, prices and sizes as
 * they were. What has an error is read anew each time.
 */
export function createCostMemory(answers = openCostAnswers()): CostMemory {
  let known: { readonly key: string; readonly costs: LoadedCosts } | undefined;
  return {
    async load(root, wanted) {
      if (known && known.key === keyOf(root, wanted, known.costs.files)) return known.costs;
      const before = keyOf(root, wanted, []);
      const costs = await loadCosts(root, wanted, answers);
      // What changed while it was read may have been read half.
      const isSteady = keyOf(root, wanted, []) === before && !hasErrors(costs.diagnostics);
      known = isSteady ? { key: keyOf(root, wanted, costs.files), costs } : undefined;
      return costs;
    },
  };
}

/** All that prices come from: what is wanted, the files of the folder, and those that models import. */
function keyOf(root: string, { users, region, others }: Wanted, files: readonly string[]): string {
  const folder = join(root, 'cost-models');
  const paths = [...filesIn(folder).map((name) => join(folder, name)), ...files];
  const asked = [...(others ?? [])].map(([model, sizes]) => [model, [...sizes]]);
  return JSON.stringify([users, region, asked, paths.map((path) => [path, textOf(path)])]);
}

function textOf(path: string): string {
  return isFile(path) ? readFileSync(path, 'utf8') : '';
}
