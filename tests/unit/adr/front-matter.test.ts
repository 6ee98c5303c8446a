import { describe, expect, it } from 'vitest';
import { findings, place, read, textOf } from './support.ts';

const yaml = (text: string) => `---\n${text}\n---\n# A\n\n## Status\n\nAccepted\n`;

describe('front matter', () => {
  it('keeps every entry with its value and its place', () => {
    const { frontMatter } = read(yaml('nav_order: 0042\nparent: Decisions\ntags: [a, b]\nempty:'));
    expect(frontMatter.map(({ key, value }) => [key, value])).toEqual([
      ['nav_order', 42],
      ['parent', 'Decisions'],
      ['tags', ['a', 'b']],
      ['empty', null],
    ]);
    expect(frontMatter.map(({ span }) => place(span))).toEqual(['2:12', '3:9', '4:7', '5:1']);
  });

  it.each([
    ['a list', 'deciders: [Ann, Bob B.]', ['Ann', 'Bob B.']],
    ['text with commas', 'deciders: Ann, Bob B.', ['Ann', 'Bob B.']],
    ['the name of MADR 4', 'decision-makers:\n  - Ann', ['Ann']],
    ['a template', 'deciders: {list everyone involved in the decision}', []],
    ['links', 'deciders: "[Ann](https://a.example), Bob"', ['Ann', 'Bob']],
    ['nothing', 'deciders:', []],
  ])('names of people: %s', (_, text, expected) => {
    expect(read(yaml(text)).deciders.map((each) => each.text)).toEqual(expected);
  });

  it('is read line by line where it is not YAML', () => {
    const text = yaml('status: {accepted | rejected\ndate: "2024-05-06"\ndeciders: @ann');
    const record = read(text);
    expect(findings(text)).toEqual(['adr-front-matter 3:1']);
    expect(record.date?.iso).toBe('2024-05-06');
    expect(record.deciders.map((each) => each.text)).toEqual(['@ann']);
  });

  it.each([
    ['an unknown alias', 'status: *x'],
    ['a list instead of a map', '- a\n- b'],
    ['tabs', 'status:\n\taccepted'],
    ['a key twice', 'status: accepted\nstatus: rejected'],
  ])('%s loses nothing', (_, text) => {
    expect(read(yaml(text)).title).toBe('A');
  });
});

describe('metadata under the title', () => {
  it('is taken off the preamble', () => {
    const record = read(
      '# A\n\n* Status: accepted\n* Deciders: Ann,\n  Bob\n* Date: 2024-05-06\n\nTechnical Story: PROJ-1\n\nSome words.\n\n## Context\n',
    );
    expect(record.metadata.map(({ key, value }) => [key, value])).toEqual([
      ['Status', 'accepted'],
      ['Deciders', 'Ann, Bob'],
      ['Date', '2024-05-06'],
      ['Technical Story', 'PROJ-1'],
    ]);
    expect(record.preamble).toBe('Some words.');
    expect(record.deciders.map((each) => each.text)).toEqual(['Ann', 'Bob']);
    expect(record.date?.span && textOf(record.date.span)).toBe('2024-05-06');
  });

  it('may nest names', () => {
    const record = read('# A\n\n- Deciders:\n  - Ann\n  - Bob\n\n## Context\n');
    expect(record.deciders.map((each) => each.text)).toEqual(['Ann', 'Bob']);
  });

  it('leaves sentences with a colon alone', () => {
    const record = read('# A\n\nNote: this is prose.\n\n## Context\n');
    expect([record.metadata, record.preamble]).toEqual([[], 'Note: this is prose.']);
  });

  it.each([
    ['Tags: Kafka, Event Sourcing', ['kafka', 'event sourcing']],
    ['Tags: kafka events', ['kafka', 'events']],
  ])('%s', (line, expected) => {
    expect(read(`# A\n\n- ${line}\n`).tags.map(({ text }) => text)).toEqual(expected);
  });
});
