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
  /^(?:(?:adr|architecture decision record)[ _-]?#?(\d{1,6})(?:\s*[-–—:.]\s*|\s+)|(?:adr|architecture decision record)\s*:\s*|#?(\d{1,6})(?:[.:)]\s*(?!\d)|\s+[-–—]\s+))(?=\S)/i;

/**
 * The title: the first level-1 heading, else `title` of the front matter, else a first line that
 * lacks its blank (`#Title`), else the words of the file name, with a warning.
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
  const first = lines.find(({ kind, text }) => kind === 'text' && text.trim() !== '');
  const unspaced = /^#([^#\s].*)$/.exec(first?.text ?? '')?.[1];
  const span = lineSpan(source, first?.number ?? 1);
  if (unspaced) return titleFrom({ text: plainText(unspaced), span }, name);
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

function titleFrom(heading: Located, name: RecordName): Title {
  const prefix = PREFIX.exec(heading.text);
  const digits = prefix?.[1] ?? prefix?.[2];
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
