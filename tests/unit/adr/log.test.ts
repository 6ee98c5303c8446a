import { describe, expect, it } from 'vitest';
import { currentAnswers, effectiveStatus, readLog, resolveLink, successorsOf } from '#adr/log.ts';
import { Source } from '#diagnostics/source.ts';
import { logFrom, nygard } from './support.ts';

const chain = logFrom({
  '0003-c.md': nygard('3. C', 'Accepted\n\nSupersedes [2. B](0002-b.md)'),
  '0001-a.md': nygard('1. A', 'Superseded by [2. B](0002-b.md)'),
  '0002-b.md': nygard('2. B', 'Superseded by [3. C](0003-c.md)\n\nSupersedes [1. A](0001-a.md)'),
});
const [a, b, c] = chain.records;

describe('readLog', () => {
  it('sorts by number, then date, then name, and leaves other files out', () => {
    const { log } = readLog(
      [
        '20200102-b.md',
        '0010-x.md',
        '2-y.md',
        'README.md',
        '20200101-z.md',
        'undated.md',
        'templates/template.md',
      ].map((name) => new Source(`docs/adr/${name}`, '# T\n')),
      'docs/adr',
    );
    expect(log.records.map(({ file }) => file)).toEqual([
      '2-y.md',
      '0010-x.md',
      'undated.md',
      '20200101-z.md',
      '20200102-b.md',
    ]);
  });

  it('takes the month first where the log does', () => {
    const log = logFrom({
      '0001-a.md': '# A\n\nDate: 10/11/2024\n',
      '0002-b.md': '# B\n\nDate: 10/31/2024\n',
    });
    expect(log.records.map(({ date }) => date?.iso)).toEqual(['2024-10-11', '2024-10-31']);
  });
});

describe('supersessions', () => {
  it('join both sides and say who states them', () => {
    expect(
      chain.supersessions.map(({ newer, older, statedBy, links }) => [
        newer.id,
        older.id,
        statedBy,
        links.length,
      ]),
    ).toEqual([
      ['0002-b', '0001-a', 'both', 2],
      ['0003-c', '0002-b', 'both', 2],
    ]);
  });

  it('know successors and the current answer', () => {
    expect(successorsOf(chain, a!)).toEqual([b]);
    expect(currentAnswers(chain, a!)).toEqual([c]);
    expect(currentAnswers(chain, c!)).toEqual([]);
  });

  it('end in a ring', () => {
    const ring = logFrom({
      '0001-a.md': nygard('1. A', 'Supersedes ADR-2'),
      '0002-b.md': nygard('2. B', 'Supersedes ADR-1'),
    });
    expect(currentAnswers(ring, ring.records[0]!)).toEqual([]);
  });

  it.each([
    [
      'an accepted successor that alone says so',
      'Accepted',
      'Accepted\n\nSupersedes [1. A](0001-a.md)',
      'superseded',
    ],
    ['a proposed one', 'Accepted', 'Proposed\n\nSupersedes [1. A](0001-a.md)', 'accepted'],
    ['one for a part', 'Accepted', 'Accepted\n\nPartly supersedes [1. A](0001-a.md)', 'accepted'],
    ['none', 'Superseded', 'Accepted', 'superseded'],
  ])('effective status with %s', (_, older, newer, expected) => {
    const log = logFrom({ '0001-a.md': nygard('1. A', older), '0002-b.md': nygard('2. B', newer) });
    expect(effectiveStatus(log, log.records[0]!)).toBe(expected);
  });
});

describe('resolveLink', () => {
  const log = logFrom({
    '0001-a.md': '# A\n',
    '0002-b.md': '# B\n',
    '0002-c.md': '# C\n',
    'old/0003-d.md': '# D\n',
  });
  it.each([
    ['[x](0001-a.md)', 'record 0001-a exact'],
    ['[x](./0001-a.md#part)', 'record 0001-a exact'],
    ['[x](old/0003-d.md)', 'record old-0003-d exact'],
    ['[x](0001-renamed.md)', 'record 0001-a'],
    ['[x](0002-renamed.md)', 'ambiguous'],
    ['[x](0009-none.md)', 'nowhere'],
    ['[x](../other/0001-a.md)', 'record 0001-a exact'],
    ['[x](../other/0009-none.md)', 'outside'],
    ['[x](/docs/adr/0001-a.md)', 'record 0001-a exact'],
    ['ADR-1', 'record 0001-a exact'],
    ['ADR-2', 'ambiguous'],
    ['ADR-9', 'nowhere'],
    ['[x](/adr/1)', 'record 0001-a exact'],
  ])('%s', (link, expected) => {
    const [found] = logFrom({ '0007-from.md': `# From\n\n## Status\n\nSee ${link}\n` }).records[0]!
      .links;
    const target = resolveLink(log, found!);
    const shown =
      target.kind === 'record'
        ? `record ${target.record.id}${target.exact ? ' exact' : ''}`
        : target.kind;
    expect(shown).toBe(expected);
  });
});
