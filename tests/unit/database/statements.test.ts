import { describe, expect, it } from 'vitest';
import { createdBy } from '#database/names.ts';
import { splitStatements, withoutComments } from '#database/statements.ts';

/** A file, and its statements as they are written; those that are no SQL after their kind. */
const FILES: readonly (readonly [what: string, text: string, statements: readonly string[]])[] = [
  ['nothing', ' \n-- nothing; here\n/* or; here */', []],
  [
    'two on a line, and one without an end',
    'select 1; select 2 ;;\nselect 3',
    ['select 1', 'select 2', '', 'select 3'],
  ],
  [
    'a semicolon in a string',
    "select ';', 'it''s;', E'a\\';' ; select 2",
    ["select ';', 'it''s;', E'a\\';'", 'select 2'],
  ],
  ['a backslash in a plain string', "select '\\'; select 2", ["select '\\'", 'select 2']],
  ['a quoted name', 'select ";""" ; select 2', ['select ";"""', 'select 2']],
  [
    'comments within',
    'select /* a; /* b; */ c; */ 1 -- d;\n; select 2',
    ['select /* a; /* b; */ c; */ 1 -- d;', 'select 2'],
  ],
  [
    'a body in dollars',
    'do $$ begin; end $$; do $a$ $$; $b$ $a$; select a$b$c;',
    ['do $$ begin; end $$', 'do $a$ $$; $b$ $a$', 'select a$b$c'],
  ],
  ['parameters', 'select $1; select $2', ['select $1', 'select $2']],
  [
    'parentheses',
    'create rule r as on insert to a do (select 1; select 2); select 3',
    ['create rule r as on insert to a do (select 1; select 2)', 'select 3'],
  ],
  [
    'a body without quotes',
    'create or replace function f() returns int begin atomic select case when true then 1 end; end; select 2',
    [
      'create or replace function f() returns int begin atomic select case when true then 1 end; end',
      'select 2',
    ],
  ],
  ['a transaction', 'begin; select 1; end; select 2', ['begin', 'select 1', 'end', 'select 2']],
  [
    'commands of psql',
    '\\set x 1\nselect 1;\n\\echo a;b\nselect 2',
    ['psql \\set x 1', 'select 1', 'psql \\echo a;b', 'select 2'],
  ],
  [
    'rows to copy',
    'copy a from stdin;\n1;2\n\\.\nselect 1',
    ['copy a from stdin', 'data 1;2\n\\.', 'select 1'],
  ],
  ['a string without an end', "select 'a; select 2", ["select 'a; select 2"]],
  ['a body without an end', 'do $$ begin; select 2', ['do $$ begin; select 2']],
];

describe('statements of a file', () => {
  it.each(FILES)('%s', (_, text, expected) => {
    const found = splitStatements(text).map(({ start, end, kind }) =>
      kind === 'sql' ? text.slice(start, end) : `${kind} ${text.slice(start, end)}`,
    );
    expect(found.filter((words) => words !== '')).toEqual(expected.filter((words) => words !== ''));
  });

  it('know the comments before them', () => {
    const text = '-- one\nselect 1; -- two\nselect 2;';
    expect(splitStatements(text).map(({ before, start }) => text.slice(before, start))).toEqual([
      '-- one\n',
      ' -- two\n',
    ]);
  });

  it('keep their places without comments', () => {
    const text = "select '--', /* a */ 1 -- b";
    expect(withoutComments(text)).toBe("select '--',         1     ");
  });
});

describe('what a statement makes', () => {
  it.each([
    ['create table a (b int)', 'table a'],
    ['create unlogged table if not exists shop."Order Lines" (b int)', 'table Order Lines'],
    ['create unique index concurrently a_b on a (b)', 'index a_b'],
    ['create index on a (b)', undefined],
    ['create or replace function App.F() returns int', 'function f'],
    ['-- create table x\ncreate materialized view v as select 1', 'materialized view v'],
    ['alter table a add b int', undefined],
  ])('%s', (statement, expected) => {
    const made = createdBy(statement);
    expect(made && `${made.kind} ${made.name}`).toBe(expected);
  });
});
