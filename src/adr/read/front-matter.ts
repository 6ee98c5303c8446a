import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, type Source, type Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import type { Line } from '../markdown/lines.ts';
import type { AdrField } from '../record.ts';

/** The entries of a record's front matter, in order. */
export interface FrontMatter {
  readonly fields: readonly AdrField[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads front matter with the place of every entry. Text that is not YAML, such as a template's
 * `status: {proposed | rejected}`, is read line by line as `key: text`.
 */
export function readFrontMatter(source: Source, lines: readonly Line[]): FrontMatter {
  const inner = lines.filter(({ kind }) => kind === 'front-matter').slice(1, -1);
  const [first, last] = [inner[0], inner.at(-1)];
  if (first === undefined || last === undefined) return { fields: [], diagnostics: [] };
  const text = source.text.slice(first.start, last.start + last.text.length);
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, version: '1.2' });
  const [error] = document.errors;
  const at = (start: number, end: number): Span => ({
    source,
    start: first.start + start,
    end: first.start + Math.min(Math.max(start, end), text.length),
  });
  if (error === undefined && isMap(document.contents)) {
    const fields = document.contents.items.flatMap((pair) => field(pair, document, at));
    return { fields, diagnostics: [] };
  }
  const line = first.number + (error?.linePos?.[0].line ?? 1) - 1;
  return {
    fields: inner.flatMap((each) => fieldOfLine(source, each)),
    diagnostics: [
      finding(
        'adr-front-matter',
        'The front matter is not valid YAML; it was read line by line.',
        lineSpan(source, line),
        { hint: 'Put quotes around a text with `{`, `[`, `#`, `: ` or a leading `*` or `@`.' },
      ),
    ],
  };
}

/** The first entry with one of these names; case and `-`, `_` or blanks do not matter. */
export function fieldNamed(fields: readonly AdrField[], ...names: string[]): AdrField | undefined {
  const wanted = names.map(normalizeKey);
  return fields.find(({ key }) => wanted.includes(normalizeKey(key)));
}

/** The value of an entry as text: scalars by value, anything else as written. */
export function fieldText({ value, span }: AdrField): string {
  if (value === null) return '';
  return typeof value === 'string' ? value.trim() : span.source.text.slice(span.start, span.end);
}

/** A key for comparison: `Superseded_By` and `superseded-by` are one. */
export function normalizeKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, '-');
}

function field(pair: Pair, document: Document, at: (from: number, to: number) => Span): AdrField[] {
  if (!isScalar(pair.key) || !pair.key.range) return [];
  const [start, end] = pair.key.range;
  const key = String(pair.key.value);
  const { value } = pair;
  if (!isNode(value) || !value.range || value.range[0] === value.range[1]) {
    return [{ key, value: null, span: at(start, end) }];
  }
  const span = at(value.range[0], value.range[1]);
  try {
    return [{ key, value: value.toJS(document), span, parts: partsOf(value, at) }];
  } catch {
    // An alias without its anchor, or a bomb of aliases.
    return [{ key, value: span.source.text.slice(span.start, span.end), span }];
  }
}

/** Where each entry of a list or map stands; nothing for a scalar. */
function partsOf(value: Node, at: (from: number, to: number) => Span): Span[] | undefined {
  if (!isSeq(value) && !isMap(value)) return undefined;
  return value.items.flatMap((item) => {
    const [from, to] = isPair(item) ? [item.key, item.value ?? item.key] : [item, item];
    if (!isNode(from) || !isNode(to) || !from.range || !to.range) return [];
    return at(from.range[0], to.range[1]);
  });
}

function fieldOfLine(source: Source, { text, start }: Line): AdrField[] {
  const match = /^([A-Za-z][\w -]*):[ \t]*(.*?)[ \t]*$/.exec(text);
  if (!match) return [];
  const [, key = '', value = ''] = match;
  const from = start + text.length - text.trimStart().length;
  const valueStart = value ? start + text.lastIndexOf(value) : from;
  return [
    {
      key,
      value: value.replace(/^(["'])(.*)\1$/, '$2'),
      span: {
        source,
        start: valueStart,
        end: value ? valueStart + value.length : from + key.length,
      },
    },
  ];
}
