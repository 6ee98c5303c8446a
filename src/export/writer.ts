/** Lines with an indent of two blanks a level; a line break within a line becomes `\n`. */
export class Writer {
  readonly #lines: string[] = [];
  #level = 0;

  line(content = ''): void {
    this.#lines.push(content === '' ? '' : this.#padding() + content.replaceAll('\n', '\\n'));
  }

  indent(): void {
    this.#level++;
  }

  outdent(): void {
    this.#level--;
  }

  /** A line, and what follows it one level in. */
  open(content: string): void {
    this.line(content);
    this.indent();
  }

  /** Ends what `open` began. */
  close(content: string): void {
    this.outdent();
    this.line(content);
  }

  /** Keeps a place for a text that is not known yet, and gives what puts it there as it is. */
  reserve(): (text: string) => void {
    const place = this.#lines.push('') - 1;
    return (text) => {
      this.#lines[place] = text;
    };
  }

  #padding(): string {
    return '  '.repeat(Math.max(0, this.#level));
  }

  /** The lines, without a line break at the end. */
  toString(): string {
    return this.#lines.join('\n');
  }
}
