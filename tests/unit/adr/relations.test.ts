import { describe, expect, it } from 'vitest';
import { nygard, place, read, textOf } from './support.ts';

const links = (text: string, file?: string) =>
  read(text, file).links.map(({ relation, verb, number, partly }) =>
    [relation, verb, number, ...(partly ? ['partly'] : [])].join(' | '),
  );

describe('a Status section', () => {
  it.each([
    ['Superseded by [2. B](0002-b.md)', ['superseded-by | Superseded by | 2']],
    ['Superceded by [2. B](0002-b.md)', ['superseded-by | Superceded by | 2']],
    ['Replaced by [2. B](0002-b.md).', ['superseded-by | Replaced by | 2']],
    [
      'Superseded (as never implemented) by [ADR 32](/adr/32)',
      ['superseded-by | Superseded (as never implemented) by | 32'],
    ],
    ['⌛️ Superseded [0019](0019-x.md)', ['superseded-by | Superseded | 19']],
    ['Superseded.  [13. X](../0013-x.md) is newer.', ['superseded-by | Superseded | 13']],
    ['Superseded by ADR025', ['superseded-by | Superseded by | 25']],
    [
      'Partially superseded by [ADR\n17](./0017-x.md).',
      ['superseded-by | superseded by | 17 | partly'],
    ],
    [
      'Superseded by [ADR031](ADR031-a.md) and [ADR034](ADR034-b.md)',
      ['superseded-by | Superseded by | 31', 'superseded-by | Superseded by | 34'],
    ],
    ['Accepted. Replaces [8. X](./deprecated/008-x.md).', ['supersedes | Replaces | 8']],
    ['Accepted, Supplemented by [ADR034](ADR034-x.md)', ['relates | Supplemented by | 34']],
    ['Accepted, amended by [ADR039](ADR039-x.md)', ['amended-by | amended by | 39']],
    ['Superseeded by [2. B](0002-b.md)', ['superseded-by | Superseeded by | 2']],
    ['Obsoleted by ADR 2', ['superseded-by | Obsoleted by | 2']],
    ['Accepted, superseding [9](0009-x.md)', ['supersedes | superseding | 9']],
    ['Superseded by 0009', ['superseded-by | Superseded by | 9']],
    ['Superseded by #9.', ['superseded-by | Superseded by | 9']],
    ['Superseded by 3 newer ones', []],
    ['Superseded by 2024-05-06', []],
    ['Superseded by `0009-x.md`', ['superseded-by | Superseded by | 9']],
    ['Superseded by [[0009-x]]', ['superseded-by | Superseded by | 9']],
    ['Superseded by <a href="0009-x.md">9</a>', ['superseded-by | Superseded by | 9']],
    ['Superseded by [9](0009-x)', ['superseded-by | Superseded by | 9']],
    ['Superseded by [9](../adr/0009-x.html)', ['superseded-by | Superseded by | 9']],
    [
      'Superseded by [9](https://git.example/o/r/blob/main/adr/0009-x.md)',
      ['superseded-by | Superseded by | 9'],
    ],
    ['Superseded by [9](https://example.org/0009-x)', []],
    ['Accepted in general - see [9](0009-x.md)', ['relates | see | 9']],
    ['Amends [10. X](0010-x.md)', ['amends | Amends | 10']],
    [
      'Completes [20. X](0020-x.md),\n[23. Y](0023-y.md)',
      ['relates | Completes | 20', 'relates |  | 23'],
    ],
    ['Rejected (see [019](019-x.md))', ['relates | see | 19']],
    ['Accepted ([issue](https://example.org/12))', []],
    ['Accepted, as [this](../README.md) says', []],
  ])('%s', (status, expected) => {
    expect(links(nygard('1. A', status))).toEqual(expected);
  });
});

describe('other places', () => {
  it.each([
    [
      'MADR 3',
      '---\nstatus: superseded by [ADR-0005](0005-x.md)\n---\n# A\n',
      ['superseded-by | superseded by | 5'],
    ],
    [
      'MADR 4',
      '---\nstatus: "superseded by ADR-0123"\n---\n# A\n',
      ['superseded-by | superseded by | 123'],
    ],
    [
      'both at once',
      '---\nstatus: "accepted; supersedes ADR-0045"\n---\n# A\n',
      ['supersedes | supersedes | 45'],
    ],
    [
      'fields',
      '---\nsupersedes: [0003-x.md, ADR-4]\namended_by: 7\n---\n# A\n',
      ['supersedes | supersedes | 3', 'supersedes | supersedes | 4', 'amended-by | amended_by | 7'],
    ],
    [
      'the name of a file',
      '---\nsupersedes: 0005-example\n---\n# A\n',
      ['supersedes | supersedes | 5'],
    ],
    [
      'a template of MADR',
      '---\nstatus: "{proposed | accepted | superseded by ADR-0123}"\n---\n# A\n',
      [],
    ],
    [
      'log4brains',
      '# A\n\n- Status: superseded by [20200101-x](20200101-x.md)\n\n## Context\n',
      ['superseded-by | superseded by | '],
    ],
    [
      'Links',
      '# A\n\n## Links\n\n- Supersedes [x](0002-x.md)\n* Refined by [y](0003-y.md)\n',
      ['supersedes | Supersedes | 2', 'relates | Refined by | 3'],
    ],
    [
      'a link that speaks of another',
      '# A\n\n## Links\n\n- [B](0002-b.md) supersedes ADR 3\n',
      ['relates |  | 2', 'relates | supersedes | 3'],
    ],
    [
      'a note under the title',
      '# A\n\nNote: this supersedes some aspects of [B](0002-b.md).\n',
      ['supersedes | supersedes | 2 | partly'],
    ],
    ['prose', '# A\n\n## Context\n\nAs in [B](0002-b.md) and ADR-3.\n', ['mention |  | 2']],
    ['code', '# A\n\n## Status\n\n```\nSuperseded by [B](0002-b.md)\n```\n', []],
  ])('%s', (_, text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});

it('gives each link its place, its file and its part of the record', () => {
  const record = read(
    nygard('1. A', 'Accepted\n\nSupersedes [B](./0002-b.md)\n\nAmends [C](0003-c.md)'),
  );
  const [first] = record.links;
  expect(first && [first.file, first.href, place(first.span), textOf(first.span)]).toEqual([
    '0002-b.md',
    './0002-b.md',
    '9:12',
    '[B](./0002-b.md)',
  ]);
  expect(record.supersedes).toEqual([record.links[0]]);
  expect(record.amends).toEqual([record.links[1]]);
  expect([record.supersededBy, record.amendedBy]).toEqual([[], []]);
});

it.each([
  ['deprecated/008-x.md', '[a](../022-b.md)', '022-b.md'],
  ['deprecated/008-x.md', '[a](009-c.md)', 'deprecated/009-c.md'],
  ['001-x.md', '[a](../docs/009-c.md)', '../docs/009-c.md'],
  ['001-x.md', '[a](/docs/009-c.md)', '/docs/009-c.md'],
  ['001-x.md', '[a](0002-b%20c.md#part)', '0002-b c.md'],
])('from %s, %s is %s', (file, link, expected) => {
  expect(read(`# A\n\n${link}\n`, file).links.map((each) => each.file)).toEqual([expected]);
});
