import type { Source, Span } from '#diagnostics/source.ts';

/** A value of a JSON text, with its place. */
export interface JsonNode {
  readonly value:
    | string
    | number
    | boolean
    | null
    | readonly JsonNode[]
    | ReadonlyMap<string, JsonNode>;
  readonly start: number;
  readonly end: number;
}

/** Where and why a text is not JSON. */
export interface JsonFault {
  readonly message: string;
  readonly span: Span;
}

/** Deeper nesting than this is refused, so that hostile input can't exhaust the stack. */
const DEPTH = 500;

class Fault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Reads a JSON text with the place of every value. Of fields with one name, the last one counts. */
export function readJson(source: Source): JsonNode | JsonFault {
  try {
    return new Reader(source.text).document();
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const start = Math.min(fault.at, source.text.length);
    return {
      message: fault.message,
      span: { source, start, end: Math.min(start + 1, source.text.length) },
    };
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = { true: true, false: false, null: null } as const;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode {
    const node = this.#value(0);
    this.#blank();
    if (this.#at < this.#text.length)
      throw new Fault('Nothing can follow the JSON value.', this.#at);
    return node;
  }

  #value(depth: number): JsonNode {
    if (depth > DEPTH) throw new Fault(`Values are nested more than ${DEPTH} deep.`, this.#at);
    this.#blank();
    const start = this.#at;
    const next = this.#text[start];
    if (next === '{') return { value: this.#object(depth), start, end: this.#at };
    if (next === '[') return { value: this.#array(depth), start, end: this.#at };
    if (next === '"') return { value: this.#string(), start, end: this.#at };
    NUMBER.lastIndex = start;
    const number = NUMBER.exec(this.#text)?.[0];
    if (number !== undefined) {
      this.#at += number.length;
      return { value: Number(number), start, end: this.#at };
    }
    for (const [word, value] of Object.entries(LITERALS)) {
      if (!this.#text.startsWith(word, start)) continue;
      this.#at += word.length;
      return { value, start, end: this.#at };
    }
    const found = next === undefined ? 'The text ends here.' : `Found \`${next}\`.`;
    throw new Fault(`A JSON value is expected. ${found}`, start);
  }

  #object(depth: number): Map<string, JsonNode> {
    const fields = new Map<string, JsonNode>();
    this.#at++;
    if (this.#skip('}')) return fields;
    do {
      this.#blank();
      if (this.#text[this.#at] !== '"')
        throw new Fault('The name of a field is expected.', this.#at);
      const name = this.#string();
      this.#expect(':');
      fields.set(name, this.#value(depth + 1));
    } while (this.#skip(','));
    this.#expect('}');
    return fields;
  }

  #array(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#at++;
    if (this.#skip(']')) return items;
    do items.push(this.#value(depth + 1));
    while (this.#skip(','));
    this.#expect(']');
    return items;
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    let plain = true;
    for (; ; end++) {
      const code = this.#text.charCodeAt(end);
      if (code === 34) break;
      if (Number.isNaN(code)) throw new Fault('This string has no end.', start);
      if (code < 0x20) throw new Fault('A string can not hold a control character.', end);
      if (code === 92) {
        plain = false;
        end++;
      }
    }
    this.#at = end + 1;
    if (plain) return this.#text.slice(start + 1, end);
    try {
      return String(JSON.parse(this.#text.slice(start, end + 1)));
    } catch {
      throw new Fault('This string holds an escape that JSON does not know.', start);
    }
  }

  #blank(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }

  #skip(character: string): boolean {
    this.#blank();
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#skip(character)) throw new Fault(`\`${character}\` is expected.`, this.#at);
  }
}
