import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { lineSpan } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import type { Heading } from '../markdown/headings.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import type { AdrField, Located } from '../record.ts';
import { fieldNamed, fieldText } from './front-matter.ts';
import type { RecordName } from './names.ts';
import { roleOf } from './sections.ts';

/** A record's title, and the number that its heading claims. */
export interface Title {
  readonly title: string;
  readonly heading: Located;
  readonly number?: number | undefined;
  /** The heading that it comes from, if it is one. */
  readonly from?: Heading | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `12. `, `12 - `, `ADR 012: `, `ADR-12 `, `Architecture Decision Record: ` before a title. */
const PREFIX =
  /^(?:\[adr[ _-]?#?(\d{1,6})\](?:\s*[-–—:.]\s*|\s+)|(?:adr|architecture decision record)[ _-]?#?(\d{1,6})(?:\s*[-–—:.]\s*|\s+)|(?:adr|architecture decision record)\s*:\s*|#?(\d{1,6})(?:[.:)]\s*(?!\d)|\s+[-–—]\s+))(?=\S)/i;

/**
 * The title: the first level-1 heading, else `title` of the front matter, else `<h1>`, else a first
 * line that lacks its blank (`#Title`); else, with a warning, a heading above all others, or the
 * words of the file name.
 */
export function readTitle(
  source: Source,
  lines: readonly Line[],
  headings: readonly Heading[],
  fields: readonly AdrField[],
  name: RecordName,
): Title {
  const heading = headings.find(({ level, text }) => level === 1 && text !== '');
  if (heading)
    return { ...titleFrom({ text: heading.text, span: heading.span }, name), from: heading };
  const field = fieldNamed(fields, 'title');
  if (field && fieldText(field))
    return titleFrom({ text: fieldText(field), span: field.span }, name);
  const html = htmlHeading(source, lines, headings);
  if (html) return { ...titleFrom({ text: html.text, span: html.span }, name), from: html };
  const first = lines.find(({ kind, text }) => kind === 'text' && text.trim() !== '');
  const unspaced = /^#([^#\s].*)$/.exec(first?.text ?? '')?.[1];
  const span = lineSpan(source, first?.number ?? 1);
  if (unspaced) return titleFrom({ text: plainText(unspaced), span }, name);
  const top = topHeading(headings);
  if (top) {
    const found = titleFrom({ text: top.text, span: top.span }, name);
    return { ...found, from: top, diagnostics: [lowTitle(top), ...found.diagnostics] };
  }
  const words = name.slug.replace(/[-_]+/g, ' ').trim();
  const title = words ? words[0]?.toUpperCase() + words.slice(1) : name.id;
  const warning = finding(
    'adr-no-title',
    'This record has no title; the words of its file name stand in.',
    span,
    { hint: `Begin the record with a heading such as \`# ${title}\`.` },
  );
  return { title, heading: { text: '', span }, diagnostics: [warning] };
}

/** `<h1>…</h1>` before every heading of Markdown. */
function htmlHeading(
  source: Source,
  lines: readonly Line[],
  headings: readonly Heading[],
): Heading | undefined {
  const before = source.text.slice(0, headings[0]?.span.start);
  for (const { kind, text, start } of lines) {
    if (kind !== 'text' || start >= before.length || !/^\s*<h1[\s>]/i.test(text)) continue;
    const [whole, markdown = ''] =
      /^\s*<h1(?:\s[^<>]*)?>([\s\S]{1,500}?)<\/h1>/i.exec(before.slice(start)) ?? [];
    const title = plainText(markdown);
    if (whole === undefined || title === '') continue;
    const end = start + whole.length;
    return { level: 1, text: title, markdown, span: { source, start, end }, bodyStart: end };
  }
  return undefined;
}

/** A first heading that all others are below, when it is about nothing that a section is about. */
function topHeading([first, ...others]: readonly Heading[]): Heading | undefined {
  if (first === undefined || others.length === 0 || roleOf(first.text) !== 'other')
    return undefined;
  return others.every(({ level }) => level > first.level) ? first : undefined;
}

function lowTitle({ level, text, span }: Heading): Diagnostic {
  return finding('adr-no-title', `The title is a heading of level ${level}.`, span, {
    hint: `Write it as \`# ${text}\`.`,
  });
}

function titleFrom(heading: Located, name: RecordName): Title {
  const prefix = PREFIX.exec(heading.text);
  const digits = prefix?.slice(1).find((group) => group !== undefined);
  const number = digits === undefined ? undefined : Number(digits);
  const title = heading.text.slice(prefix?.[0].length ?? 0);
  if (number === undefined || name.number === undefined || number === name.number) {
    return { title, heading, number, diagnostics: [] };
  }
  const warning = finding(
    'adr-heading-number',
    `The heading says ${number}, the file name says ${name.number}.`,
    heading.span,
    { hint: 'Links and lists go by the file name; give the heading the same number.' },
  );
  return { title, heading, number, diagnostics: [warning] };
}
