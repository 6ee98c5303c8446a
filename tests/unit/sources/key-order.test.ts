import { expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { applyEdits } from '#dsl/upgrade/edits.ts';
import { keyOrderEdits } from '#sources/key-order.ts';

const ordered = (text: string) =>
  applyEdits(text, keyOrderEdits(new Source('f.yaml', text), 'nfrs'));

it.each([
  ['two keys', '- target: T\n  id: a\n', '- id: a\n  target: T\n'],
  [
    'keys with lists, folded texts and comments behind them',
    '# all\n- limit: L # why\n  elements:\n    - x\n    - y\n  id: a\n  quality: >\n    one\n    two\n\n- id: b\n',
    '# all\n- id: a\n  quality: >\n    one\n    two\n  limit: L # why\n  elements:\n    - x\n    - y\n\n- id: b\n',
  ],
  ['the last entry of a file without a line end', '- target: T\n  id: a', '- id: a\n  target: T'],
  ['Windows’ line ends', '- target: T\r\n  id: a\r\n', '- id: a\r\n  target: T\r\n'],
  ['deeper entries', '  -   target: T\n      id: a\n', '  -   id: a\n      target: T\n'],
])('puts in order %s', (_, text, wanted) => {
  expect(ordered(text)).toBe(wanted);
  expect(ordered(wanted)).toBe(wanted);
});

it.each([
  ['in order', '- id: a\n  target: T\n'],
  ['in one line', '- { target: T, id: a }\n'],
  ['with a comment between keys', '- target: T\n  # of the entry\n  id: a\n'],
  ['with an empty line between keys', '- target: T\n\n  id: a\n'],
  ['with a key that nobody knows', '- target: T\n  x: 1\n  id: a\n'],
  ['whose text keeps its line ends', '- quality: |+\n    x\n\n  id: a\n'],
  ['that cannot be read', '- target: [\n  id: a\n'],
])('leaves alone what is %s', (_, text) => {
  expect(ordered(text)).toBe(text);
});
