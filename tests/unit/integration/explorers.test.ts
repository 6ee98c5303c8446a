import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCost } from '#cli/commands/cost.ts';
import type { Choices } from '#cost/define/driver.ts';
import { PAYMENT_WORDS } from '#cost/explore/payments.ts';
import { commandOf, type ExplorerState, initialState } from '#cost/explore/state.ts';
import { buildExplorers, type Explorers, explorersOnDemand } from '#integration/explorers.ts';
import { buildClientScripts } from '#integration/scripts.ts';
import type { ModelCost } from '#portfolio/costs.ts';
import { loadCosts } from '#sources/costs.ts';
import { PROJECT } from '../../support/cli.ts';

/** What the bundle defines in a page. */
interface Element {
  report(state: ExplorerState): string;
}

let costs: readonly ModelCost[];
let built: Explorers;
const folders: string[] = [];

beforeAll(async () => {
  ({ costs } = await loadCosts(PROJECT));
  built = await buildExplorers(PROJECT, costs);
}, 60_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Runs a bundle as a page does, without a page: the element that it defines. */
function elementOf(code: string): Element {
  const defined: (new () => Element)[] = [];
  const customElements = { define: (_: string, made: new () => Element) => defined.push(made) };
  const context = createContext({ customElements, HTMLElement: class {} });
  runInContext(code, context);
  const [Defined] = defined;
  if (!Defined) throw new Error('The bundle defines no element.');
  return new Defined();
}

/** What the command line prints for the command that the explorer shows. */
async function printed(command: string): Promise<string> {
  let stdout = '';
  const args = command.replace(/^npm run cost -- /, '').split(' ');
  await runCost([...args, '--json'], {
    cwd: PROJECT,
    env: { NO_COLOR: '1' },
    stdout: (text) => {
      stdout += String(text);
    },
    stderr: () => undefined,
    isTTY: false,
    now: () => new Date(0),
  });
  return stdout;
}

/** Every number of users under some of everything else, so that each is met with each. */
function statesOf(choices: Choices, region: string): ExplorerState[] {
  const counts = [1, 1_000, 18_000, 100_000, 499_999, 500_000, 1_250_000, 5_000_000, 1e10];
  return counts.map((users, place) => ({
    ...initialState(users, region, choices),
    commitment: (['none', '1y', '3y'] as const)[place % 3] ?? 'none',
    payment: PAYMENT_WORDS[place % 4] ?? 'any',
    coverage: place % 2 === 0 ? 100 : 65,
    scenario: (['likely', 'low', 'high', 'likely'] as const)[place % 4] ?? 'likely',
    freeTier: place % 2 === 1,
    choices: Object.fromEntries(
      Object.entries(choices).map(([name, { options }], turn) => {
        const ids = Object.keys(options);
        return [name, ids[(place + turn) % ids.length] ?? ''];
      }),
    ),
  }));
}

describe('the explorer of each model of the sample', () => {
  it('is made of every model that can be priced', () => {
    expect(built.diagnostics).toEqual([]);
    expect([...built.explorers.keys()]).toEqual(costs.map(({ id }) => id));
  });

  it('gives the document that the command line prints, to the letter', async () => {
    for (const { id, region, parameters } of costs) {
      const explorer = elementOf((await built.explorers.get(id)?.code()) ?? '');
      const offer = {
        model: id,
        choices: parameters.choices,
        regions: [region],
        currencies: ['USD'],
      };
      for (const state of statesOf(parameters.choices, region)) {
        const command = commandOf(state, offer);
        expect(explorer.report(state), command).toBe(await printed(command));
      }
    }
  });

  it('loads at most 35 kB, gzipped, with everything else on its page', async () => {
    const others = (await buildClientScripts()).filter(({ name }) => /^site|^theme/.test(name));
    const bytes = (code: string) => gzipSync(code).length;
    const rest = others.reduce((sum, { code }) => sum + bytes(code), 0);
    for (const [id, { code }] of built.explorers) {
      expect(bytes(await code()) + rest, id).toBeLessThanOrEqual(35_000);
    }
  });

  it('has the same code when a server of single pages is asked for it', async () => {
    const [id = ''] = built.explorers.keys();
    const { explorers } = explorersOnDemand(PROJECT, costs);
    expect(await explorers.get(id)?.code()).toBe(await built.explorers.get(id)?.code());
  });

  it('neither evaluates texts nor fetches', async () => {
    for (const [id, { code }] of built.explorers) {
      expect(await code(), id).not.toMatch(/\beval\(|new Function\(|\bfetch\(|\bimport\(/);
    }
  });
});

describe('a model that needs what a browser does not have', () => {
  it('has no explorer, and a warning at its file', async () => {
    const root = mkdtempSync(join(tmpdir(), 'archfolio-explorer-'));
    folders.push(root);
    mkdirSync(join(root, 'cost-models'));
    const text = `import { readFileSync } from 'node:fs';
import { defineCostModel, line, quantity } from 'archfolio/cost';
export default defineCostModel({
  id: 'reading', title: 'Reading', system: 'shop', user: 'Anybody.', drivers: {},
  demand: ({ users }) => ({ traffic: users.times(quantity(readFileSync.length / 100, 'GB/user')) }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    web: { element: 'shop.web', title: 'Web', lines: { out: line('Out', 'dt.internet_out', demand.traffic) } },
  }),
});
`;
    writeFileSync(join(root, 'cost-models/reading.ts'), text);
    const { costs: read, diagnostics: found } = await loadCosts(root);
    expect(found.map(({ code, span }) => [code, span?.start])).toEqual([
      ['explorer-not-built', text.indexOf('node:fs')],
    ]);
    const { explorers, diagnostics } = await buildExplorers(root, read);
    expect(explorers.size).toBe(0);
    expect(diagnostics.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['explorer-not-built', 'warning', 'cost-models/reading.ts'],
    ]);
  });
});
