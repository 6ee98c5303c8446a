import { expect, it } from 'vitest';
import { placeInSource } from '#mermaid/places.ts';

it.each([
  ['nothing was taken away', 'graph LR\n  a --> b', 2, 3, 2, 3],
  ['a comment was', 'graph LR\n  %% why\n  a --> b', 2, 3, 3, 3],
  ['two were, with a blank line', 'graph LR\n%% 1\n\n%% 2\na', 2, 1, 5, 1],
  ['front matter was', '---\ntitle: x\n---\ngraph LR\n  a', 2, 3, 5, 3],
  ['a directive was', "%%{init: {'theme': 'dark'}}%%\ngraph LR\n  a", 2, 3, 3, 3],
  ['a blank start was', '\n\ngraph LR\n  a', 2, 3, 4, 3],
  ['it lies behind the end', 'graph LR\n  a[', 5, 1, 2, undefined],
  ['there is no column', 'graph LR\n%% x\na', 2, undefined, 3, undefined],
])('finds a place again where %s', (_, source, line, column, foundLine, foundColumn) => {
  const found = placeInSource(source, line, column);
  expect([found.line, found.column]).toEqual([foundLine, foundColumn]);
});
