import { describe, expect, it } from 'vitest';
import { findings, nygard, place, read, textOf } from './support.ts';

describe('title', () => {
  it.each([
    ['# 1. Use Kafka\n', 'Use Kafka'],
    ['# ADR 001: Use Kafka\n', 'Use Kafka'],
    ['# ADR-1 Use Kafka\n', 'Use Kafka'],
    ['# 1: Use Kafka\n', 'Use Kafka'],
    ['# Architecture Decision Record: Use Kafka\n', 'Use Kafka'],
    ['# Use Kafka\n', 'Use Kafka'],
    ['# 12 factor apps\n', '12 factor apps'],
    ['# 3.5 inch disks\n', '3.5 inch disks'],
    ['Use Kafka\n=========\n', 'Use Kafka'],
    ['1. Use Kafka\n============\n', 'Use Kafka'],
    ['# [ADR-1] Use Kafka\n', 'Use Kafka'],
    ['<h1 align="center">\n  1. Use <b>Kafka</b>\n</h1>\n\n## Status\n', 'Use Kafka'],
    ['## 1. Use Kafka\n\n### Status\n\nAccepted\n', 'Use Kafka'],
    ['```\n<h1>Code</h1>\n```\n', 'Use kafka'],
    ['---\ntitle: |\n  1. Use Kafka\n---\n\n## Status\n', 'Use Kafka'],
    ['#Use Kafka\n', 'Use Kafka'],
    ['## Status\n\nAccepted\n', 'Use kafka'],
    ['', 'Use kafka'],
  ])('%j', (text, title) => {
    expect(read(text, '0001-use-kafka.md').title).toBe(title);
  });

  it.each([
    ['# 2. A\n\n## Status\n\nAccepted\n', ['adr-heading-number 1:1']],
    ['## Status\n\nAccepted\n', ['adr-no-title 1:1']],
    ['## 1. A\n\n### Status\n\nAccepted\n', ['adr-no-title 1:1']],
    ['# 0001. A\n\n## Status\n\nAccepted\n', []],
  ])('findings of %j', (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

describe('date', () => {
  it.each([
    ['a line', '# A\n\nDate: 2024-05-06\n', '2024-05-06', 'line'],
    ['without a colon', '# A\n\nDate 31/12/1999\n', '1999-12-31', 'line'],
    ['a section of the template', '# A\n\n# Info\n\nDate: 2024-05-06\n', '2024-05-06', 'line'],
    ['a section Date', '# A\n\n## Date\n\n2024-05-06\n', '2024-05-06', 'line'],
    ['an entity', '# A\n\n* **Date:**&#x31;2/16/2024\n', '2024-12-16', 'line'],
    ['front matter', '---\ndate: 2024-05-06\n---\n# A\n', '2024-05-06', 'front-matter'],
    ['created', '---\ncreated: 2024-05-06\n---\n# A\n', '2024-05-06', 'front-matter'],
    [
      'published before updated',
      '# A\n\n- Last updated: 2025-01-01\n- Published: 2024-05-06\n',
      '2024-05-06',
      'line',
    ],
  ])('%s', (_, text, iso, where) => {
    const { date } = read(text);
    expect([date?.iso, date?.place]).toEqual([iso, where]);
  });

  it('comes from the file name when nothing else has one', () => {
    expect(read('# A\n', '20201026-a.md').date).toMatchObject({
      iso: '2020-10-26',
      place: 'file-name',
    });
    expect(read('# A\n').date).toBeUndefined();
  });

  it.each([
    ['31/12/1999', ['adr-date-form 3:7']],
    ['1999/12/31', ['adr-date-form 3:7']],
    ['2023-07-2i', ['adr-date-unreadable 3:7']],
    ['1999-12-31', []],
  ])('findings of %s', (date, expected) => {
    expect(findings(nygard('1. A').replace('2024-05-06', date))).toEqual(expected);
  });
});

describe('sections', () => {
  const record = read(nygard('1. A').replace('C\n', 'C\n\n### Forces\n\nF\n'));

  it('keep order, roles, levels and Markdown', () => {
    expect(
      record.sections.map(({ heading, role, level, markdown }) => [heading, role, level, markdown]),
    ).toEqual([
      ['Status', 'status', 2, 'Accepted'],
      ['Context', 'context', 2, 'C\n\n### Forces\n\nF'],
      ['Decision', 'decision', 2, 'D'],
      ['Consequences', 'consequences', 2, 'E'],
    ]);
    expect(record.sections[1]?.children.map(({ role }) => role)).toEqual(['drivers']);
  });

  it('have spans of heading and body', () => {
    const [status] = record.sections;
    expect(status && textOf(status.span)).toBe('## Status\n\nAccepted\n\n');
    expect(status && place(status.body)).toBe('6:1');
  });

  it('may be level 1 after the title', () => {
    const { sections } = read('# A\n\nOurs.\n\n# Status\n\nAccepted\n\n# Info\n\nX\n');
    expect(sections.map(({ heading }) => heading)).toEqual(['Status', 'Info']);
  });
});

describe('format', () => {
  const madr =
    '## Context and Problem Statement\n\nC\n\n## Considered Options\n\n* A\n\n## Decision Outcome\n\nD\n';
  it.each([
    ['adr-tools', nygard('1. A'), '0001-a.md'],
    ['madr2', `# A\n\n* Status: accepted\n\n${madr}`, '0001-a.md'],
    ['madr2', `# A\n\n${madr}\n### Positive Consequences\n\n* x\n`, '0001-a.md'],
    ['madr3', `---\nstatus: accepted\n---\n# A\n\n${madr}`, '0001-a.md'],
    ['madr4', `---\ndecision-makers: Ann\n---\n# A\n\n${madr}`, '0001-a.md'],
    ['madr4', `# A\n\n${madr}\n### Confirmation\n\nx\n`, '0001-a.md'],
    ['log4brains', `# A\n\n- Status: accepted\n\n${madr}`, '20201026-a.md'],
    ['other', '# A\n\nText.\n', '0001-a.md'],
  ])('%s', (format, text, file) => {
    expect(read(text, file).format).toBe(format);
  });
});
