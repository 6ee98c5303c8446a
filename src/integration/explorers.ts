import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { ExplorerFacts } from '#cost/explore/data.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { ModelCost } from '#portfolio/costs.ts';
import { sourceProblem } from '#sources/codes.ts';
import type { ClientScript } from './scripts.ts';
import { slimBundle } from './slim-bundle.ts';

/** The explorer of a cost model: one classic script of the engine, the model and its prices. */
export interface Explorer {
  /** Below the base. */
  readonly path: string;
  readonly code: () => Promise<string>;
}

/** Explorers by the id of their model, and what keeps a model from having one. */
export interface Explorers {
  readonly explorers: ReadonlyMap<string, Explorer>;
  readonly diagnostics: readonly Diagnostic[];
}

const SRC = fileURLToPath(new URL('../', import.meta.url));

/** Bundles the explorers of all models that can be priced somewhere. */
export async function buildExplorers(
  root: string,
  costs: readonly ModelCost[],
): Promise<Explorers> {
  const diagnostics: Diagnostic[] = [];
  const begun: Promise<[string, Explorer][]>[] = [];
  for (const cost of costs) {
    const facts = offered(cost);
    if (facts) {
      const found = bundle(root, cost, facts).then(
        ({ path, code }): [string, Explorer][] => [[cost.id, { path, code: async () => code }]],
        (error) => {
          diagnostics.push(notBuilt(error, facts));
          return [];
        },
      );
      begun.push(found);
    }
    // The bundler is a process of its own: it begins before the facts of the next model are worked out.
    await nextTurn();
  }
  const built = await Promise.all(begun);
  return { explorers: new Map(built.flat()), diagnostics };
}

/** The same for a server of single pages: each is bundled when a browser asks for it. */
export function explorersOnDemand(root: string, costs: readonly ModelCost[]): Explorers {
  const explorers = costs.flatMap((cost): [string, Explorer][] => {
    const path = `/_/explorer-${cost.id}.js`;
    let code: Promise<string> | undefined;
    const bundled = async () => {
      const facts = offered(cost);
      return facts ? (await bundle(root, cost, facts)).code : '';
    };
    return [
      [
        cost.id,
        {
          path,
          code() {
            code ??= bundled();
            return code;
          },
        },
      ],
    ];
  });
  return { explorers: new Map(explorers), diagnostics: [] };
}

function offered({ answers }: ModelCost): ExplorerFacts | undefined {
  const facts = answers.explorer();
  return facts && facts.books.length > 0 ? facts : undefined;
}

async function bundle(
  root: string,
  { id }: ModelCost,
  { books, rates, source }: ExplorerFacts,
): Promise<ClientScript> {
  const entry = [
    `import model from ${JSON.stringify(join(root, source.name))};`,
    `import { defineCostExplorer } from ${JSON.stringify(`${SRC}client/explorer/cost-explorer.ts`)};`,
    `defineCostExplorer(model, ${JSON.stringify({ books, rates, source })});`,
  ].join('\n');
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: SRC, sourcefile: 'explorer.js' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    // Settings of the author's project are for the author's editor.
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [costPackage, slimBundle(join(root, source.name))],
  });
  const code = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
  return { name: `explorer-${id}`, path: `/_/explorer-${id}.${hash}.js`, code };
}

/** Models import this package, wherever they lie; their definitions have been checked already. */
const costPackage: Plugin = {
  name: 'archfolio-cost',
  setup({ onResolve }) {
    onResolve({ filter: /^archfolio\/cost$/ }, () => ({ path: `${SRC}cost/index.ts` }));
    onResolve({ filter: /\/check(-spec|-steps)?\.ts$/ }, ({ path, importer }) => {
      const isOurs = join(dirname(importer), path).startsWith(`${SRC}cost/define/`);
      return isOurs ? { path: `${SRC}cost/define/unchecked.ts` } : undefined;
    });
  },
};

function notBuilt(error: unknown, { source }: ExplorerFacts): Diagnostic {
  const [first = 'it cannot be bundled'] = String(error instanceof Error ? error.message : error)
    .split('\n')
    .filter((line) => line.includes('ERROR:'))
    .map((line) => line.replace(/^.*ERROR:\s*/, ''));
  return sourceProblem(
    'explorer-not-built',
    `The model does not run in a browser: ${first}. Its page has no explorer.`,
    undefined,
    { file: source.name, hint: 'A model and what it imports use nothing but `archfolio/cost`.' },
  );
}
