import { z } from 'zod';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located, Path } from '#diagnostics/located.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { validate } from '#diagnostics/validate.ts';
import { confidentialProblem } from './codes.ts';
import { lookAlikes } from './letters.ts';
import { type HiddenName, nameFinder, wordsOf } from './names.ts';

const name = z
  .string()
  .refine((text) => wordsOf(text).join('').length >= 2, {
    message: 'a name of two letters or more is due',
  })
  .describe('The name as the content writes it.');

/** Words that can stand wherever a name stood: in DSL, YAML, Markdown, SQL and addresses. */
const alias = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*$/,
    'words of letters and digits, with a blank or dash between them, are due',
  )
  .describe('What is written instead: words of letters and digits.');

const entry = z
  .strictObject({
    name,
    alias: alias.optional(),
    keep: z.literal(true).describe('The name may be read: nothing is written instead.').optional(),
    common: z
      .boolean()
      .describe('A word of everyday language, such as `Orders`: hidden only as it is written.')
      .default(false),
    also: z
      .record(name, alias)
      .describe('Other spellings, identifiers and short forms, each with its own alias.')
      .default({}),
  })
  .refine((one) => (one.alias === undefined) === (one.keep === true), {
    message: 'either `alias` or `keep: true` is due',
    when: ({ issues }) => issues.length === 0,
  });

/** `aliases.yaml`: how a confidential build calls what it must not name. */
export const aliasList = z.strictObject({
  ratio: z
    .number()
    .gt(0)
    .lte(10)
    .refine((value) => value !== 1, 'it hides nothing')
    .refine((value) => Number.isInteger(Math.round(value * 1e9) / 1e6), 'at most three decimals')
    .describe('What all amounts of money and all counts are multiplied with: 0.62.'),
  systems: z.array(entry).describe('Each software system of the workspace.'),
  products: z.array(entry).default([]).describe('Products, technologies, companies.'),
  people: z.array(entry).describe('The author, and who else is named.'),
});

const GROUPS = ['systems', 'products', 'people'] as const;
/** A group of names of `aliases.yaml`. */
export type AliasGroup = (typeof GROUPS)[number];

/** What a confidential build goes by. */
export interface Aliases {
  readonly ratio: number;
  readonly names: readonly HiddenName[];
  /** Whether a name has an entry, hidden or kept. */
  readonly isListed: (group: AliasGroup, name: string) => boolean;
  readonly located: Located;
}

/** Reads `aliases.yaml`, and finds aliases that would give a name away or make one thing of two. */
export function readAliases(located: Located): {
  readonly aliases: Aliases | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const checked = validate(located, aliasList, (message, span, detail) =>
    confidentialProblem('aliases-invalid', message, span, detail),
  );
  if (checked.value === undefined) return { aliases: undefined, diagnostics: checked.diagnostics };
  const list = checked.value;
  const placed = GROUPS.flatMap((group) =>
    list[group].flatMap((one, at) => {
      const isCommon = one.common;
      const first = `${group}[${at}]`;
      const spelled = Object.entries(one.also).map(([spelling, instead]) => ({
        path: [group, at, 'also', spelling],
        hidden: { name: spelling, alias: instead, entry: `${first}.also`, isCommon },
      }));
      if (one.alias === undefined) return spelled;
      const hidden = { name: one.name, alias: one.alias, entry: first, isCommon };
      return [{ path: [group, at, 'alias'], hidden }, ...spelled];
    }),
  );
  const diagnostics = clashes(placed, located);
  if (diagnostics.length > 0) return { aliases: undefined, diagnostics };
  const aliases: Aliases = {
    ratio: list.ratio,
    names: placed.map(({ hidden }) => hidden),
    isListed: (group, wanted) =>
      list[group].some((one) => one.name === wanted || Object.hasOwn(one.also, wanted)),
    located,
  };
  return { aliases, diagnostics: [] };
}

interface Placed {
  readonly path: Path;
  readonly hidden: HiddenName;
}

function clashes(placed: readonly Placed[], located: Located): Diagnostic[] {
  const find = nameFinder(
    placed.map(({ hidden }) => hidden),
    lookAlikes(),
  );
  const known = new Map<string, Placed>();
  return placed.flatMap((one): Diagnostic[] => {
    const { path, hidden } = one;
    const span = located.spanOf(path);
    const [said] = find(hidden.alias);
    if (said) {
      const message = `The alias \`${hidden.alias}\` says \`${said.name.name}\`, which is to be hidden.`;
      return [confidentialProblem('alias-clash', message, span)];
    }
    const words = wordsOf(hidden.name);
    if (words.length === 1 && wordsOf(hidden.alias).length > 1) {
      const message = `\`${hidden.name}\` is one word, and its alias is more.`;
      const hint = 'A name of one word may be an identifier, where an alias of two cannot stand.';
      return [confidentialProblem('aliases-invalid', message, span, { hint })];
    }
    const key = wordsOf(hidden.alias).join('').toLowerCase();
    const first = known.get(key);
    known.set(key, first ?? one);
    if (!first || first.hidden.entry.replace('.also', '') === hidden.entry.replace('.also', ''))
      return [];
    const message = `\`${first.hidden.name}\` and \`${hidden.name}\` would both be \`${hidden.alias}\`.`;
    const related = [{ message: 'The first is here', span: located.spanOf(first.path) }];
    return [confidentialProblem('alias-clash', message, span, { related })];
  });
}

/** What a portfolio has that an alias is due for. */
export interface Named {
  /** Software systems of the author's own; others may be listed. */
  readonly systems: readonly string[];
  /** Elements that `systems` may name. */
  readonly elements: readonly string[];
  /** The author, where it is a person and not the placeholder. */
  readonly author: string | undefined;
}

/** Systems and authors without an alias, and aliases of systems that are not there. */
export function checkAliases(aliases: Aliases, { systems, elements, author }: Named): Diagnostic[] {
  const { located, isListed } = aliases;
  const due = [
    ...systems.map((one) => ({ group: 'systems', name: one, what: 'The system' }) as const),
    ...(author === undefined
      ? []
      : [{ group: 'people', name: author, what: 'The author' } as const]),
  ];
  const missing = due
    .filter((one) => !GROUPS.some((group) => isListed(group, one.name)))
    .map(({ group, name: wanted, what }) => {
      const hint = `Add \`- { name: ${wanted}, alias: … }\` to \`${group}\`, or \`keep: true\` in the place of the alias.`;
      const message = `${what} \`${wanted}\` has no alias.`;
      return confidentialProblem('alias-missing', message, located.keySpanOf([group]), { hint });
    });
  const listed = aliasList.safeParse(located.value).data?.systems ?? [];
  const unknown = listed.flatMap((one, at): Diagnostic[] => {
    if (elements.includes(one.name)) return [];
    const hint = didYouMean(one.name, elements) ?? 'What is no system goes to `products`.';
    const message = `The workspace has no element \`${one.name}\`.`;
    const span = located.spanOf(['systems', at, 'name']);
    return [confidentialProblem('alias-unknown', message, span, { hint })];
  });
  return [...missing, ...unknown];
}
