import { z } from 'zod';

/** Fields that several lists have. What `describe` says is what an editor shows over a key. */

export const text = z.string().min(1);

export const id = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens')
  .describe('The entry’s name in addresses and references.');

/** Identifiers of the workspace. */
export const elements = z.array(text).describe('Identifiers of elements: `shop.order`.');

/** Numbers of decision records. */
export const decisions = z
  .array(z.int().positive())
  .describe('Numbers of the decision records that it rests on.');

/** Parts of the study's cost model. */
export const bills = z
  .array(text)
  .describe(
    'What it costs: parts of the study’s cost model, their lines, or the model itself: `database`, `database.storage`.',
  );

const SECONDS = { ms: 0.001, s: 1, min: 60, h: 3600, day: 86_400, days: 86_400 } as const;
const WRITTEN = `(\\d+(?:\\.\\d+)?) (${Object.keys(SECONDS).join('|')})`;
const DURATION = new RegExp(`^${WRITTEN}$`);

/** `15 min` */
export const duration = z
  .string()
  .regex(DURATION, 'a number and `ms`, `s`, `min`, `h` or `days`: `15 min`');

export const durationOrNone = z
  .string()
  .regex(new RegExp(`^(?:none|${WRITTEN})$`), '`none`, or a number and a unit: `15 min`');

/** Seconds of a duration that its schema let pass. */
export function secondsOf(written: string): number {
  const [, number, unit] = DURATION.exec(written) ?? [];
  return Number(number) * (unit !== undefined && isUnit(unit) ? SECONDS[unit] : Number.NaN);
}

function isUnit(word: string): word is keyof typeof SECONDS {
  return Object.hasOwn(SECONDS, word);
}

const BYTES = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 } as const;
const SIZE = new RegExp(`^(\\d+(?:\\.\\d+)?) (${Object.keys(BYTES).join('|')})$`);

/** `12 kB`, of a thousand bytes each, as the cost models count. */
export const size = z.string().regex(SIZE, 'a number and `B`, `kB`, `MB` or `GB`: `12 kB`');

/** Bytes of a size that its schema let pass. */
export function bytesOf(written: string): number {
  const [, number, unit] = SIZE.exec(written) ?? [];
  return Number(number) * (unit !== undefined && isSize(unit) ? BYTES[unit] : Number.NaN);
}

function isSize(word: string): word is keyof typeof BYTES {
  return Object.hasOwn(BYTES, word);
}

/** For checks between fields: they run beside faults of single fields, so that all are told at once. */
export const besideFaults = {
  when: ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null,
};
