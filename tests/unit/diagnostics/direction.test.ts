import { expect, it } from 'vitest';
import { readsRightToLeft } from '#diagnostics/direction.ts';

it.each([
  ['Shop', false],
  ['', false],
  ['24/7!', false],
  ['שלום (2)', true],
  ['(2) مكتبة PostgreSQL', true],
  ['PostgreSQL مكتبة', false],
  ['\u200F24/7', true],
  ['\u200Eשלום', false],
  ['漢字 שלום', false],
  ['𞤀𞤣', true],
])('%j reads from right to left: %s', (text, is) => {
  expect(readsRightToLeft(text)).toBe(is);
});
