/** What a text of the DSL can't say, in sentences for people, each once. */
export type Losses = Set<string>;

/** The name of the constant that stands for a dollar sign. */
export const DOLLAR = 'dollar';

/** Writes texts as quoted words. */
export class Quoter {
  readonly #losses: Losses;
  /** Whether a text looked like a substitution, so that the dollar sign needs a name. */
  usesDollar = false;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  /** A text in quotes, with its quotes and line breaks escaped. */
  quote(text: string): string {
    let value = text;
    if (value.includes('\r')) {
      this.#losses.add('Carriage returns in texts become plain line breaks.');
      value = value.replace(/\r\n?/g, '\n');
    }
    if (value.includes('\\n')) this.#losses.add('A backslash before an `n` reads as a line break.');
    if (value.endsWith('\\')) {
      this.#losses.add('A backslash at the end of a text gets a blank behind it.');
      value = `${value} `;
    }
    if (/\$\{[a-zA-Z0-9-_.]+\}/.test(value)) {
      this.usesDollar = true;
      value = value.replace(/\$(?=\{[a-zA-Z0-9-_.]+\})/g, () => `\${${DOLLAR}}`);
    }
    return `"${value.replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
  }

  /** Words behind a statement, up to the last that says something. */
  words(texts: readonly (string | undefined)[]): string {
    const last = texts.findLastIndex((text) => text !== undefined && text !== '');
    return texts
      .slice(0, last + 1)
      .map((text) => ` ${this.quote(text ?? '')}`)
      .join('');
  }
}
