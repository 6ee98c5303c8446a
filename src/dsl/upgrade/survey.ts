import type { Source } from '#diagnostics/source.ts';
import { valueOfToken } from '../lexer/tokens.ts';
import { type WrittenStatement, writtenStatements } from './statements.ts';

/** What has to be known of all files before one of them can be rewritten. */
export interface Survey {
  /** Names of relationships, in lower case. */
  readonly relationships: ReadonlySet<string>;
  /** Names of constants that are defined more than once. */
  readonly redefined: ReadonlySet<string>;
  /** Whether some file sets the separator of nested groups. */
  readonly hasSeparator: boolean;
  /** The characters of all names of groups. */
  readonly groupNames: string;
  /** Files that start with a group, to be included where there may be one already. */
  readonly hasLooseGroups: boolean;
}

/** Looks through the files of a workspace. */
export function survey(sources: readonly Source[]): Survey {
  const relationships = new Set<string>();
  const constants = new Map<string, number>();
  const names: string[] = [];
  let hasLooseGroups = false;
  for (const statement of sources.flatMap((source) => [...writtenStatements(source)])) {
    const { identifier, words, keyword, blocks } = statement;
    if (identifier !== undefined && isRelationship(statement))
      relationships.add(identifier.toLowerCase());
    const name = words[1]?.raw ?? '';
    if (CONSTANTS.has(keyword)) constants.set(name, (constants.get(name) ?? 0) + 1);
    if (keyword === 'group' || keyword === 'enterprise') names.push(name);
    if (keyword === 'group' && blocks.length === 0) hasLooseGroups = true;
  }
  return {
    relationships,
    redefined: new Set([...constants].flatMap(([name, count]) => (count > 1 ? name : []))),
    hasSeparator: sources.some(({ text }) => /structurizr\.groupSeparator/i.test(text)),
    groupNames: names.map(valueOfToken).join(''),
    hasLooseGroups,
  };
}

const CONSTANTS: ReadonlySet<string> = new Set(['!constant', '!const', '!var']);

/** `a -> b`, `-> b`, or either with an archetype: `--name->`. */
export function isRelationship({ words }: WrittenStatement): boolean {
  return [words[0], words[1]].some((word) => word !== undefined && /^-(?:-.*-)?>$/.test(word.raw));
}
