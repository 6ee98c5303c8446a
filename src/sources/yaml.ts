import {
  type Alias,
  type Document,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { withoutHidden } from '#diagnostics/hidden.ts';
import type { Located, Path } from '#diagnostics/located.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { escapedFinding } from './clean-source.ts';
import { sourceProblem } from './codes.ts';

/** A YAML document with the places of its parts, and what is wrong with its syntax. */
export interface YamlDocument {
  readonly located: Located;
  readonly diagnostics: readonly Diagnostic[];
  /** Escapes such as `\u202e` that stood for what must not be shown; U+FFFD stands in the value. */
  readonly hidden: readonly Diagnostic[];
}

/**
 * Reads YAML (or JSON). Syntax errors are all reported; there is no value then, nor in an empty text.
 * `offset` moves every place: where the YAML starts in its source (front matter).
 */
export function readYaml(source: Source, text = source.text, offset = 0): YamlDocument {
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    logLevel: 'error',
  });
  const span = (start: number, end: number): Span => ({
    source,
    start: offset + start,
    end: offset + Math.max(end, start),
  });
  const spanOfNode = (node: Node | null | undefined): Span | undefined =>
    node?.range ? span(node.range[0], node.range[1]) : undefined;
  const whole = span(0, firstLine(text));

  const nodeAt = (path: Path): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  const spanOf = (path: Path): Span => {
    for (let depth = path.length; depth >= 0; depth--) {
      const found = spanOfNode(nodeAt(path.slice(0, depth)));
      if (found) return found;
    }
    return whole;
  };
  const diagnostics = document.errors.map((error) => {
    const quote =
      error.code === 'MISSING_CHAR' ? openQuote(document, text, error.pos[0]) : undefined;
    if (quote === undefined) {
      return sourceProblem(
        'yaml-syntax',
        sentence(error.message),
        span(error.pos[0], error.pos[1]),
      );
    }
    const hint = `Add a \`${text[quote]}\` where the text ends.`;
    const message = 'The quote that begins here has no end.';
    return sourceProblem('yaml-syntax', message, span(quote, quote + 1), { hint });
  });
  const hidden: Diagnostic[] = [];
  if (text.includes('\\')) {
    visit(document, {
      Scalar(_, node) {
        if (node.type !== 'QUOTE_DOUBLE' || typeof node.value !== 'string') return;
        const clean = withoutHidden(node.value);
        // What stands there as it is has been found in the text.
        if (clean === node.value) return;
        hidden.push(escapedFinding(spanOfNode(node) ?? whole));
        node.value = clean;
      },
    });
  }
  let value: unknown;
  try {
    if (diagnostics.length === 0) value = document.toJS() ?? undefined;
  } catch (error) {
    // An alias without an anchor, or so many of them that they are meant to fill the memory.
    const words = error instanceof Error ? error.message : String(error);
    const place = spanOfNode(brokenAlias(document)) ?? whole;
    diagnostics.push(sourceProblem('yaml-syntax', sentence(words), place));
  }
  return {
    located: {
      value,
      spanOf,
      keySpanOf(path) {
        const holder = nodeAt(path.slice(0, -1));
        const step = path.at(-1);
        const pair = isMap(holder)
          ? holder.items.find(
              (item: Pair) => isScalar(item.key) && String(item.key.value) === String(step),
            )
          : undefined;
        return (isScalar(pair?.key) ? spanOfNode(pair.key) : undefined) ?? spanOf(path);
      },
    },
    diagnostics,
    hidden,
  };
}

/** Where the text in quotes begins that has no end: the error itself is told where the file ends. */
function openQuote(document: Document, text: string, end: number): number | undefined {
  let open: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (!range || (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE')) return;
      if (range[0] < end && range[1] >= end && /["']/.test(text[range[0]] ?? '')) open = range[0];
    },
  });
  return open;
}

function brokenAlias(document: Document): Alias | undefined {
  let broken: Alias | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      broken = alias;
      return visit.BREAK;
    },
  });
  return broken;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function firstLine(text: string): number {
  const end = text.indexOf('\n');
  return end < 0 ? text.length : end;
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
