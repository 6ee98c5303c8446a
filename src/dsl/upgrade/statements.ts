import type { Source, Span } from '#diagnostics/source.ts';
import { isBlankLine, isComment, type LogicalLine, logicalLines, spanIn } from '../lexer/lines.ts';
import { type Token, tokenize } from '../lexer/tokens.ts';

/** A statement of a file as it is written, whatever today's language makes of it. */
export interface WrittenStatement {
  readonly line: LogicalLine;
  /** The name before `=`. */
  readonly identifier: string | undefined;
  /** Its words; what stands before `=` is taken off. */
  readonly words: readonly Token[];
  /** The first word in lower case. */
  readonly keyword: string;
  readonly opensBlock: boolean;
  /** The keywords of the blocks around it, outermost first; `}` closes the last of them. */
  readonly blocks: readonly string[];
}

/** Blocks whose lines are not statements of the language. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  'properties',
  'users',
  'perspectives',
  'animation',
  '!plugin',
  '!script',
]);

/**
 * The statements of a file in order, closing braces among them. Comments, text blocks and the lines
 * of properties, scripts and the like are passed over.
 */
export function* writtenStatements(source: Source): Generator<WrittenStatement> {
  const blocks: string[] = [];
  let inComment = false;
  for (const line of logicalLines(source, '', () => 'text')) {
    const text = line.text.trim();
    if (inComment) {
      inComment = !text.endsWith('*/');
      continue;
    }
    if (isBlankLine(line.text) || isComment(line.text)) continue;
    if (text.startsWith('/*')) {
      inComment = !text.endsWith('*/');
      continue;
    }
    const around = blocks.at(-1);
    if (around === '!script' && text !== '}') continue;
    const statement = statementOf(line, blocks);
    if (!statement) continue;
    if (statement.keyword.startsWith('}')) blocks.pop();
    if (statement.keyword.startsWith('}') || around === undefined || !FREE_TEXT.has(around)) {
      yield statement;
    }
    if (statement.opensBlock) blocks.push(statement.keyword);
  }
}

function statementOf(line: LogicalLine, blocks: readonly string[]): WrittenStatement | undefined {
  const tokens = tokenize(line.text);
  const isAssignment = tokens.length > 2 && tokens[1]?.raw === '=';
  const words = isAssignment ? tokens.slice(2) : tokens;
  const [first] = words;
  if (!first) return undefined;
  return {
    line,
    identifier: isAssignment ? tokens[0]?.raw : undefined,
    words,
    keyword: first.raw.toLowerCase(),
    opensBlock: words.at(-1)?.raw === '{',
    blocks: [...blocks],
  };
}

/** Where a word stands in the file, its quotes included. */
export function spanOfWord({ line, words }: WrittenStatement, index: number): Span {
  const word = words[index] ?? { start: line.text.length, end: line.text.length };
  return spanIn(line, word.start, word.end);
}

/** The numbers of the first and the last line of a statement in its file. */
export function linesOf(statement: WrittenStatement): { first: number; last: number } {
  const { line } = statement;
  const { start } = spanOfWord(statement, 0);
  return { first: line.source.positionAt(start).line, last: line.number };
}
