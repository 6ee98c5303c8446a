import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { schemaPath, schemaText } from '#case-study/json-schema.ts';
import { LISTS, type ListName } from '#case-study/lists/table.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const NAMES = Object.keys(LISTS) as ListName[];

describe('the JSON Schemas of typed lists', () => {
  it.each(NAMES)('%s is as zod has it: `npm run make:schemas`', (name) => {
    expect(readFileSync(ROOT + schemaPath(name), 'utf8')).toBe(schemaText(name));
  });

  it('are all there, and no other', () => {
    const files = readdirSync(`${ROOT}src/case-study/schemas`);
    expect(files.toSorted()).toEqual(NAMES.map((name) => `${name}.json`).toSorted());
  });

  it('refuse keys that nobody knows', () => {
    for (const name of NAMES) {
      expect(JSON.parse(schemaText(name))).toMatchObject({
        type: 'array',
        items: { additionalProperties: false },
      });
    }
  });
});

const LISTS_OF_SAMPLE = readdirSync(`${ROOT}case-studies`, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^[^/]+\/[^/]+\.yaml$/.test(file));

describe('the lists of the sample', () => {
  it.each(LISTS_OF_SAMPLE)('%s names its schema to the editor', (file) => {
    const [first = ''] = readFileSync(`${ROOT}case-studies/${file}`, 'utf8').split('\n');
    const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
    const name = file.split('/')[1]?.replace('.yaml', '');
    expect(path).toBe(`../../src/case-study/schemas/${name}.json`);
    expect(existsSync(new URL(path, `file://${ROOT}case-studies/${file}`))).toBe(true);
  });
});
