import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ALL_LIST_NAMES as NAMES, schemaPath, schemaText } from '#case-study/json-schema.ts';
import { LISTS } from '#case-study/lists/table.ts';
import { PORTFOLIO_LIST_NAMES } from '#case-study/portfolio-lists/table.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

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
      const entry = { type: 'array', items: { additionalProperties: false } };
      const group = { type: 'object', additionalProperties: false };
      expect(JSON.parse(schemaText(name))).toMatchObject(name in LISTS ? entry : group);
    }
  });
});

const LISTS_OF_SAMPLE = readdirSync(`${ROOT}case-studies`, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^(?:[^/]+\/)?[^/]+\.yaml$/.test(file));

describe('the lists of the portfolio as a whole', () => {
  it('are called otherwise than those of a study', () => {
    expect(PORTFOLIO_LIST_NAMES.filter((name) => name in LISTS)).toEqual([]);
  });
});

describe('the lists of the sample', () => {
  it.each(LISTS_OF_SAMPLE)('%s names its schema to the editor', (file) => {
    const [first = ''] = readFileSync(`${ROOT}case-studies/${file}`, 'utf8').split('\n');
    const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
    const steps = file.split('/');
    const name = steps.at(-1)?.replace('.yaml', '');
    expect(path).toBe(`${'../'.repeat(steps.length)}src/case-study/schemas/${name}.json`);
    expect(existsSync(new URL(path, `file://${ROOT}case-studies/${file}`))).toBe(true);
  });
});
