import { describe, expect, it } from 'vitest';
import { ADR_CODES } from '#adr/codes.ts';
import { lintLog } from '#adr/lint/lint.ts';
import type { LintFacts, RecordVersion } from '#adr/lint/rule.ts';
import { logFrom, nygard, place } from './support.ts';

const FACTS: LintFacts = { today: '2024-06-01', proposedDays: 90, versions: new Map() };

/** A record that no rule has anything to say about. */
const sound = (title: string, status = 'Accepted') =>
  nygard(title, status).replace('## Decision', '## Considered Options\n\n* X\n* Y\n\n## Decision');

const lint = (files: Readonly<Record<string, string>>, facts: Partial<LintFacts> = {}) =>
  lintLog(logFrom(files), { ...FACTS, ...facts }).map(
    ({ code, span }) => `${code} ${span && `${span.source.name}:${place(span)}`}`,
  );

describe('rules', () => {
  it('find nothing in a sound log', () => {
    expect(
      lint({
        '0001-a.md': sound('1. A', 'Superseded by [2. B](0002-b.md)'),
        '0002-b.md': sound('2. B', 'Accepted\n\nSupersedes [1. A](0001-a.md)'),
      }),
    ).toEqual([]);
  });

  it('find nothing in what `adr init` writes', () => {
    expect(
      lint({ '0001-record-architecture-decisions.md': nygard('1. Record architecture decisions') }),
    ).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    [
      'a link to no file',
      { '0001-a.md': sound('1. A', 'Accepted\n\nAmends [9. X](0009-x.md)') },
      ['adr-dangling-link 0001-a.md:9:8'],
    ],
    [
      'a link to a renamed file',
      { '0001-a.md': sound('1. A'), '0002-b.md': `${sound('2. B')}\nSee [A](0001-old.md).\n` },
      ['adr-dangling-link 0002-b.md:26:5'],
    ],
    [
      'a number that no record has',
      { '0001-a.md': sound('1. A', 'Superseded by ADR-0009') },
      ['adr-dangling-link 0001-a.md:7:15'],
    ],
    [
      'a file that leads out of the log',
      { '0001-a.md': `${sound('1. A')}\nSee [x](../guides/0001-x.md) and [y](README.md).\n` },
      [],
    ],
    [
      'a ring of two',
      {
        '0001-a.md': sound('1. A', 'Supersedes [B](0002-b.md)\n\nSuperseded by [B](0002-b.md)'),
        '0002-b.md': sound('2. B', 'Supersedes [A](0001-a.md)\n\nSuperseded by [A](0001-a.md)'),
      },
      ['adr-supersede-cycle 0001-a.md:7:12'],
    ],
    [
      'a record that supersedes itself',
      { '0001-a.md': sound('1. A', 'Accepted\n\nSupersedes [A](0001-a.md)') },
      ['adr-supersede-cycle 0001-a.md:9:12'],
    ],
    [
      'a number twice',
      { '0001-a.md': sound('1. A'), '0001-b.md': sound('1. B') },
      ['adr-number-twice 0001-b.md:1:1'],
    ],
    [
      'a link to a number that two have',
      {
        '0001-a.md': sound('1. A'),
        '0001-b.md': sound('1. B'),
        '0002-c.md': sound('2. C', 'Accepted. See ADR-1'),
      },
      ['adr-number-twice 0001-b.md:1:1', 'adr-ambiguous-link 0002-c.md:7:15'],
    ],
    [
      'one side of a supersession',
      {
        '0001-a.md': sound('1. A'),
        '0002-b.md': sound('2. B', 'Accepted\n\nSupersedes [A](0001-a.md)'),
      },
      ['adr-one-sided-link 0002-b.md:9:12'],
    ],
    [
      'one side of an amendment',
      {
        '0001-a.md': sound('1. A', 'Accepted\n\nAmended by [B](0002-b.md)'),
        '0002-b.md': sound('2. B'),
      },
      ['adr-one-sided-link 0001-a.md:9:12'],
    ],
    [
      'superseded by nobody',
      { '0001-a.md': sound('1. A', 'Superseded') },
      ['adr-no-successor 0001-a.md:7:1'],
    ],
    [
      'superseded by a proposal',
      {
        '0001-a.md': sound('1. A', 'Superseded by [B](0002-b.md)'),
        '0002-b.md': sound('2. B', 'Proposed\n\nSupersedes [A](0001-a.md)'),
      },
      ['adr-superseded-by-proposal 0001-a.md:7:1'],
    ],
    [
      'no consequences',
      { '0001-a.md': sound('1. A').replace('\n\nE\n', '\n') },
      ['adr-no-consequences 0001-a.md:22:1'],
    ],
    ['no alternatives', { '0001-a.md': nygard('1. A') }, ['adr-no-alternatives 0001-a.md:1:1']],
    ['a proposal may lack both', { '0001-a.md': '# A\n\n## Status\n\nProposed\n' }, []],
    [
      'a proposal that waits',
      { '0001-a.md': sound('1. A', 'Proposed').replace('2024-05-06', '2024-03-02') },
      ['adr-proposed-too-long 0001-a.md:7:1'],
    ],
    [
      'a proposal on the last day',
      { '0001-a.md': sound('1. A', 'Proposed').replace('2024-05-06', '2024-03-03') },
      [],
    ],
    [
      'a date to come',
      { '0001-a.md': sound('1. A').replace('2024-05-06', '2025-05-06') },
      ['adr-future-date 0001-a.md:3:7'],
    ],
  ])('%s', (_, files, expected) => {
    expect(lint(files)).toEqual(expected);
  });

  it('make errors of dangling links, rings and doubled numbers, and of nothing else', () => {
    const codes = ['adr-dangling-link', 'adr-supersede-cycle', 'adr-number-twice'] as const;
    expect(codes.map((code) => ADR_CODES[code].severity)).toEqual(['error', 'error', 'error']);
  });

  it.each([
    ['0009-b.md', '0002-b.md'],
    ['b.md', '0002-b.md'],
    ['0001-other.md', '0001-a.md'],
    ['0009-nothing.md', undefined],
  ])('say what a link to %s may have meant', (href, meant) => {
    const log = logFrom({
      '0001-a.md': `${sound('1. A')}\nSee [x](${href}).\n`,
      '0002-b.md': sound('2. B'),
    });
    const [found] = lintLog(log, FACTS);
    expect(found?.hint).toBe(meant && `Did you mean \`${meant}\`?`);
  });

  it('report a ring once, with its other records', () => {
    const log = logFrom({
      '0001-a.md': sound('1. A', 'Supersedes ADR-2'),
      '0002-b.md': sound('2. B', 'Supersedes ADR-3'),
      '0003-c.md': sound('3. C', 'Supersedes ADR-1'),
      '0004-d.md': sound('4. D', 'Supersedes ADR-1'),
    });
    const rings = lintLog(log, FACTS).filter(({ code }) => code === 'adr-supersede-cycle');
    expect(rings.map(({ related }) => related?.length)).toEqual([2]);
  });
});

describe('edited after acceptance', () => {
  const now = sound('1. A');
  const version = (date: string, text: string): RecordVersion => ({ commit: 'c0ffee', date, text });
  const edits = (...versions: RecordVersion[]) =>
    lint({ '0001-a.md': now }, { versions: new Map([['0001-a.md', versions]]) });
  const decidedOtherwise = now.replace('\nD\n', '\nOther\n');

  it.each<[string, RecordVersion[], string[]]>([
    [
      'another decision',
      [version('2024-05-06', decidedOtherwise), version('2024-05-20', now)],
      ['adr-edited-after-acceptance 0001-a.md:18:1'],
    ],
    [
      'not committed yet',
      [version('2024-05-06', decidedOtherwise)],
      ['adr-edited-after-acceptance 0001-a.md:18:1'],
    ],
    ['on the same day', [version('2024-05-06', decidedOtherwise), version('2024-05-06', now)], []],
    [
      'while it was proposed',
      [
        version('2024-05-06', decidedOtherwise.replace('Accepted', 'Proposed')),
        version('2024-05-20', now),
      ],
      [],
    ],
    [
      'another status',
      [
        version('2024-05-06', now.replace('Accepted', 'Accepted\n\nAmends ADR-3')),
        version('2024-05-20', now),
      ],
      [],
    ],
    [
      'other blanks',
      [version('2024-05-06', now.replaceAll('\n', '\r\n')), version('2024-05-20', now)],
      [],
    ],
    [
      'edited and put back',
      [
        version('2024-05-06', now),
        version('2024-05-20', decidedOtherwise),
        version('2024-05-21', now),
      ],
      [],
    ],
    [
      'a template that was filled in',
      [
        version(
          '2024-05-06',
          now.replace('\nD\n', "\nThe change that we're proposing or have agreed to implement.\n"),
        ),
        version('2024-05-20', now),
      ],
      [],
    ],
    ['no history', [], []],
  ])('%s', (_, versions, expected) => {
    expect(edits(...versions)).toEqual(expected);
  });
});
