import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, nextNumber, slugOf } from '#adr/commands/naming.ts';
import { fillTemplate } from '#adr/commands/template.ts';
import { memoryLog } from './support.ts';

describe('slugOf', () => {
  it.each([
    ['Something About Node.JS', 'something-about-node-js'],
    ['Slash/Slash/Slash/', 'slash-slash-slash'],
    ["Don't repeat yourself", 'don-t-repeat-yourself'],
    ['C++, C#, F#?', 'c-c-f'],
    ['Café für Größe', 'caf-f-r-gr-e'],
    ['Cafe\u0301 time', 'cafe-time'],
    ['使用 PostgreSQL 作为数据库 v2', 'postgresql-v2'],
    ['!!!', ''],
    ['', ''],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is ASCII letters, digits and single hyphens, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});

describe('nextNumber', () => {
  it.each([
    [[], 1n],
    [['0000-x.md'], 1n],
    [['0001-a.md', '0005-b.md'], 6n],
    [['0009-a.md'], 10n],
    [['9999-a.md', '10000-b.md'], 10001n],
    [['2020-report.pdf'], 2021n],
    [['0042-images'], 43n],
    [['20200101-x.md'], 20200102n],
    [['.0009-x.md', 'a0009.md', 'README.md', '0002-x.md/9999-y.md'], 3n],
    [['20200101120000123456-x.md'], 20200101120000123457n],
  ])('after %j', (names, number) => {
    const files = Object.fromEntries(
      [...names, '0002-x.md/'].slice(0, names.length).map((name) => [name, '']),
    );
    const entries = names.some((name) => name.includes('/'))
      ? { ...files, '0002-x.md': '' }
      : files;
    expect(nextNumber(memoryLog(entries).folder())).toBe(number);
  });

  it('has four digits or more', () => {
    expect([fileNameOf(7n, 'A b'), fileNameOf(12345n, '!')]).toEqual(['0007-a-b.md', '12345-.md']);
  });
});

describe('fillTemplate', () => {
  const values = {
    NUMBER: '7',
    TITLE: 'A STATUS & \\1 $& NUMBER',
    DATE: 'today',
    STATUS: 'Accepted',
  };
  it.each([
    ['# NUMBER. TITLE', '# 7. A STATUS & \\1 $& NUMBER'],
    ['NUMBER NUMBER\nNUMBER', '7 NUMBER\n7'],
    ['number {DATE} XSTATUSX', 'number {today} XAcceptedX'],
    ['TITLE\r\nDATE\r\n', 'A STATUS & \\1 $& NUMBER\r\ntoday\r\n'],
    ['', ''],
  ])('%j', (template, text) => {
    expect(fillTemplate(template, values)).toBe(text);
  });
});
