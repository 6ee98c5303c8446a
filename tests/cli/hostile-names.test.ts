import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, runCli } from '../support/cli.ts';
import { writeFiles } from '../support/content.ts';

/** Clears a screen, colours it, goes back in its line, turns it round. */
const HIDDEN = '\u001B[2J\u009B31m\b\u202Egnp';

const FILES = {
  'workspace.dsl': `workspace "W ${HIDDEN}" {
  model {
    shop = softwareSystem "Shop ${HIDDEN}" {
      box = container "Box ${HIDDEN}"
    }
  }
  views {
    container shop boxes "D ${HIDDEN}" {
      include *
      autolayout
    }
  }
}
`,
  [`adrs/0001-a${HIDDEN}.md`]: `# 1. Keep it ${HIDDEN}\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n`,
  'adrs/0002-b.md': `# 2. Keep it &#x202E;too ${HIDDEN}\n\nDate: 2026-01-01\n\n## Status\n\nAccepted ${HIDDEN}\n`,
  'cost-models/shop.ts': `import { defineCostModel, line } from 'archfolio/cost';

export default defineCostModel({
  id: 'shop',
  title: ${JSON.stringify(`Bill ${HIDDEN}`)},
  system: 'shop',
  user: 'Anybody.',
  drivers: {
    traffic: { label: 'Of a user', unit: 'GB/user', low: 1, likely: 2, high: 3, basis: 'estimate', why: 'A guess.' },
  },
  demand: ({ users, drivers }) => ({ traffic: users.times(drivers.traffic) }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    box: { element: 'box', title: 'Box \\u001B[31m', lines: { out: line('Out \\x9B', 'dt.internet_out', demand.traffic) } },
  }),
});
`,
};

/** What a terminal would obey, and JSON or a person would not. */
const RAW = /[[\p{Cc}\p{Bidi_Control}]--[\t\n]]/v;

const COMMANDS = [
  ['check'],
  ['check', '--json'],
  ['check', '--format', 'github'],
  ['check', 'workspace.dsl'],
  ['cost', '--users', '10'],
  ['cost', '--users', '10', '--format', 'csv'],
  ['cost', '--users', '10', '--model', HIDDEN],
  ['inspect', 'workspace.dsl'],
  ['adr', 'list'],
  ['adr', 'lint'],
  ['adr', 'generate', 'toc'],
  ['share', HIDDEN],
  ['build', HIDDEN],
  ['export', 'workspace.dsl', '--format', 'json', '--output', '-'],
] as const;

describe('names and arguments that a terminal would obey', () => {
  const said = new Map<string, Finished>();
  const root = mkdtempSync(join(tmpdir(), 'archfolio-names-'));
  const called = (args: readonly string[]) => args.join(' ').replace(HIDDEN, 'HIDDEN');

  beforeAll(async () => {
    writeFiles(root, FILES);
    for (let at = 0; at < COMMANDS.length; at += 4) {
      await Promise.all(
        COMMANDS.slice(at, at + 4).map(async (args) => {
          const whole = args.map((arg) => (arg === 'workspace.dsl' ? join(root, arg) : arg));
          said.set(called(args), await runCli(whole, root));
        }),
      );
    }
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(COMMANDS.map((args) => [called(args)]))('are shown by `%s`', (command) => {
    const { stdout, stderr } = said.get(command) ?? { stdout: '\0', stderr: '' };
    expect(RAW.exec(stdout)?.[0]).toBeUndefined();
    expect(RAW.exec(stderr)?.[0]).toBeUndefined();
    expect(stdout + stderr).toMatch(/\\u(?:001b|202e|009b)|\uFFFD|·/);
  });

  it('leave JSON and the reference’s JSON what they say', () => {
    const told: unknown = JSON.parse(said.get('check --json')?.stdout ?? '');
    expect(told).toMatchObject({
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ code: 'dsl-hidden-character', line: 1, column: 14 }),
        expect.objectContaining({ code: 'hidden-in-code', file: 'cost-models/shop.ts', line: 5 }),
      ]),
    });
    const exported: unknown = JSON.parse(
      said.get('export workspace.dsl --format json --output -')?.stdout ?? '',
    );
    expect(exported).toMatchObject({ name: `W ${HIDDEN}` });
  });
});
