import type { AdrField, AdrLink, Relation } from '../record.ts';
import { normalizeKey } from './front-matter.ts';
import { relationOf, VERB_DISTANCE } from './relation-verbs.ts';
import { resolveStated } from './targets.ts';

/** Fields whose name is the verb: `superseded-by: 0012`. */
const FIELDS: Readonly<Record<string, Relation>> = {
  supersedes: 'supersedes',
  supercedes: 'supersedes',
  replaces: 'supersedes',
  'superseded-by': 'superseded-by',
  'superceded-by': 'superseded-by',
  'replaced-by': 'superseded-by',
  amends: 'amends',
  'amended-by': 'amended-by',
  related: 'relates',
  'relates-to': 'relates',
  'related-to': 'relates',
};

const REFERENCE =
  /\[(?<label>[^[\]]*)\]\((?<href>[^()\s]+)\)|\badr[-_ ]?0*(?<adr>\d{1,6})\b(?![\w-]*\.md)|(?<![\w./-])(?<path>[\w./-]+\.md)\b|^\s*(?<name>\d+[-_][\w-]+)\s*$|^\s*0*(?<bare>\d{1,6})\s*$/gi;

/** Relations of a front matter entry, by its name, or by the words of `status`. */
export function fieldRelations({ key, value, span }: AdrField, file: string): AdrLink[] {
  const named = FIELDS[normalizeKey(key)];
  if (named === undefined && normalizeKey(key) !== 'status') return [];
  const texts = (Array.isArray(value) ? value : [value ?? ''])
    .map(String)
    // `{proposed | superseded by ADR-0123}` is a template's.
    .filter((text) => !/\{[^{}]*\|/.test(text));
  return texts.flatMap((text) =>
    [...text.matchAll(REFERENCE)].flatMap((match): AdrLink[] => {
      const { label, href, adr, path, name, bare } = match.groups ?? {};
      const address = href ?? path ?? name;
      const target =
        address === undefined
          ? { number: Number(adr ?? bare) }
          : resolveStated(address.replace(/#.*/, ''), file);
      if (target === undefined) return [];
      const stated = relationOf(text.slice(Math.max(0, match.index - VERB_DISTANCE), match.index));
      const relation = named ?? stated.relation;
      const verb = named ? key : stated.verb;
      const what = { relation, verb, partly: stated.partly, place: 'front-matter' } as const;
      return [{ ...what, ...target, text: label ?? match[0].trim(), href: address, span }];
    }),
  );
}
