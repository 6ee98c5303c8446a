import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, type Source } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
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

/**
 * The date of a record: from the front matter, from a line under the title or near the top, or else
 * from the file name.
 */
export function readRecordDate(
  frontMatter: readonly AdrField[],
  metadata: readonly AdrField[],
  top: () => readonly AdrField[],
  ofName: string | undefined,
  monthFirst: boolean,
): AdrDate | undefined {
  const find = (fields: readonly AdrField[]) =>
    DATE_KEYS.map((key) => fieldNamed(fields, key)).find((field) => field && fieldText(field));
  const inYaml = find(frontMatter);
  if (inYaml) return readDate(fieldText(inYaml), 'front-matter', inYaml.span, monthFirst);
  const inLine = find(metadata) ?? find(top());
  if (inLine) return readDate(fieldText(inLine), 'line', inLine.span, monthFirst);
  return ofName === undefined ? undefined : readDate(ofName, 'file-name');
}

/** What is odd about a date. */
export function dateDiagnostics(source: Source, date: AdrDate | undefined): Diagnostic[] {
  if (date === undefined || date.form === 'iso' || date.place === 'file-name') return [];
  const span = date.span ?? lineSpan(source, 1);
  if (date.iso === undefined) {
    return [
      finding('adr-date-unreadable', `“${date.text}” is no date of the calendar.`, span, {
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
