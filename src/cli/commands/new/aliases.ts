import { ALIASES_SCHEMA } from '#confidential/aliases-schema.ts';
import { wordsOf } from '#confidential/names.ts';
import { indexWorkspace, technologyOf } from '#model/index.ts';
import { ownersIn } from '#portfolio/owners.ts';
import { ALIASES_FILE } from '#sources/aliases.ts';
import { lineOf } from '#sources/list-schema.ts';
import { loadWorkspace } from '#sources/workspace.ts';
import { readContent } from '../../content.ts';
import type { Ports } from '../../ports.ts';
import { type Request, type Scaffold, writeNew } from './scaffold.ts';

/**
 * Begins `aliases.yaml`: each system of the workspace that is not somebody else's, the author and owners, with
 * an alias by number. Which technologies would give a portfolio away nobody can tell but its author.
 */
export async function newAliases({ root }: Request, ports: Ports): Promise<Scaffold> {
  const { config } = await readContent(root, {}, ports);
  const { workspace } = loadWorkspace(root, { hosts: config?.hosts ?? [] });
  const systems = workspace.elements.filter(({ kind }) => kind === 'SoftwareSystem');
  const own = systems.filter(({ tags }) => !tags.includes('External'));
  const products = [
    ...systems.filter((system) => !own.includes(system)).map(({ name }) => name),
    ...workspace.elements.flatMap((one) => technologyOf(one)?.split(/, */) ?? []),
  ];
  const author = config && !config.author.placeholder ? [config.author.name] : [];
  const people = new Set([...author, ...ownersIn(indexWorkspace(workspace))]);
  const text = [
    '# What `build --confidential` calls what it must not name. Nobody else should see this file: Git ignores it.',
    '# Money and counts are multiplied with:',
    'ratio: 0.62',
    list(
      'systems',
      own.map(({ name }) => name),
      'System',
    ),
    'products: []',
    ...[...new Set(products)].filter((name) => /\w/.test(name)).map(suggested),
    list('people', [...people], 'Person'),
    '',
  ].join('\n');
  const line = lineOf(root, `${root}/${ALIASES_FILE}`, ALIASES_SCHEMA);
  writeNew(root, { [ALIASES_FILE]: line + text });
  return { files: [ALIASES_FILE] };
}

function list(key: string, names: readonly string[], alias: string): string {
  if (names.length === 0) return `${key}: []`;
  const rows = names.map((name, at) => `  - ${entryOf(name, alias, at + 1)}`);
  return [`${key}:`, ...rows].join('\n');
}

/** A name of one word takes an alias of one word. */
function entryOf(name: string, alias: string, number: number): string {
  const gap = wordsOf(name).length > 1 ? ' ' : '';
  return `{ name: ${JSON.stringify(name)}, alias: ${alias}${gap}${number} }`;
}

function suggested(name: string): string {
  return `#  - { name: ${JSON.stringify(name)}, alias: … }`;
}
