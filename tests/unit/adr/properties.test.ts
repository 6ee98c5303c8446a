import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logOf, readLog } from '#adr/log.ts';
import { readRecord } from '#adr/read-record.ts';
import type { AdrSection } from '#adr/record.ts';
import { Source, type Span } from '#diagnostics/source.ts';
import { nygard } from './support.ts';

/** Pieces that mean something to the reader, so that mutations land where it matters. */
const piece = fc.constantFrom(
  '---\n',
  'status: {accepted}\n',
  'status: superseded by [ADR-2](0002-b.md)\n',
  'elements: [a, 1]\n',
  'options: *x\n',
  '# 1. Title\n',
  '#Title\n',
  '## Status\n',
  '### Status\n\n',
  'Accepted\n',
  '~~Accepted~~ *Deprecated*\n',
  'Superceded by [2. B](0002-b.md)\n',
  'Supersedes ADR-0001\n',
  '* Date: 31/02/2020\n',
  '## Considered Options\n\n* A\n  * Good, because b\n',
  '## Decision Outcome\n\nChosen option: "A", because c\n',
  '| Option | For |\n|---|---|\n| A | b |\n',
  '### Positive Consequences\n\n- x\n',
  '```\n',
  '<!-- ',
  '-->\n',
  '\r\n',
  '\n',
  '[a](b.md',
  '[x]: y.md\n',
  '\uFEFF',
  '😀\u0000',
);

const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string()))
  .map((all) => all.join(''));

it('reads any text without throwing, with every span inside it', () => {
  fc.assert(
    fc.property(text, (written) => {
      const source = new Source('adrs/0001-a.md', written);
      const { record, diagnostics } = readRecord(source);
      expect(record.title).not.toBe('');
      expect(record.source).toBe(source);
      for (const { span, severity } of diagnostics) {
        expect(severity).toBe('warning');
        inside(span, source);
      }
      for (const link of record.links) inside(link.span, source);
      for (const option of record.options) inside(option.span, source);
      record.sections.forEach(function check({ span, body, children }: AdrSection) {
        inside(span, source);
        inside(body, source);
        children.forEach(check);
      });
    }),
    { numRuns: 500 },
  );
});

it('loses no record of a log, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      const sources = texts.map(
        (each, index) => new Source(`adrs/000${index % 3}-r${index}.md`, each),
      );
      const { log } = readLog(sources, 'adrs');
      expect(log.records).toHaveLength(sources.length);
      expect(logOf(log.records.toReversed()).records).toEqual(log.records);
    }),
  );
});

it('reads the same facts with any line ends, and with a byte order mark', () => {
  const facts = (written: string) => {
    const { record } = readRecord(new Source('0002-b.md', written));
    const { title, status, date, supersedes, sections } = record;
    return [
      title,
      status.label,
      date?.iso,
      supersedes.map(({ file }) => file),
      sections.map(({ heading, markdown }) => [heading, markdown.replace(/\s+/g, ' ')]),
    ];
  };
  const plain = nygard('2. B', 'Accepted\n\nSupersedes [1. A](0001-a.md)');
  for (const variant of [
    plain.replaceAll('\n', '\r\n'),
    plain.replaceAll('\n', '\r'),
    `\uFEFF${plain}`,
  ]) {
    expect(facts(variant)).toEqual(facts(plain));
  }
});

function inside(span: Span | undefined, source: Source): void {
  if (span === undefined) return;
  expect(span.source).toBe(source);
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
  expect(span.end).toBeLessThanOrEqual(source.text.length);
}
