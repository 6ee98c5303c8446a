import type { Source, Span } from '#diagnostics/source.ts';
import type { JsonNode } from './json-source.ts';

/** A field that holds something else than it should. */
export class FieldFault extends Error {
  readonly span: Span;
  /** The reference's words for it. */
  readonly official: string;

  constructor(message: string, span: Span, official = 'Could not read JSON') {
    super(message);
    this.span = span;
    this.official = official;
  }
}

/**
 * The fields of a JSON object, read as the reference's reader (Jackson) does: numbers and booleans
 * pass for text, text with a number passes for one, words that an enumeration lacks for nothing.
 */
export class Fields {
  readonly #source: Source;
  readonly #node: JsonNode;
  readonly #fields: ReadonlyMap<string, JsonNode>;

  constructor(source: Source, node: JsonNode) {
    this.#source = source;
    this.#node = node;
    if (!(node.value instanceof Map))
      throw new FieldFault('An object is expected here.', this.span());
    this.#fields = node.value;
  }

  /** Where the object, or one of its fields, stands. */
  span(name?: string): Span {
    const { start, end } = (name && this.#fields?.get(name)) || this.#node;
    return { source: this.#source, start, end };
  }

  /** Whether a field is there. */
  has(name: string): boolean {
    return this.#fields.has(name);
  }

  text(name: string): string | undefined {
    const value = this.#fields.get(name)?.value;
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'object')
      throw new FieldFault(`\`${name}\` should be text.`, this.span(name));
    return String(value);
  }

  /** Text that may not be missing; `official` are the reference's words where it is. */
  required(name: string, official?: string): string {
    const value = this.text(name);
    if (value) return value;
    throw new FieldFault(`\`${name}\` is missing here.`, this.span(name), official);
  }

  number(name: string): number | undefined {
    const value = this.#fields.get(name)?.value;
    if (value === undefined || value === null || value === '') return undefined;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return Math.trunc(number);
    throw new FieldFault(`\`${name}\` should be a number.`, this.span(name));
  }

  flag(name: string): boolean | undefined {
    const value = this.#fields.get(name)?.value;
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw new FieldFault(`\`${name}\` should be true or false.`, this.span(name));
  }

  choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const written = this.text(name);
    return values.find((value) => value === written);
  }

  object(name: string): Fields | undefined {
    const node = this.#fields.get(name);
    if (!node || node.value === null || node.value === '') return undefined;
    return new Fields(this.#source, node);
  }

  objects(name: string): Fields[] {
    return this.#items(name).map((node) => new Fields(this.#source, node));
  }

  texts(name: string): string[] {
    return this.#items(name).map(({ value, start, end }) => {
      if (typeof value === 'object') {
        throw new FieldFault('Text is expected here.', { source: this.#source, start, end });
      }
      return String(value);
    });
  }

  /** An object whose values are all text. */
  record(name: string): Record<string, string> {
    const node = this.#fields.get(name);
    if (!node || node.value === null || node.value === '') return {};
    const fields = new Fields(this.#source, node);
    return Object.fromEntries(
      [...fields.#fields.keys()].map((key) => [key, fields.text(key) ?? '']),
    );
  }

  #items(name: string): readonly JsonNode[] {
    const value = this.#fields.get(name)?.value;
    if (value === undefined || value === null || value === '') return [];
    if (Array.isArray(value)) return value;
    throw new FieldFault(`\`${name}\` should be a list.`, this.span(name));
  }
}

/** The fields that have a value. */
export function defined<Values extends object>(
  fields: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}
