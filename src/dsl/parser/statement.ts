import type { Span } from '#diagnostics/source.ts';
import { type LogicalLine, spanIn, spanOfLine } from '../lexer/lines.ts';
import type { Token } from '../lexer/tokens.ts';
import { Problem } from '../problem.ts';

/** A token with its value: constants filled in, escapes resolved. */
export interface Word extends Token {
  readonly text: string;
}

/** One logical line as words. An assignment's left side is taken off. */
export class Statement {
  readonly line: LogicalLine;
  readonly words: readonly Word[];
  /** What stands before `=`. */
  readonly identifier: Word | undefined;
  /** Whether the last word is `{`. */
  readonly opensBlock: boolean;

  constructor(line: LogicalLine, words: readonly Word[], identifier?: Word) {
    this.line = line;
    this.words = words;
    this.identifier = identifier;
    this.opensBlock = words.at(-1)?.text === '{';
  }

  /** How many words there are, with a `{` at the end. */
  get size(): number {
    return this.words.length;
  }

  /** How many words there are, without a `{` at the end. */
  get count(): number {
    return this.words.length - (this.opensBlock ? 1 : 0);
  }

  /** The first word as keywords are compared: in lower case. */
  get keyword(): string {
    return this.get(0).toLowerCase();
  }

  /** A word's text; empty where there is none. */
  get(index: number): string {
    return this.words[index]?.text ?? '';
  }

  /** A word's text, when the statement has that many before its `{`. */
  optional(index: number): string | undefined {
    return index < this.count ? this.words[index]?.text : undefined;
  }

  /** Where a word stands; the whole statement for a word that is missing. */
  span(index: number): Span {
    const word = this.words[index];
    return word ? spanIn(this.line, word.start, word.end) : spanOfLine(this.line);
  }

  get identifierSpan(): Span | undefined {
    return this.identifier && spanIn(this.line, this.identifier.start, this.identifier.end);
  }

  /** The whole statement, assignment included. */
  get whole(): Span {
    return spanOfLine(this.line);
  }

  /** Where a missing word would stand. */
  get end(): Span {
    const { source, end } = this.whole;
    return { source, start: end, end };
  }

  /** The same statement with another first word. */
  withFirst(text: string): Statement {
    const [first, ...rest] = this.words;
    return first ? new Statement(this.line, [{ ...first, text }, ...rest], this.identifier) : this;
  }

  /** The same statement without its first word. */
  withoutFirst(): Statement {
    return new Statement(this.line, this.words.slice(1), this.identifier);
  }

  /** Refuses a statement with fewer words than `minimum`. */
  require(
    minimum: number,
    grammar: string,
    count = this.count,
    official = `Expected: ${grammar}`,
  ): void {
    if (count >= minimum) return;
    throw new Problem('dsl-missing-word', official, this.end, {
      message: `Something is missing at the end of this statement.`,
      hint: `Write: ${grammar}`,
    });
  }
}
