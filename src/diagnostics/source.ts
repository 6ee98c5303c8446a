/** A 1-based place in a text; columns count UTF-16 units, a byte order mark is not counted. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A text with the name under which its author knows it. Everything that is read carries offsets
 * into a Source; lines and columns are worked out only when something is shown.
 */
export class Source {
  /** Path relative to the root, with `/`, or a name such as `--users` for text from elsewhere. */
  readonly name: string;
  /** The text without a leading byte order mark. */
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  /** The place of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  /** The offset of a 1-based line's first character; a line past the end gives the text's end. */
  offsetOfLine(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  /** A 1-based line without its line break; a line that does not exist is empty. */
  lineText(line: number): string {
    const starts = this.#starts();
    const from = starts[line - 1];
    if (from === undefined) return '';
    return this.text.slice(from, starts[line] ?? this.text.length).replace(/\r?\n$|\r$/, '');
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts().length;
  }

  #starts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (const match of this.text.matchAll(/\r\n|\n|\r/g))
        starts.push(match.index + match[0].length);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

/** A range of a source, as UTF-16 offsets; `end` is exclusive and never before `start`. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** The span of a whole line without its indent and its line break. */
export function lineSpan(source: Source, line: number): Span {
  const text = source.lineText(line);
  const indent = text.length - text.trimStart().length;
  const start = source.offsetOfLine(line) + indent;
  return { source, start, end: Math.max(start, source.offsetOfLine(line) + text.trimEnd().length) };
}
