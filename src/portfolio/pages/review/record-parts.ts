import { slug } from 'github-slugger';
import type { AdrRecord, AdrSection } from '#adr/record.ts';
import type { Span } from '#diagnostics/source.ts';

/** A part of a record's page that can be linked to. */
interface RecordPart {
  /** What `#` in an address leads to. */
  readonly id: string;
  readonly heading: string;
  readonly span?: Span | undefined;
}

/** Whether the options are a table: the record argues about them, or says what they cost. */
export function tablesOptions({ options, ties }: AdrRecord): boolean {
  const argued = options.some(({ pros, cons }) => pros.length + cons.length > 0);
  return options.length > 0 && (argued || ties.optionCosts.length > 0);
}

/** Whether the consequences are columns: the record says what was gained, or given up. */
export function sortsConsequences({ consequences }: AdrRecord): boolean {
  return consequences !== undefined && consequences.gained.length + consequences.givenUp.length > 0;
}

/** Sections that are no part of their own: what the page shows as status, table or columns. */
export function isShownElsewhere(record: AdrRecord, { role }: AdrSection): boolean {
  if (role === 'options' || role === 'pros-and-cons') return tablesOptions(record);
  return role === 'status' || (role === 'consequences' && sortsConsequences(record));
}

/** The parts of a record's page, as in its text; options and consequences after them. */
export function recordParts(record: AdrRecord): RecordPart[] {
  const spanOf = (wanted: AdrSection['role']) =>
    record.sections.flatMap((one) => [one, ...one.children]).find(({ role }) => role === wanted)
      ?.span;
  return [
    ...(record.preamble.trim() === '' ? [] : [{ id: 'introduction', heading: 'Introduction' }]),
    ...record.sections
      .filter((section) => !isShownElsewhere(record, section))
      .map(({ heading, span }) => ({ id: slug(heading), heading, span })),
    ...(tablesOptions(record)
      ? [{ id: 'options', heading: 'Options', span: spanOf('options') }]
      : []),
    ...(sortsConsequences(record)
      ? [
          {
            id: 'consequences',
            heading: 'Consequences',
            span: spanOf('consequences') ?? record.consequences?.span,
          },
        ]
      : []),
  ];
}
