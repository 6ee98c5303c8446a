import { describe, expect, it } from 'vitest';
import { findings, nygard, place, read } from './support.ts';

const section = (status: string) => nygard('1. First', status);

describe('a Status section', () => {
  it.each([
    ['Accepted', 'accepted', 'Accepted'],
    ['accepted.', 'accepted', 'accepted.'],
    ['✅ Accepted', 'accepted', 'Accepted'],
    ['⌛️ Superseded', 'superseded', 'Superseded'],
    ['> Accepted', 'accepted', 'Accepted'],
    ['`Rejected`', 'rejected', 'Rejected'],
    ['**Accepted**', 'accepted', 'Accepted'],
    ['{ accepted }', 'accepted', 'accepted'],
    ['- Accepted', 'accepted', 'Accepted'],
    ['![Accepted](https://img.example/adr-accepted-green)', 'accepted', 'Accepted'],
    [
      'Accepted (lazy consensus) & implemented',
      'accepted',
      'Accepted (lazy consensus) & implemented',
    ],
    ['Not-Implemented', 'proposed', 'Not-Implemented'],
    ['Proposed, not implemented yet.', 'proposed', 'Proposed, not implemented yet.'],
    ['Rejected in favour of ADR 111', 'rejected', 'Rejected in favour of ADR 111'],
    ['on hold', 'proposed', 'on hold'],
    ['Reverted', 'deprecated', 'Reverted'],
    ['Superceded by [2. B](0002-b.md)', 'superseded', 'Superceded by 2. B'],
    ['Partially superseded by [B](0002-b.md)', 'partly-superseded', 'Partially superseded by B'],
    ['Accepted\n\nSuperseded by [2. B](0002-b.md)', 'superseded', 'Superseded by 2. B'],
    ['Accepted\n\nIt superseded nothing.', 'accepted', 'Accepted'],
    ['~~Accepted~~ *Deprecated - See ADR 017*', 'deprecated', 'Deprecated - See ADR 017'],
    ['Superceeded by [2. B](0002-b.md)', 'superseded', 'Superceeded by 2. B'],
    ['Obsoleted by ADR 2', 'superseded', 'Obsoleted by ADR 2'],
    ['Accepted。', 'accepted', 'Accepted。'],
    ['Ａｃｃｅｐｔｅｄ', 'accepted', 'Ａｃｃｅｐｔｅｄ'],
    ['« Accepted »', 'accepted', 'Accepted'],
    ['\u200fAccepted\u200e', 'accepted', 'Accepted'],
    [':white_check_mark: Accepted', 'accepted', 'Accepted'],
    ['✅', 'accepted', '✅'],
    [':x:', 'rejected', ':x:'],
    ['🤷', 'unknown', '🤷'],
    ['[![status](https://img.example/badge/status-accepted-green)](x)', 'accepted', 'accepted'],
    ['<img src="a.svg" alt="Accepted">', 'accepted', 'Accepted'],
    ['<s>Accepted</s> Deprecated', 'deprecated', 'Deprecated'],
    ['Proposed -> Accepted', 'accepted', 'Accepted'],
    ['- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected', 'accepted', 'Accepted'],
    ['- [ ] Proposed\n- [ ] Accepted', 'unknown', ''],
    ['- 2024-01-02: Proposed\n- 2024-02-02: Accepted', 'accepted', '2024-02-02: Accepted'],
    ['Accepted\n\nProposed on 2024-01-02', 'accepted', 'Accepted'],
    ['| Date | Status |\n|---|---|\n| May 6 | Rejected |', 'rejected', 'Rejected May 6'],
    ['| Status | Draft |\n|---|---|\n| Owner | Ann |', 'proposed', 'Draft Status'],
    ['> **Note**\n> Accepted', 'accepted', 'Accepted'],
    ['Under review', 'proposed', 'Under review'],
    ['Not yet accepted', 'proposed', 'Not yet accepted'],
    ['Never approved', 'rejected', 'Never approved'],
    ['Final', 'accepted', 'Final'],
    ['The final word of the board', 'unknown', 'The final word of the board'],
    ['Proposed / Accepted / Rejected', 'unknown', ''],
    ['Whatever the board says', 'unknown', 'Whatever the board says'],
    ['{Deprecated|Proposed|Accepted}', 'unknown', ''],
    ['> Accepted or Rejected\n>\n> Valid ADR statuses are: "Proposed"', 'unknown', ''],
    ['', 'unknown', ''],
    ['---', 'unknown', ''],
    ['```\nAccepted\n```', 'unknown', ''],
  ])('%s', (text, kind, label) => {
    const { status } = read(section(text));
    expect([status.kind, status.label]).toEqual([kind, label]);
  });

  it.each([
    '# Status',
    '### Status',
    '## status:',
    '## STATUS ##',
    '## 🚦 Status',
    '## 2. Status',
    '## Current status',
    '## Status: Accepted',
  ])('may be headed %s', (heading) => {
    const text = section('Rejected').replace('## Status', heading);
    expect(read(text).status.kind).toBe('rejected');
  });

  it('may come last', () => {
    expect(read('# A\n\n## Context\n\nC\n\n## Status\n\nPROPOSED').status.kind).toBe('proposed');
  });

  it('keeps its history, with struck-through statuses and dates', () => {
    const { status } = read(
      section(
        '~~Proposed~~\n\nAccepted on 2024-05-06\n\nA remark.\n\nSuperseded by [2. B](0002-b.md)',
      ),
    );
    expect(status.history.map(({ kind, struck, date }) => [kind, struck, date?.iso])).toEqual([
      ['proposed', true, undefined],
      ['accepted', false, '2024-05-06'],
      ['superseded', false, undefined],
    ]);
    expect(status.span && place(status.span)).toBe('13:1');
  });
});

describe('other places', () => {
  it.each([
    ['front matter', '---\nstatus: "accepted"\n---\n# A\n', 'accepted', 'front-matter'],
    ['template braces', '---\nstatus: {proposed}\n---\n# A\n', 'proposed', 'front-matter'],
    ['a template', '---\nstatus: {proposed | accepted}\n---\n# A\n', 'unknown', 'front-matter'],
    ['a list item', '# A\n\n* Status: accepted\n\n## Context\n', 'accepted', 'line'],
    ['a bold item', '# A\n\n- **Status:** Active\n', 'accepted', 'line'],
    ['a bold key', '# A\n\n**Status**: draft\n', 'proposed', 'line'],
    ['a full-width colon', '# A\n\n* Status：Accepted\n', 'accepted', 'line'],
    ['the heading', '# A\n\n## Status: Accepted\n\n## Context\n', 'accepted', 'section'],
    ['a table', '# A\n\n| Status | Approved |\n|---|---|\n', 'accepted', 'line'],
    ['further down', '# A\n\n## Info\n\nStatus: declined\n', 'rejected', 'line'],
    [
      'front matter before a section',
      `---\nstatus: rejected\n---\n${section('Accepted')}`,
      'rejected',
      'front-matter',
    ],
    [
      'a section when the front matter is empty',
      `---\nstatus:\n---\n${section('Accepted')}`,
      'accepted',
      'section',
    ],
    ['nowhere', '# A\n\nText.\n', 'unknown', 'nowhere'],
  ])('%s', (_, text, kind, where) => {
    const { status } = read(text);
    expect([status.kind, status.place]).toEqual([kind, where]);
  });
});

describe('findings', () => {
  it.each([
    ['none for a sound record', section('Accepted'), []],
    ['no status', '# A\n', ['adr-no-status 1:1']],
    ['template text', section('{Proposed|Accepted}'), ['adr-status-template 6:1']],
    ['unknown words', section('Maybe'), ['adr-status-unknown 7:1']],
    [
      'disagreement',
      `---\nstatus: rejected\n---\n${section('Accepted')}`,
      ['adr-status-disagrees 10:1'],
    ],
  ])('%s', (_, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});
