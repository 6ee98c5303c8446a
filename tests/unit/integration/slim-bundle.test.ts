import { describe, expect, it } from 'vitest';
import { withoutReasons } from '#integration/slim-bundle.ts';

describe('a model as an explorer has it', () => {
  it.each([
    [
      `({ drivers: { a: { why: 'Because.' }, b: { why: "So" } } })`,
      `({ drivers: { a: { why: '' }, b: { why: '' } } })`,
    ],
    // Not of a driver, not a plain text, or only a text that looks like one.
    [`({ note: { why: 'kept' } })`, undefined],
    [`({ drivers: { a: { why: reason, low: 1 } } })`, undefined],
    [`({ drivers: { a: { label: "why: 'kept'" } } })`, undefined],
  ])('says of %s no more than it computes with', (code, expected = code) => {
    expect(withoutReasons(code)).toBe(expected);
  });
});
