import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, type Source, type Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import type { AdrDate, AdrField } from '../record.ts';
import { readDate } from './dates.ts';
import { fieldNamed, fieldText } from './front-matter.ts';

/** Names of the date, the best first. */
const DATE_KEYS = [
  'date',
  'decision date',
  'created',
  'published',
  'last modified',
  'last updated',
  'updated',
];

/** Where a record may state its date, the strongest place first. */
export interface DatePlaces {
  readonly frontMatter: readonly AdrField[];
  readonly metadata: readonly AdrField[];
  /** `Key: value` lines near the top. */
  readonly top: () => readonly AdrField[];
  /** The first line under a heading `Date`. */
  readonly section?: Line | undefined;
  /** From the file name. */
  readonly name?: string | undefined;
  readonly monthFirst: boolean;
}

/** The date of a record, from the first place that states one. */
export function readRecordDate(source: Source, places: DatePlaces): AdrDate | undefined {
  const { frontMatter, metadata, top, section, name, monthFirst } = places;
  const find = (fields: readonly AdrField[]) =>
    DATE_KEYS.map((key) => fieldNamed(fields, key)).find((field) => field && fieldText(field));
  const read = (text: string, place: AdrDate['place'], span: Span) =>
    readDate(plainText(text), place, span, monthFirst);
  const inYaml = find(frontMatter);
  if (inYaml) return read(fieldText(inYaml), 'front-matter', inYaml.span);
  const inLine = find(metadata) ?? find(top());
  if (inLine) return read(fieldText(inLine), 'line', inLine.span);
  if (section) return read(section.text, 'line', lineSpan(source, section.number));
  return name === undefined ? undefined : readDate(name, 'file-name');
}

/** What is odd about a date. */
export function dateDiagnostics(source: Source, date: AdrDate | undefined): Diagnostic[] {
  if (date === undefined || date.form === 'iso' || date.place === 'file-name') return [];
  const span = date.span ?? lineSpan(source, 1);
  if (date.iso === undefined) {
    return [
      finding('adr-date-unreadable', `“${date.text}” cannot be read as a day.`, span, {
        hint: 'Write it as YYYY-MM-DD.',
      }),
    ];
  }
  return [
    finding('adr-date-form', `“${date.text}” was read as ${date.iso}.`, span, {
      hint: `Write \`${date.iso}\`; \`adr upgrade-repository\` does it for DD/MM/YYYY.`,
    }),
  ];
}
