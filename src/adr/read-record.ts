import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { type Heading, headingsOf } from './markdown/headings.ts';
import { type Line, linesOf, linesWithin } from './markdown/lines.ts';
import { linkDefinitionsOf } from './markdown/links.ts';
import { sectionsOf } from './markdown/sections.ts';
import { readConsequences } from './read/consequences.ts';
import { formatOf } from './read/format.ts';
import { readFrontMatter } from './read/front-matter.ts';
import { readMetadata } from './read/metadata.ts';
import { parseRecordName } from './read/names.ts';
import { readOptions } from './read/options.ts';
import { readNames, readTags } from './read/people.ts';
import { dateDiagnostics, readRecordDate } from './read/record-date.ts';
import { readRelations } from './read/relations.ts';
import { allSections, headingStatus, toAdrSections } from './read/sections.ts';
import { readStatus } from './read/status.ts';
import { readTies } from './read/ties.ts';
import { readTitle } from './read/title.ts';
import type { AdrLink, AdrRecord, AdrSection } from './record.ts';

/** How far into a record a `Status:` or `Date:` still counts, when no better place has one. */
const NEAR_THE_TOP = 40;

/** What a record’s log says about all its records. */
export interface ReadOptions {
  /** Whether `10/11/2024` means October here. */
  readonly monthFirst?: boolean;
}

/**
 * Reads a decision record in any of the formats of `AdrFormat`. Never throws and never gives up:
 * what is missing or odd is a warning, and the record carries what could be read.
 *
 * `file` is the record's path inside its log; without it, the last part of the source's name.
 */
export function readRecord(
  source: Source,
  file: string = source.name.split('/').at(-1) ?? source.name,
  { monthFirst = false }: ReadOptions = {},
): { record: AdrRecord; diagnostics: Diagnostic[] } {
  const name = parseRecordName(file);
  const lines = linesOf(source);
  const headings = headingsOf(source, lines);
  const frontMatter = readFrontMatter(source, lines);
  const { fields } = frontMatter;
  const title = readTitle(source, lines, headings, fields, name);
  const body = headings.filter((heading) => heading !== title.from);
  const sections = toAdrSections(sectionsOf(source, body, source.text.length));
  const before = preambleOf(lines, body, title.from?.bodyStart ?? 0);
  const metadata = readMetadata(source, before);
  const top = () => readMetadata(source, lines.slice(0, NEAR_THE_TOP)).fields;
  const statusSections = sectionsWith(sections, 'status');
  const status = readStatus(source, {
    frontMatter: fields,
    metadata: metadata.fields,
    section: statusSections.length > 0 ? linesStating(lines, statusSections) : undefined,
    elsewhere: statusSections.length > 0 ? [] : top(),
  });
  const date = readRecordDate(source, {
    frontMatter: fields,
    metadata: metadata.fields,
    top,
    section: dateSection(lines, sections),
    name: name.date,
    monthFirst,
  });
  const definitions = linkDefinitionsOf(lines);
  const links = readRelations(source, file, {
    lines,
    definitions,
    frontMatter: fields,
    preamble: before,
    status: statusSections.map(({ body }) => body),
    links: sectionsWith(sections, 'links').map(({ body }) => body),
  });
  const { ties, diagnostics: tieDiagnostics } = readTies(
    source,
    lines,
    definitions,
    sections,
    fields,
  );
  const people = (...keys: string[]) => readNames(fields, metadata.fields, ...keys);
  const record: AdrRecord = {
    source,
    file,
    id: name.id,
    slug: name.slug,
    number: name.number,
    format: formatOf(name, fields, metadata.fields, sections),
    title: title.title,
    heading: title.heading,
    status: status.status,
    date,
    deciders: people('deciders', 'decision-makers', 'decider', 'authors', 'author'),
    consulted: people('consulted'),
    informed: people('informed'),
    tags: readTags(fields, metadata.fields),
    links,
    supersedes: withRelation(links, 'supersedes'),
    supersededBy: withRelation(links, 'superseded-by'),
    amends: withRelation(links, 'amends'),
    amendedBy: withRelation(links, 'amended-by'),
    preamble: textWithout(before, metadata.lines),
    sections,
    ...readOptions(source, lines, sections),
    consequences: readConsequences(source, lines, sections),
    ties,
    frontMatter: fields,
    metadata: metadata.fields,
  };
  const diagnostics = [
    ...frontMatter.diagnostics,
    ...title.diagnostics,
    ...status.diagnostics,
    ...dateDiagnostics(source, date),
    ...tieDiagnostics,
  ];
  return { record, diagnostics };
}

/** Lines between the title and the first section. */
function preambleOf(lines: readonly Line[], body: readonly Heading[], start: number): Line[] {
  const end = body.find(({ span }) => span.start >= start)?.span.start ?? Number.POSITIVE_INFINITY;
  return linesWithin(lines, start, end).filter(({ kind }) => kind !== 'front-matter');
}

function sectionsWith(sections: readonly AdrSection[], role: AdrSection['role']): AdrSection[] {
  return allSections(sections).filter((section) => section.role === role && section.level <= 3);
}

/** The bodies of Status sections; what their headings state themselves comes last. */
function linesStating(lines: readonly Line[], sections: readonly AdrSection[]): Line[] {
  const bodies = sections.flatMap(({ body }) => linesWithin(lines, body.start, body.end));
  const headings = sections.flatMap(({ heading, span, body }) => {
    const text = headingStatus(heading);
    const [line] = linesWithin(lines, span.start, body.start);
    return line && text !== undefined ? [{ ...line, text }] : [];
  });
  return [...bodies, ...headings];
}

/** The first line of a section `Date`. */
function dateSection(lines: readonly Line[], sections: readonly AdrSection[]): Line | undefined {
  const section = allSections(sections).find(({ heading }) => /^date:?$/i.test(heading));
  if (section === undefined) return undefined;
  const { start, end } = section.body;
  return linesWithin(lines, start, end).find(({ kind, text }) => kind === 'text' && text.trim());
}

function withRelation(links: readonly AdrLink[], relation: AdrLink['relation']): AdrLink[] {
  return links.filter((link) => link.relation === relation);
}

function textWithout(lines: readonly Line[], taken: ReadonlySet<number>): string {
  const kept = lines.filter(({ number, kind }) => !taken.has(number) && kind !== 'comment');
  return kept
    .map(({ text }) => text)
    .join('\n')
    .trim();
}
