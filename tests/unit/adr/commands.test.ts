import { describe, expect, it } from 'vitest';
import { config } from '#adr/commands/config.ts';
import { graph } from '#adr/commands/graph.ts';
import { COMMANDS, generalHelp, helpText } from '#adr/commands/help.ts';
import { linkRecords } from '#adr/commands/link.ts';
import { lintFolder } from '#adr/commands/lint.ts';
import { listRecords } from '#adr/commands/list.ts';
import { initialRecord, newRecord } from '#adr/commands/new.ts';
import type { Outcome } from '#adr/commands/outcome.ts';
import { showRecord } from '#adr/commands/show.ts';
import { setStatus, statusTable } from '#adr/commands/status.ts';
import { tableOfContents } from '#adr/commands/toc.ts';
import { upgradeDates } from '#adr/commands/upgrade.ts';
import { at, memoryLog, nygard } from './support.ts';

const TEMPLATE = '# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\nSTATUS\n\n## Context\n';
const request = (title: string, more: object = {}) => ({
  title,
  supersedes: [],
  links: [],
  date: '2024-05-06',
  status: 'Accepted',
  template: TEMPLATE,
  ...more,
});
const codes = ({ diagnostics }: Outcome) => diagnostics.map(({ code }) => code);

describe('new', () => {
  it('writes the new record first, then those that it links to, and prints its path', () => {
    const log = memoryLog({ '0001-a.md': nygard('1. A'), '0002-b.md': nygard('2. B') });
    const outcome = log.run((folder) =>
      newRecord(folder, request('C', { supersedes: ['1'], links: ['2:Amends:Amended by'] })),
    );
    expect(outcome).toMatchObject({ exit: 0, stdout: 'doc/adr/0003-c.md\n', edit: '0003-c.md' });
    expect(outcome.writes.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      'create 0003-c.md',
      'replace 0001-a.md',
      'replace 0002-b.md',
    ]);
    expect(log.texts.get('0003-c.md')).toBe(
      '# 3. C\n\nDate: 2024-05-06\n\n## Status\n\nAccepted\n\nSupersedes [1. A](0001-a.md)\n\nAmends [2. B](0002-b.md)\n\n## Context\n',
    );
    expect(outcome.json).toEqual({
      path: 'doc/adr/0003-c.md',
      number: 3,
      changed: ['doc/adr/0001-a.md', 'doc/adr/0002-b.md'],
    });
  });

  it.each([
    ['no title', request(''), [], 'ERROR: no title given\n'],
    ['a line break', request('a\nb'), ['adr-title'], ''],
    ['a title that is too long', request('a'.repeat(300)), ['adr-title'], ''],
    ['no such record', request('A', { supersedes: ['9'] }), ['adr-unknown-reference'], ''],
    ['itself', request('A', { supersedes: ['2'] }), ['adr-unknown-reference'], ''],
    ['a link of one part', request('A', { links: ['1'] }), ['adr-usage'], ''],
    ['a link without its way back', request('A', { links: ['1:Amends:'] }), ['adr-usage'], ''],
    [
      'everything at once',
      request('a\nb', { supersedes: ['9'], links: ['x:y:z'] }),
      ['adr-title', 'adr-unknown-reference', 'adr-unknown-reference'],
      '',
    ],
  ])('with %s writes nothing', (_, wanted, expected, stdout) => {
    const outcome = newRecord(memoryLog({ '0001-a.md': nygard('1. A') }).folder(), wanted);
    expect(outcome).toMatchObject({ exit: 1, stdout, writes: [] });
    expect(codes(outcome)).toEqual(expected);
  });

  it('begins a log with a record that bears the number of its file, and opens no editor', () => {
    const log = memoryLog({ '0005-x.md': '' });
    const outcome = log.run((folder) => initialRecord(folder, '# NUMBER. Record\n', '2024-05-06'));
    expect([outcome.edit, log.texts.get('0006-record-architecture-decisions.md')]).toEqual([
      undefined,
      '# 6. Record\n',
    ]);
  });
});

describe('link', () => {
  const log = () => memoryLog({ '0001-a.md': nygard('1. A'), '0002-b.md': nygard('2. B') });
  const link = (source: string, verb: string, target: string, reverse: string) => ({
    source,
    verb,
    target,
    reverse,
  });

  it('writes both halves, or neither', () => {
    const one = log();
    one.run((folder) => linkRecords(folder, link('2', 'Amends', '1', 'Amended by')));
    expect(one.texts.get('0001-a.md')).toContain('Amended by [2. B](0002-b.md)');
    expect(one.texts.get('0002-b.md')).toContain('Amends [1. A](0001-a.md)');
  });

  it('may lead a record to itself', () => {
    const one = log();
    one.run((folder) => linkRecords(folder, link('1', 'Relates to', '1', 'Related to')));
    expect(one.texts.get('0001-a.md')).toContain(
      'Relates to [1. A](0001-a.md)\n\nRelated to [1. A](0001-a.md)\n',
    );
  });

  it.each([
    ['9', 'Amends', '1', 'Amended by', ['adr-unknown-reference']],
    ['9', 'Amends', '8', 'Amended by', ['adr-unknown-reference', 'adr-unknown-reference']],
    ['1', '', '2', 'Amended by', ['adr-usage']],
    ['', '', '', '', ['adr-usage']],
  ])('%s %s %s %s fails', (source, verb, target, reverse, expected) => {
    const outcome = linkRecords(log().folder(), link(source, verb, target, reverse));
    expect([outcome.exit, outcome.writes, codes(outcome)]).toEqual([1, [], expected]);
  });
});

describe('reports', () => {
  const files = {
    '0001-a.md': nygard('1. A "quoted" \\ path'),
    '0002-b.md': nygard(
      '2. B',
      'Superseded by [5. C](0005-c.md)\n\n- Amends [1. A](0001-a.md)\nSee [site](https://x.example/1)',
    ),
    '0005-c.md': nygard(
      '5. C',
      'Accepted\n\nSupersedes [2. B](0002-b.md)\n\nAmended By [1. A](0001-a.md)',
    ),
    '0005-c.md.bak': 'x',
    'README.md': 'x',
  };

  it('list everything that adr-tools lists', () => {
    expect(listRecords(memoryLog(files).folder()).stdout).toBe(
      'doc/adr/0001-a.md\ndoc/adr/0002-b.md\ndoc/adr/0005-c.md\ndoc/adr/0005-c.md.bak\n',
    );
  });

  it('make a table of contents', () => {
    const { stdout } = tableOfContents(memoryLog(files, 'x y').folder(), {
      intro: 'In',
      outro: 'Out',
      prefix: 'p/',
    });
    expect(stdout).toBe(
      '# Architecture Decision Records\n\nIn\n* [1. A "quoted" \\ path](p/0001-a.md)\n* [2. B](p/0002-b.md)\n* [5. C](p/0005-c.md)\n\nOut',
    );
  });

  it('make a graph that Graphviz can read', () => {
    expect(graph(memoryLog(files).folder(), { prefix: '', extension: '.html' }).stdout).toBe(
      `digraph {
  node [shape=plaintext];
  subgraph {
    _1 [label="1. A \\"quoted\\" \\\\ path"; URL="0001-a.html"];
    _2 [label="2. B"; URL="0002-b.html"];
    _1 -> _2 [style="dotted", weight=1];
    _5 [label="5. C"; URL="0005-c.html"];
    _4 -> _5 [style="dotted", weight=1];
  }
  _2 -> _1 [label="- Amends", weight=0]
  _5 -> _2 [label="Supersedes", weight=0]
  _5 -> _1 [label="Amended By", weight=0]
}
`,
    );
  });

  it('draw the links of MADR as well', () => {
    const madr =
      '---\nstatus: "accepted; supersedes ADR-0001"\n---\n# B\n\n## Decision Outcome\n\nD\n';
    const { stdout } = graph(memoryLog({ '0001-a.md': '# A\n', '0002-b.md': madr }).folder(), {
      prefix: '',
      extension: '',
    });
    expect(stdout).toContain('_2 -> _1 [label="supersedes", weight=0]');
  });

  it.each([
    [
      'list',
      (log: ReturnType<typeof memoryLog>) => listRecords(log.folder()),
      1,
      'The doc/adr directory does not exist\n',
    ],
    [
      'toc',
      (log: ReturnType<typeof memoryLog>) =>
        tableOfContents(log.folder(), { intro: '', outro: '', prefix: '' }),
      1,
      '',
    ],
    [
      'graph',
      (log: ReturnType<typeof memoryLog>) => graph(log.folder(), { prefix: '', extension: '' }),
      1,
      '',
    ],
    ['upgrade', (log: ReturnType<typeof memoryLog>) => upgradeDates(log.folder()), 2, ''],
    ['status', (log: ReturnType<typeof memoryLog>) => statusTable(log.folder()), 1, ''],
  ])('%s needs a log', (_, run, exit, stdout) => {
    const outcome = run(memoryLog());
    expect([outcome.exit, outcome.stdout, codes(outcome)]).toEqual([exit, stdout, ['adr-no-log']]);
  });
});

describe('upgrade-repository', () => {
  it.each([
    ['Date: 31/12/1999\r\n', 'Date: 1999-12-31\r\n', []],
    ['Date: 01/02/2003 Date: 04/05/2006', 'Date: 2003-02-01 Date: 04/05/2006', []],
    ['Review Date: 07/08/2009x', 'Review Date: 2009-08-07x', []],
    ['Date:  31/12/1999\ndate: 31/12/1999\nDate: 1/2/2003', undefined, []],
    ['Date: 12/31/1999', undefined, ['adr-date-kept 1:7']],
    ['\uFEFFx\nDate: 31/02/2000', undefined, ['adr-date-kept 2:7']],
  ])('%j', (before, after, findings) => {
    const outcome = upgradeDates(memoryLog({ '0001-a.md': before }).folder());
    expect(outcome.writes.map(({ text }) => text)).toEqual(after === undefined ? [] : [after]);
    expect(outcome.diagnostics.map(at)).toEqual(findings);
  });
});

describe('status', () => {
  it.each([
    ['a section', nygard('1. A', 'Proposed'), nygard('1. A', 'Rejected')],
    [
      'with text after it',
      nygard('1. A', 'Proposed, for now\n\nA note.'),
      nygard('1. A', 'Rejected\n\nA note.'),
    ],
    [
      'beside a link',
      nygard('1. A', 'Amends [2. B](0002-b.md)'),
      nygard('1. A', 'Rejected\n\nAmends [2. B](0002-b.md)'),
    ],
    [
      'CRLF',
      nygard('1. A').replaceAll('\n', '\r\n'),
      nygard('1. A', 'Rejected').replaceAll('\n', '\r\n'),
    ],
    [
      'front matter',
      '---\nstatus: accepted # x\n---\n# A\n',
      '---\nstatus: rejected # x\n---\n# A\n',
    ],
    [
      'a list',
      '# A\n\n* Status: accepted\n\n## Decision Outcome\n',
      '# A\n\n* Status: rejected\n\n## Decision Outcome\n',
    ],
    [
      'a history with dates',
      '# A\n\n## Status\n\n- 2024-01-02: Proposed\n- 2024-02-02: Accepted\n',
      '# A\n\n## Status\n\nRejected\n\n- 2024-01-02: Proposed\n- 2024-02-02: Accepted\n',
    ],
    [
      'a heading',
      '# A\n\n## Status: Accepted\n\n## Context\n',
      '# A\n\n## Status: Accepted\n\nRejected\n\n## Context\n',
    ],
    ['nowhere', '# A\n\n## Context\n', '# A\n\n## Status\n\nRejected\n\n## Context\n'],
  ])('is set in %s', (_, before, after) => {
    const log = memoryLog({ '0001-a.md': before });
    log.run((folder) => setStatus(folder, '1', 'Rejected'));
    expect(log.texts.get('0001-a.md')).toBe(after);
  });

  it.each(['superseded', 'acepted', 'done', ''])('refuses %s', (status) => {
    const outcome = setStatus(memoryLog({ '0001-a.md': nygard('1. A') }).folder(), '1', status);
    expect([outcome.exit, codes(outcome), outcome.writes]).toEqual([1, ['adr-usage'], []]);
  });

  it('shows what holds, and where the current answer is', () => {
    const log = memoryLog({
      '0001-a.md': nygard('1. A'),
      '0002-b.md': nygard('2. B', 'Accepted\n\nSupersedes [1. A](0001-a.md)'),
      'undated.md': '# Undated\n',
    });
    expect(statusTable(log.folder()).stdout).toBe(
      '0001  superseded  2024-05-06  A (now 0002-b)\n0002  accepted    2024-05-06  B\n      unknown                 Undated\n',
    );
  });
});

describe('show', () => {
  const log = memoryLog({
    '0001-a.md': nygard('1. A', 'Superseded by [2. B](0002-b.md)'),
    '0002-b.md': `---\nelements: [shop.kafka]\n---\n${nygard('2. B', 'Accepted\n\nSupersedes [1. A](0001-a.md)\n\nAmends [9. X](0009-x.md)')}\n## Options\n\n- **X** (chosen)\n- Y\n`,
    'adr-012-other.md': '# Other\n',
  });

  it('prints the facts that there are', () => {
    expect(showRecord(log.folder(), '2').stdout).toBe(
      'Title       B\nFile        doc/adr/0002-b.md\nStatus      Accepted\nDate        2024-05-06\nSupersedes  0001-a\nAmends      0009-x.md (not found)\nElements    shop.kafka\nChosen      X\nOption      Y\n',
    );
  });

  it('finds records with any kind of name', () => {
    expect(showRecord(log.folder(), '12').stdout).toContain('adr-012-other.md');
    expect(codes(showRecord(log.folder(), 'b-c'))).toEqual(['adr-unknown-reference']);
  });
});

describe('lint, config and help', () => {
  it('end with 1 for errors only', () => {
    const facts = { today: '2024-06-01', proposedDays: 90, versions: new Map() };
    const lint = (text: string) => lintFolder(memoryLog({ '0001-a.md': text }).folder(), facts);
    expect(lint(nygard('1. A')).exit).toBe(0);
    expect(lint(nygard('1. A', 'Accepted, amends ADR-9')).exit).toBe(1);
    expect(lint(nygard('1. A')).json).toMatchObject({ summary: { errors: 0, warnings: 1 } });
  });

  it('are safe to be read by a shell', () => {
    expect(config({ bin: 'a b', templates: '$HOME`"\\' }).stdout).toBe(
      'adr_bin_dir="a b"\nadr_template_dir="\\$HOME\\`\\"\\\\"\n',
    );
  });

  it('have a topic for every command, with an example', () => {
    for (const command of [...COMMANDS, 'generate toc', 'generate graph']) {
      const text = helpText(command.split(' '));
      expect(text).toMatch(new RegExp(`^usage: adr ${command}`));
      expect(text).toContain(
        `    ${command === 'config' ? 'eval "$(adr config)"' : `adr ${command}`}`,
      );
    }
    expect(helpText(['nonsense'])).toBe(generalHelp());
    expect(helpText(['generate', 'nonsense'])).toBe(generalHelp());
  });
});
