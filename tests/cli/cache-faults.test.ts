import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCli } from '../support/cli.ts';
import { DAMAGES } from '../support/damage.ts';
import { BEFORE, put } from '../support/edits.ts';
import { digestOf, filesBelow } from '../support/folder-digest.ts';
import { seededRandom } from '../support/random.ts';

/** How often every entry is damaged; sites, and what takes seconds to start, are made with more than one. */
const DAMAGED = Number(process.env.DAMAGED ?? 1);
const isWhole = DAMAGED > 1;

const CONTENT = new Map([
  ...BEFORE,
  [
    'cost-models/prices.yaml',
    'discounts:\n  - { ids: [dt.internet_out], share: 0.1, reason: Agreed. }\n',
  ],
  ...(isWhole
    ? ([
        ['case-studies/site/schema.sql', 'create table page (id int primary key, title text);\n'],
        ['case-studies/site/flow.mdx', '---\ntitle: Flow\n---\n```mermaid\npie\n  "a" : 1\n```\n'],
      ] as const)
    : []),
]);

/** Commands that read the cache, and where they write. */
const COMMANDS: readonly (readonly string[])[] = [
  ['cost', '--users', '1000', '--json'],
  ['export', 'content/workspace.dsl', '--format', 'svg', '--output', 'drawings'],
  ...(isWhole
    ? [
        ['check', '--json'],
        ['share', '--output', 'posts'],
        ['build', '--site', 'https://example.org', '--output', 'site'],
        ['build', '--offline', '--output', 'offline'],
      ]
    : []),
];
const PARTS = isWhole
  ? ['answers', 'cards', 'compiled', 'layouts', 'pictures', 'prices', 'schemas']
  : ['layouts', 'prices'];

it(
  `gives what it would without a cache, ${DAMAGED} times after every entry was damaged`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'archfolio-damaged-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    put(join(folder, 'content'), new Map(), CONTENT);
    const [kept, cache] = [join(folder, 'kept'), join(folder, 'cache')];
    const env = {
      ARCHFOLIO_CACHE: cache,
      ...(isWhole && { NODE_COMPILE_CACHE: join(cache, 'compiled') }),
    };
    const results = async (settings: Readonly<Record<string, string>>) => {
      const found: unknown[] = [];
      for (const command of COMMANDS) {
        const at = command[0] === 'export' ? [] : ['--root', 'content'];
        const { code, stdout, stderr } = await runCli([...command, ...at], folder, settings);
        const said = `${stdout}${stderr}`.replace(/in \d+\.\d s/g, '');
        expect(said).not.toMatch(/\n {4}at |error internal/);
        found.push([command[0], code, said, digestOf(join(folder, command.at(-1) ?? ''))]);
      }
      return found;
    };
    // Drafts are written by the first, and left by all others.
    if (isWhole) await runCli(['share', '--root', 'content'], folder, { ARCHFOLIO_CACHE: 'off' });
    const wanted = await results({ ...env, ARCHFOLIO_CACHE: 'off' });
    expect(await results(env)).toEqual(wanted);
    cpSync(cache, kept, { recursive: true });
    const names = filesBelow(kept);
    const parts = new Set(names.map((name) => name.replace(/\/.*/s, '')));
    for (const part of PARTS) expect(parts).toContain(part);
    const random = seededRandom(20261122);
    const counts: Record<string, number> = { entries: names.length };
    for (let round = 0; round < DAMAGED; round++) {
      rmSync(cache, { recursive: true, force: true });
      cpSync(kept, cache, { recursive: true });
      for (const name of names) {
        const path = join(cache, name);
        const beside = names.filter((other) => other.startsWith(name.replace(/[^/]*$/, '')));
        const other = join(cache, beside[Math.floor(random() * beside.length)] ?? name);
        const kinds = Object.entries(DAMAGES);
        const [kind, damage] = kinds[Math.floor(random() * kinds.length)] ?? [];
        const isFile = (at: string) => existsSync(at) && lstatSync(at).isFile();
        if (!kind || !damage || !isFile(path) || !isFile(other)) continue;
        damage(path, random, other);
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      expect(await results(env), `round ${round}`).toEqual(wanted);
      if (isWhole) console.log(`${round + 1}: ${JSON.stringify(counts)}`);
    }
  },
  60_000 + DAMAGED * 300_000,
);
