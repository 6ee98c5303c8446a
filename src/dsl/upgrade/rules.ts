import type { Source } from '#diagnostics/source.ts';
import { type Edit, lineBreakOf, withoutLines } from './edits.ts';
import { linesOf, spanOfWord, type WrittenStatement } from './statements.ts';
import { isRelationship, type Survey } from './survey.ts';
import { THEME_ADDRESSES } from './themes.ts';

/** A statement with those of its file, itself included, and what is known of all files. */
export interface Place {
  readonly source: Source;
  readonly statement: WrittenStatement;
  readonly statements: readonly WrittenStatement[];
  /** Which of them it is. */
  readonly at: number;
  readonly survey: Survey;
}

type Rule = (place: Place) => readonly Edit[];

/** What becomes of each word that today's language no longer has. */
const RULES: Readonly<Record<string, Rule>> = {
  enterprise,
  branding,
  '!constant': constant,
  '!ref': reference,
  '!extend': reference,
  theme,
  themes: theme,
};

/** The changes that bring a statement to today's language; none where it is part of it. */
export function rewrite(place: Place): readonly Edit[] {
  const { keyword } = place.statement;
  const rule = Object.hasOwn(RULES, keyword) ? RULES[keyword] : undefined;
  return rule && !isRelationship(place.statement) ? rule(place) : [];
}

/** A boundary around people and systems is a group now; as a word of the terminology it is gone. */
function enterprise(place: Place): readonly Edit[] {
  const { source, statement } = place;
  const { words, opensBlock, blocks } = statement;
  if (blocks.at(-1) === 'terminology' && !opensBlock) {
    const { first, last } = linesOf(statement);
    return [withoutLines(source, first, last)];
  }
  if (!opensBlock || words.length > 3) return [];
  const name = words.length === 2 ? ' "Enterprise"' : '';
  const keyword = { ...spanOfWord(statement, 0), text: `group${name}` };
  return needsSeparator(place) ? [separator(place), keyword] : [keyword];
}

/** Groups within groups are written only where the model names a separator. */
function needsSeparator({ statement, statements, at, survey }: Place): boolean {
  if (survey.hasSeparator) return false;
  const depth = statement.blocks.length;
  const end = closerOf(statements, at);
  const inside = statements
    .slice(at + 1, end < 0 ? undefined : end)
    .filter(({ blocks }) => blocks.slice(depth + 1).every((keyword) => keyword === 'group'));
  return inside.some(
    ({ keyword }) => keyword === 'group' || (keyword === '!include' && survey.hasLooseGroups),
  );
}

/** Where in its file the block that a statement opens is closed; -1 where it never is. */
function closerOf(statements: readonly WrittenStatement[], at: number): number {
  const depth = (statements[at]?.blocks.length ?? 0) + 1;
  return statements.findIndex(
    ({ keyword, blocks }, index) =>
      index > at && keyword.startsWith('}') && blocks.length === depth,
  );
}

function separator({ source, statement, survey }: Place): Edit {
  const sign = ['/', '|', '~', '^', '+'].find((one) => !survey.groupNames.includes(one)) ?? '/';
  const { first, last } = linesOf(statement);
  const indent = indentOf(source.lineText(first));
  const inner = indentOf(source.lineText(last + 1));
  const step = inner.startsWith(indent) ? inner.slice(indent.length) || '    ' : '    ';
  const lines = ['properties {', `${step}"structurizr.groupSeparator" "${sign}"`, '}'];
  const start = source.offsetOfLine(first);
  const text = lines.map((line) => `${indent}${line}${lineBreakOf(source)}`).join('');
  return { start, end: start, text };
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** A logo and a font are no longer part of a workspace. Comments in the block stay. */
function branding({ source, statement, statements, at }: Place): readonly Edit[] {
  if (!statement.opensBlock || statement.words.length !== 2) return [];
  const closer = statements[closerOf(statements, at)];
  if (!closer) return [];
  const { first } = linesOf(statement);
  const { last } = linesOf(closer);
  const keeps = (line: number) => /^\s*(?:\/\/|#|\/\*)/.test(source.lineText(line));
  const from = isBetweenBlanks(source, first, last) ? first - 1 : first;
  const gone = Array.from({ length: last - from + 1 }, (_, at) => from + at).filter(
    (line) => !keeps(line),
  );
  return gone.map((line) => withoutLines(source, line, line));
}

/** Whether taking the lines away would leave two blank lines, or one before a closing brace. */
function isBetweenBlanks(source: Source, first: number, last: number): boolean {
  if (first < 2 || source.lineText(first - 1).trim() !== '') return false;
  return /^\s*(?:\}|$)/.test(source.lineText(last + 1));
}

/** Constants can't be given another value; what was is a variable now. */
function constant({ statement, survey }: Place): readonly Edit[] {
  const name = statement.words[1]?.raw;
  if (name === undefined) return [];
  return [{ ...spanOfWord(statement, 0), text: survey.redefined.has(name) ? '!var' : '!const' }];
}

function reference({ statement, survey }: Place): readonly Edit[] {
  const target = statement.words[1]?.raw;
  if (target === undefined) return [];
  const isNamed = survey.relationships.has(target.toLowerCase());
  const isCanonical = /^relationship:\/\//i.test(target);
  const text = isNamed || isCanonical ? '!relationship' : '!element';
  return [{ ...spanOfWord(statement, 0), text }];
}

/** The names of the official themes stand for their addresses. */
function theme({ statement }: Place): readonly Edit[] {
  if (statement.opensBlock) return [];
  return statement.words.flatMap((word, index) => {
    const address = index > 0 ? THEME_ADDRESSES.get(word.raw.toLowerCase()) : undefined;
    if (address === undefined) return [];
    const text = word.quoted ? `"${address}"` : address;
    return [{ ...spanOfWord(statement, index), text }];
  });
}
