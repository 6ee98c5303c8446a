import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentFolder } from '../support/content.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const SRC = `${PROJECT}/src`;

/** What `CONTRIBUTING.md` lets a folder import: other folders, and `astro` where it says so. */
const TABLE = tableOf(readFileSync(`${PROJECT}/CONTRIBUTING.md`, 'utf8'));
const FOLDERS = [...TABLE.keys()];
/** Every folder with code, and the style sheets, which only components take. */
const ALL = [...FOLDERS, 'styles'];
/** Up to here a stage is pure. */
const PURE = FOLDERS.slice(0, FOLDERS.indexOf('portfolio') + 1);

function tableOf(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  for (const [, name = '', words = ''] of text.matchAll(/^\| `([\w-]+)` \|[^|]*\| ([^|]*) \|$/gm)) {
    const above = [...rows.keys()];
    const stages = above.slice(0, above.indexOf('sources') + 1);
    rows.set(
      name,
      words.split(', ').flatMap((word) => {
        if (word === 'nothing') return [];
        if (/^(all of the above|the stages above)$/.test(word)) return above;
        return word === 'every stage' ? stages : [word];
      }),
    );
  }
  return rows;
}

/** Whether the table lets code of one folder import another. */
function mayImport(from: string, to: string): boolean {
  return from === to || (TABLE.get(from) ?? []).includes(to);
}

/** An import statement of a file below `src`. */
interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

/** Every import of every module and component, static, dynamic, and of types. */
function importsOf(): Import[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|astro)$/.test(name) && !name.endsWith('.d.ts'))
    .flatMap((name) => {
      const file = name.split(sep).join('/');
      const text = readFileSync(`${SRC}/${file}`, 'utf8');
      const code = file.endsWith('.astro') ? scriptsOf(text) : text;
      const pattern =
        /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
      return [...code.matchAll(pattern)].map(([, named, dynamic]) => ({
        file,
        folder: file.split('/')[0] ?? '',
        target: named ?? dynamic ?? '',
      }));
    });
}

/** The front matter and the scripts of a component. */
function scriptsOf(text: string): string {
  const [, front = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  return [front, ...scripts].join('\n');
}

/** The file of `src` that an import names; nothing where it names a package or what is made. */
function fileOf(file: string, target: string): string | undefined {
  if (target.startsWith('#')) return target.slice(1);
  if (!target.startsWith('.')) return undefined;
  return relative(SRC, resolve(SRC, dirname(file), target))
    .split(sep)
    .join('/');
}

/** The circles that are met on a walk from each file along its imports, each once. */
function circlesIn(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  return circles;
}

describe('the table of stages', () => {
  it('has a row for every folder with code', () => {
    const folders = readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => !['decisions', 'public', 'styles'].includes(name));
    expect(FOLDERS).toEqual(expect.arrayContaining(folders));
    expect(PURE).toHaveLength(16);
  });

  it('lets imports point one way', () => {
    for (const [folder, allowed] of TABLE) {
      for (const other of allowed)
        expect(mayImport(other, folder), `${other} to ${folder}`).toBe(false);
    }
  });
});

describe('the linter says what the table says', () => {
  interface Found {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }

  /** One file a folder: a line for every import that it could make. */
  const probes = (folder: string) => [
    ...ALL.map((other) => ({
      code: `import '#${other}/x.ts';`,
      rule: 'noRestrictedImports',
      wrong: !mayImport(folder, other),
    })),
    ...ALL.filter((other) => other !== folder).map((other) => ({
      code: `import '../${other}/x.ts';`,
      rule: 'noRestrictedImports',
      wrong: true,
    })),
    { code: `import './x.ts';`, rule: 'noRestrictedImports', wrong: false },
    { code: `import 'astro';`, rule: 'noRestrictedImports', wrong: !mayImport(folder, 'astro') },
    { code: `import 'node:fs';`, rule: 'noNodejsModules', wrong: PURE.includes(folder) },
    ...['process', 'document', 'window'].map((name) => ({
      code: `export const ${name}Of = () => ${name};`,
      rule: 'noRestrictedGlobals',
      wrong: PURE.includes(folder),
    })),
  ];

  it('in every folder', () => {
    const config = JSON.parse(readFileSync(`${PROJECT}/biome.json`, 'utf8'));
    const { $schema: _, ...rules } = config;
    const files = Object.fromEntries(
      FOLDERS.flatMap((folder) => {
        const text = probes(folder)
          .map(({ code }) => code)
          .join('\n');
        // A file further down has the same rules, one step more to the others.
        const below = text.replaceAll("'../", "'../../");
        return [
          [`src/${folder}/probe.ts`, text],
          [`src/${folder}/further/probe.ts`, below],
        ];
      }),
    );
    const root = contentFolder({
      'biome.json': JSON.stringify({ ...rules, vcs: { enabled: false } }),
      ...files,
    });
    const { stdout } = spawnSync(
      `${PROJECT}/node_modules/.bin/biome`,
      ['lint', '--reporter=json', '--max-diagnostics=none', 'src'],
      { cwd: root, encoding: 'utf8' },
    );
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Found[] };
    const found = new Set(
      diagnostics.map(
        ({ category, location }) =>
          `${location.path}:${location.start.line} ${category.split('/').at(-1)}`,
      ),
    );
    for (const folder of FOLDERS) {
      for (const file of [`src/${folder}/probe.ts`, `src/${folder}/further/probe.ts`]) {
        const said = probes(folder).map(({ code, rule }, row) => [
          code,
          found.has(`${file}:${row + 1} ${rule}`),
        ]);
        expect(said, file).toEqual(probes(folder).map(({ code, wrong }) => [code, wrong]));
      }
    }
  });
});

describe('the code does what the table says', () => {
  const imports = importsOf();

  it('is read at all', () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(new Set(imports.map(({ folder }) => folder))).toEqual(
      new Set(
        FOLDERS.filter(
          (folder) => existsSync(`${SRC}/${folder}`) && readdirSync(`${SRC}/${folder}`).length > 0,
        ),
      ),
    );
  });

  const wrong = (isWrong: (one: Import) => boolean) =>
    imports.filter(isWrong).map(({ file, target }) => `${file}: ${target}`);

  it('imports only the folders that it may', () => {
    expect(
      wrong(({ folder, target }) => {
        const [, other] = /^#([\w-]+)\//.exec(target) ?? [];
        return other !== undefined && !mayImport(folder, other);
      }),
    ).toEqual([]);
  });

  it('imports its own folder by `./`, and others by `#`', () => {
    expect(
      wrong(({ file, folder, target }) => {
        if (target.startsWith(`#${folder}/`)) return true;
        if (!target.startsWith('.')) return false;
        const place = relative(SRC, resolve(SRC, dirname(file), target)).split(sep)[0];
        return place !== folder;
      }),
    ).toEqual([]);
  });

  it('imports files that are there, by their whole names', () => {
    expect(
      wrong(({ file, target }) => {
        if (/^(?:virtual|astro|node):/.test(target)) return false;
        if (target.startsWith('#')) return !existsSync(join(SRC, target.slice(1)));
        return target.startsWith('.') && !existsSync(resolve(SRC, dirname(file), target));
      }),
    ).toEqual([]);
  });

  it('imports in no circle, not even of types', () => {
    const targets = new Map(
      [...Map.groupBy(imports, ({ file }) => file)].map(([file, own]) => [
        file,
        own.flatMap(({ target }) => fileOf(file, target) ?? []),
      ]),
    );
    expect(circlesIn(targets)).toEqual([]);
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(circlesIn(circle)).toEqual(['b → c → b']);
  });

  it('takes Astro only where the table says so', () => {
    expect(
      wrong(({ folder, target }) => /^astro($|[/:])/.test(target) && !mayImport(folder, 'astro')),
    ).toEqual([]);
  });

  it('is pure up to the portfolio: no Node, no clock, no chance, no locale', () => {
    expect(
      wrong(({ folder, target }) => target.startsWith('node:') && PURE.includes(folder)),
    ).toEqual([]);
    const impure =
      /\bDate\.now\b|new Date\(\)|Math\.random|\.toLocale\w*\(|\bIntl\.|performance\.now|\bsetTimeout\b/;
    const found = PURE.flatMap((folder) =>
      readdirSync(`${SRC}/${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .filter((name) => impure.test(readFileSync(`${SRC}/${folder}/${name}`, 'utf8')))
        .map((name) => `${folder}/${name}`),
    );
    expect(found).toEqual([]);
  });

  it('has no barrel: no folder’s index only hands on what others define', () => {
    const barrels = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('index.ts') && name !== join('cost', 'index.ts'))
      .filter((name) => /^export \*/m.test(readFileSync(`${SRC}/${name}`, 'utf8')));
    expect(barrels).toEqual([]);
  });
});
