import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALIASES_SCHEMA, aliasesSchema } from '#confidential/aliases-schema.ts';
import { loadAliases } from '#sources/aliases.ts';
import { contentFolder } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

const NAMED = { systems: ['Web shop'], elements: ['Web shop', 'Old bank'], author: 'Ada Young' };
const SOUND = `ratio: 0.5
systems:
  - { name: Web shop, alias: Retail site, also: { shop: store } }
products:
  - { name: Orders, alias: Bookings, common: true }
people:
  - { name: Ada Young, keep: true }
`;
const found = (text: string | undefined) =>
  loadAliases(contentFolder(text === undefined ? {} : { 'aliases.yaml': text }), NAMED);

describe('aliases.yaml', () => {
  it('is read', () => {
    const { aliases, diagnostics } = found(SOUND);
    expect(diagnostics).toEqual([]);
    expect(aliases?.ratio).toBe(0.5);
    expect(aliases?.names.map(({ name, alias, entry }) => [name, alias, entry])).toEqual([
      ['Web shop', 'Retail site', 'systems[0]'],
      ['shop', 'store', 'systems[0].also'],
      ['Orders', 'Bookings', 'products[0]'],
    ]);
  });

  it.each<[string, string | undefined, string]>([
    ['is missing', undefined, 'aliases-missing aliases.yaml'],
    ['is no YAML', 'ratio: [', 'yaml-syntax aliases.yaml:1:9'],
    ['is empty', '', 'aliases-invalid aliases.yaml:1:1'],
    ['has no ratio', SOUND.replace(/^ratio.*\n/, ''), 'aliases-invalid aliases.yaml:1:1'],
    ['has a ratio of one', SOUND.replace('0.5', '1'), 'aliases-invalid aliases.yaml:1:8'],
    [
      'has a key that nobody knows',
      SOUND.replace('also', 'als'),
      'aliases-invalid aliases.yaml:3:43',
    ],
    [
      'has no alias for a name',
      SOUND.replace('alias: Retail site, ', ''),
      'aliases-invalid aliases.yaml:3:5',
    ],
    [
      'has an alias that cannot be an address',
      SOUND.replace('Retail site', 'Retail/site'),
      'aliases-invalid aliases.yaml:3:30',
    ],
    [
      'has two words for one',
      SOUND.replace('Bookings', 'New bookings'),
      'aliases-invalid aliases.yaml:5:28',
    ],
    [
      'says in an alias what is hidden',
      SOUND.replace('Bookings', 'Webshop'),
      'alias-clash aliases.yaml:5:28',
    ],
    ['has one alias for two', SOUND.replace('Bookings', 'Store'), 'alias-clash aliases.yaml:5:28'],
    [
      'leaves a system out',
      SOUND.replace('name: Web shop', 'name: Old bank'),
      'alias-missing aliases.yaml:2:1',
    ],
    ['leaves the author out', SOUND.replace('Ada', 'Eva'), 'alias-missing aliases.yaml:6:1'],
    [
      'names a system that is not there',
      SOUND.replace('systems:', 'systems:\n  - { name: Webshp, alias: Other }'),
      'alias-unknown aliases.yaml:3:13',
    ],
  ])('%s', (_, text, problem) => {
    expect(found(text).diagnostics.map(at)).toContain(problem);
  });

  it('has a schema for editors: `npm run make:schemas`', () => {
    const file = new URL(`../../../${ALIASES_SCHEMA}`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(aliasesSchema());
  });
});
