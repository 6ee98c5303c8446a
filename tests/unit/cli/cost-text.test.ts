import { describe, expect, it } from 'vitest';
import { significant, small, unitPrice } from '#cli/commands/cost/text.ts';

describe('small figures of the cost command', () => {
  it.each([
    [0, '0'],
    [1e-13, '0'],
    [8e-8, '0.00000008'],
    [0.02414, '0.0241'],
    [37_353.5, '37,400'],
  ])('%d to three digits that matter is %s', (value, text) => {
    expect(significant(value, 3)).toBe(text);
  });

  it('says of what costs nothing that it does', () => {
    expect([small(0, 'USD'), small(0, 'EUR'), unitPrice(0, 'USD')]).toEqual(['0 ¢', '€0', '$0.00']);
  });
});
