import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { diagnosticsOf } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { dotPath, validate } from '#diagnostics/validate.ts';
import { readYaml } from '#sources/yaml.ts';
import { placeOf, textUnder } from '../../support/studies.ts';

const problem = diagnosticsOf({ wrong: { severity: 'error', meaning: 'It is wrong.' } } as const);

/** What checking a YAML text finds, and the value that comes out. */
function check<Schema extends z.ZodType>(schema: Schema, yaml: string) {
  return validate(readYaml(new Source('f.yaml', yaml)).located, schema, (message, span, detail) =>
    problem('wrong', message, span, detail),
  );
}

const schema = z.strictObject({
  name: z.string().min(1),
  size: z.int().positive().optional(),
  draft: z.boolean().default(false),
  parts: z.array(z.strictObject({ id: z.string(), weight: z.number().optional() })).default([]),
  limits: z.record(z.string(), z.strictObject({ upper: z.number() })).optional(),
});

describe('validate', () => {
  it('gives the value with its defaults, and finds nothing', () => {
    expect(check(schema, 'name: x')).toEqual({
      value: { name: 'x', draft: false, parts: [] },
      diagnostics: [],
    });
  });

  it.each([
    ['a wrong type', 'name: x\nsize: big', 'f.yaml:2:7', 'big', '`size`'],
    ['too small a value', 'name: x\nsize: 0', 'f.yaml:2:7', '0', '`size`'],
    ['an empty text', 'size: 1\nname: ""', 'f.yaml:2:7', '""', '`name`'],
    ['a missing key, at the map that lacks it', '\n\nsize: 1', 'f.yaml:3:1', 'size: 1', '`name`'],
    [
      'a part of a list',
      'name: x\nparts:\n  - id: a\n  - id: 7',
      'f.yaml:4:9',
      '7',
      '`parts[1].id`',
    ],
    [
      'a missing key of a part',
      'name: x\nparts:\n  - weight: 1',
      'f.yaml:3:5',
      'weight: 1',
      '`parts[0].id`',
    ],
    [
      'an entry of a record',
      'name: x\nlimits:\n  cpu: { upper: no }',
      'f.yaml:3:17',
      'no',
      '`limits.cpu.upper`',
    ],
    [
      'a map where a list is due',
      'name: x\nparts: { id: a }',
      'f.yaml:2:8',
      '{ id: a }',
      '`parts`',
    ],
    ['a list where a map is due', '- name: x', 'f.yaml:1:1', '- name: x', 'This'],
  ])('places %s', (_, yaml, place, text, start) => {
    const { value, diagnostics } = check(schema, yaml);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    const [{ code, span, message }] = diagnostics as [(typeof diagnostics)[number]];
    expect([code, span && placeOf(span), textUnder(span)]).toEqual(['wrong', place, text]);
    expect(message.startsWith(`${start}: `)).toBe(true);
    expect(message).toMatch(/[^.]\.$/);
  });

  it.each([
    ['size: 1', '`name`: a text is missing.', undefined],
    ['name: [x]', '`name`: this is a list, and a text is due.', undefined],
    [
      'name: x\nsize: 1.5',
      '`size`: this is a number with a fraction, and a whole number is due.',
      undefined,
    ],
    [
      'name: x\nparts: { id: a }',
      '`parts`: this is a group of keys, and a list is due.',
      undefined,
    ],
    ['name: x\nsize: 0', '`size`: it must be more than 0.', undefined],
    ['name: ""', '`name`: it is empty.', undefined],
    [
      'name: x\nlevel: hihg',
      '`level`: `hihg` is not one of `high`, `low`.',
      'Did you mean `high`?',
    ],
  ])('says in words of its own what is wrong: %j', (yaml, message, hint) => {
    const leveled = schema.extend({ level: z.enum(['high', 'low']).optional() });
    const { diagnostics } = check(leveled, yaml);
    expect(diagnostics.map((found) => [found.message, found.hint])).toEqual([[message, hint]]);
  });

  it.each([
    ['name: x\nnmae: y', 'f.yaml:2:1', '`nmae`', 'Did you mean `name`?'],
    [
      'name: x\nquite: other',
      'f.yaml:2:1',
      '`quite`',
      'Known keys: name, size, draft, parts, limits.',
    ],
    [
      'name: x\nparts:\n  - id: a\n    wieght: 1',
      'f.yaml:4:5',
      '`parts[0].wieght`',
      'Did you mean `weight`?',
    ],
    [
      'name: x\nlimits: { cpu: { upper: 1, uper: 2 } }',
      'f.yaml:2:28',
      '`limits.cpu.uper`',
      'Did you mean `upper`?',
    ],
    [
      'name: x\n"odd key": 1',
      'f.yaml:2:1',
      '`odd key`',
      'Known keys: name, size, draft, parts, limits.',
    ],
    ['name: x\n7: 1', 'f.yaml:2:1', '`7`', 'Known keys: name, size, draft, parts, limits.'],
  ])('places an unknown key at the key itself: %j', (yaml, place, path, hint) => {
    const { diagnostics } = check(schema, yaml);
    expect(diagnostics.map(({ span, hint: said }) => [span && placeOf(span), said])).toEqual([
      [place, hint],
    ]);
    expect(diagnostics[0]?.message).toContain(path);
  });

  it('places a key of the wrong form at the key, and says why', () => {
    const rates = z.strictObject({
      rates: z.record(z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters'), z.number()),
    });
    const { diagnostics } = check(rates, 'rates:\n  EUR: 1\n  eur: 2');
    expect(diagnostics.map(({ span, message }) => [span && placeOf(span), message])).toEqual([
      ['f.yaml:3:3', '`rates.eur`: the key does not fit: expected three capital letters.'],
    ]);
  });

  it('finds everything at once, each key of its own', () => {
    const { diagnostics } = check(
      schema,
      'size: -1\none: 1\ntwo: 2\nparts:\n  - {}\n  - { id: a, x: 1 }',
    );
    expect(diagnostics.map(({ span }) => span && placeOf(span)).toSorted()).toEqual([
      'f.yaml:1:1',
      'f.yaml:1:7',
      'f.yaml:2:1',
      'f.yaml:3:1',
      'f.yaml:5:5',
      'f.yaml:6:14',
    ]);
  });

  it('gives no hint where it cannot know the keys', () => {
    const either = z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]);
    const { diagnostics } = check(z.strictObject({ x: either }), 'x: { c: 1 }');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.hint).toBeUndefined();
    expect(diagnostics[0]?.span && placeOf(diagnostics[0].span)).toBe('f.yaml:1:4');
  });
});

describe('dotPath', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a.b.c'],
    [[0, 'id'], '[0].id'],
    [['metrics', 0, 'value', 12], 'metrics[0].value[12]'],
  ])('%j is %j', (path, text) => {
    expect(dotPath(path)).toBe(text);
  });
});
