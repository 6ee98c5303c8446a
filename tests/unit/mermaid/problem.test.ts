import { expect, it } from 'vitest';
import { problemOf } from '#mermaid/problem.ts';

const thrown = (message: string, more: object) => Object.assign(new Error(message), more);

it.each([
  [
    'a parser of the older kind',
    thrown("Parse error on line 2:\n...x\n--^\nExpecting 'SQE', 'PE', got 'ID'", {
      hash: { loc: { first_line: 2, last_line: 2, first_column: 4, last_column: 5 } },
    }),
    { kind: 'syntax', line: 2, column: 5 },
  ],
  [
    'a place that runs over a line’s end',
    thrown("Parse error on line 4:\nExpecting 'SQE', got '1'", {
      hash: { loc: { first_line: 3, last_line: 4, first_column: 4, last_column: 0 } },
    }),
    { kind: 'syntax', line: 3 },
  ],
  [
    'a parser of the newer kind',
    thrown('Parsing failed: unexpected', {
      result: { lexerErrors: [], parserErrors: [{ token: { startLine: 3, startColumn: 7 } }] },
    }),
    { kind: 'syntax', line: 3, column: 7 },
  ],
  [
    'its reader of characters',
    thrown('Parsing failed: unexpected', { result: { lexerErrors: [{ line: 1, column: 2 }] } }),
    { kind: 'syntax', line: 1, column: 2 },
  ],
  ['an unknown kind', new Error('No diagram type detected matching …'), { kind: 'syntax' }],
  ['anything else', new TypeError('x is undefined'), { kind: 'failed' }],
  ['no error at all', 'oh', { kind: 'failed' }],
])('reads %s', (_, error, { kind, ...place }) => {
  const { message, ...problem } = problemOf(error);
  expect(problem).toEqual({ kind, ...place });
  expect(message).toMatch(/^Mermaid .*\.$|^The first word .*\.$/);
});
