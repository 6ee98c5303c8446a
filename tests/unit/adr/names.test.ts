import { describe, expect, it } from 'vitest';
import { isRecordName, parseRecordName } from '#adr/read/names.ts';

describe('isRecordName', () => {
  it.each([
    '0001-use-kafka.md',
    '7-seven.md',
    'adr-012-transport.md',
    'ADR045-remove-api.md',
    '20201026-use-lunr.md',
    '2024-10-02-search-engine.md',
    '2024_10_22_filters.md',
    '2022-04-13_018-single-state.md',
    '0008-template-engine.md',
    'use-template-strings.md',
    'readme-driven-development.md',
    'deprecated/008-use-circle.md',
    '2022-11-09-api-refactoring/README.md',
    '0012-folder-record/readme.md',
    '0001-.md',
    '0003-x.MD',
    'use-condens.io-+-wiki.md',
  ])('%s is one', (path) => {
    expect(isRecordName(path)).toBe(true);
  });

  it.each([
    'README.md',
    'index.md',
    'backlog.md',
    'template.md',
    'adr-template.md',
    'adr-short-template.md',
    'adr-template-bare-minimal.md',
    'ADRXXX-template.md',
    'ADR000-template.md',
    'templates/template.md',
    '_template.md',
    '.0009-hidden.md',
    '.work/0001-x.md',
    '0001-x.md.bak',
    '0001-x.txt',
    'images',
    '2022-11-09-api-refactoring/renaming.md',
    '',
  ])('%s is none', (path) => {
    expect(isRecordName(path)).toBe(false);
  });
});

describe('parseRecordName', () => {
  it.each([
    ['0003-use-kafka.md', { id: '0003-use-kafka', slug: 'use-kafka', number: 3 }],
    ['0000-use-adrs.md', { id: '0000-use-adrs', slug: 'use-adrs', number: 0 }],
    ['adr-012-transport.md', { id: 'adr-012-transport', slug: 'transport', number: 12 }],
    ['ADR045-remove-api.md', { id: 'ADR045-remove-api', slug: 'remove-api', number: 45 }],
    ['0001-.md', { id: '0001-', slug: '0001-', number: 1 }],
    ['20201026-lunr.md', { id: '20201026-lunr', slug: 'lunr', date: '2020-10-26' }],
    ['2024-10-02-search.md', { id: '2024-10-02-search', slug: 'search', date: '2024-10-02' }],
    ['2026-01-cms.md', { id: '2026-01-cms', slug: 'cms', date: '2026-01' }],
    [
      '2022-04-13_018-state.md',
      { id: '2022-04-13_018-state', slug: 'state', date: '2022-04-13', number: 18 },
    ],
    ['2024-13-45-x.md', { id: '2024-13-45-x', slug: '13-45-x', number: 2024 }],
    ['deprecated/008-circle.md', { id: 'deprecated-008-circle', slug: 'circle', number: 8 }],
    ['2022-11-09-api/README.md', { id: '2022-11-09-api', slug: 'api', date: '2022-11-09' }],
    ['use-ethnio.md', { id: 'use-ethnio', slug: 'use-ethnio' }],
  ])('%s', (path, expected) => {
    expect(parseRecordName(path)).toEqual(expected);
  });
});
