import type { Source, Span } from '#diagnostics/source.ts';
import { type Line, linesWithin } from '../markdown/lines.ts';
import { type LinkDefinitions, linksOf } from '../markdown/links.ts';
import type { AdrField, AdrLink } from '../record.ts';
import { fieldRelations } from './field-relations.ts';
import { relationOf, VERB_DISTANCE } from './relation-verbs.ts';
import { resolveStated, resolveTarget, type Target } from './targets.ts';

/** Where a record may speak of others. */
export interface RelationPlaces {
  readonly lines: readonly Line[];
  readonly definitions: LinkDefinitions;
  readonly frontMatter: readonly AdrField[];
  /** Lines between title and first section, metadata included. */
  readonly preamble: readonly Line[];
  /** Bodies of the Status sections and of the Links sections. */
  readonly status: readonly Span[];
  readonly links: readonly Span[];
}

type Place = AdrLink['place'];

/**
 * The links of a record to others: typed ones from front matter, metadata, Status and Links, and
 * mentions from everywhere else. `file` is the record's own path inside the log.
 */
export function readRelations(source: Source, file: string, places: RelationPlaces): AdrLink[] {
  const { lines, definitions } = places;
  const read = (place: Place, among: readonly Line[]) =>
    paragraphsOf(among).flatMap((paragraph) =>
      relationsIn(source, file, place, paragraph, definitions),
    );
  const within = ({ start, end }: Span) => linesWithin(lines, start, end);
  const typed = [
    ...places.frontMatter.flatMap((field) => fieldRelations(field, file)),
    ...read('line', places.preamble).filter(isStated),
    ...places.status.flatMap((span) => read('status', within(span))),
    ...places.links.flatMap((span) => read('links', within(span))),
  ];
  const taken = new Set(typed.map(({ span }) => span.start));
  const mentions = linksOf(source, lines, definitions).flatMap((link): AdrLink[] => {
    const target = taken.has(link.span.start) ? undefined : resolveTarget(link.path, file);
    if (target?.file === undefined) return [];
    const { text, href, span } = link;
    const what = { relation: 'mention', verb: '', partly: false, place: 'body' } as const;
    return [{ ...what, ...target, text, href, span }];
  });
  return [...typed, ...mentions].toSorted((a, b) => a.span.start - b.span.start);
}

/** Before the first section only a verb, a status or a `Related:` line makes a relation. */
function isStated({ relation, verb }: AdrLink): boolean {
  return relation !== 'relates' || /^(?:status|relate)/i.test(verb);
}

/** Relations of one paragraph: every link or bare `ADR-12`, with the last verb before it. */
function relationsIn(
  source: Source,
  file: string,
  place: Place,
  paragraph: readonly Line[],
  definitions: LinkDefinitions,
): AdrLink[] {
  const start = paragraph[0]?.start ?? 0;
  return targetsIn(source, file, paragraph, definitions).map((link) => {
    const from = Math.max(start, link.span.start - VERB_DISTANCE);
    const before = source.text.slice(from, link.span.start);
    const stated = relationOf(before);
    // In a list of links, `[A] also supersedes ADR 3` speaks of A.
    const isOfAnother = place === 'links' && /\]\([^)]*\)[^[]*\w/.test(before);
    return { ...link, place, ...stated, ...(isOfAnother && { relation: 'relates' as const }) };
  });
}

/** `ADR-12`, a number that ends a phrase after its verb, the bare name of a file, and `[[name]]`. */
const BARE = new RegExp(
  [
    String.raw`\bADR[-_ ]?0*(\d{1,6})\b(?![\w-]*\.md)`,
    String.raw`(?<=\b(?:(?:super[sc]ee?d|replac|obsolet)(?:es|ed by)|amend(?:s|ed by)) )#?0*(\d{1,6})(?=[.,;)]?\s*$|[,;)])`,
    String.raw`(?<![\w./:-])([\w./-]{0,200}\d[\w-]{0,200}\.md)\b`,
    String.raw`(?<=\[\[)([^\][|]{1,200})(?=(?:\|[^\][]{0,200})?\]\])`,
  ].join('|'),
  'gi',
);

type FoundTarget = Target & Pick<AdrLink, 'text' | 'href' | 'span'>;

function targetsIn(
  source: Source,
  from: string,
  paragraph: readonly Line[],
  definitions: LinkDefinitions,
): FoundTarget[] {
  const links = linksOf(source, paragraph, definitions);
  const linked = links.flatMap((link): FoundTarget[] => {
    const target = resolveStated(link.path, from);
    return target ? [{ ...target, text: link.text, href: link.href, span: link.span }] : [];
  });
  const bare = paragraph.flatMap(({ text, start: offset }): FoundTarget[] =>
    [...text.matchAll(BARE)].flatMap((match) => {
      const [whole, adr, number = adr, file, path = file] = match;
      const start = offset + match.index;
      if (links.some(({ span }) => span.start <= start && start < span.end)) return [];
      const target = path === undefined ? { number: Number(number) } : resolveStated(path, from);
      const span = { source, start, end: start + whole.length };
      return target ? [{ ...target, text: whole, href: path, span }] : [];
    }),
  );
  return [...linked, ...bare];
}

/** Lines grouped by blank lines, list items and `Key:` lines. */
function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    const isText = line.kind === 'text' && line.text.trim() !== '';
    const begins = /^\s*(?:[-*+]\s|\d+[.)]\s|\|)|^(?:\*\*)?[A-Z][A-Za-z -]{1,28}(?:\*\*)?:/;
    if (isText && open && !begins.test(line.text)) paragraphs.at(-1)?.push(line);
    else if (isText) paragraphs.push([line]);
    open = isText;
  }
  return paragraphs;
}
