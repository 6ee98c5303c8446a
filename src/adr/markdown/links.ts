import type { Source, Span } from '#diagnostics/source.ts';
import { plainText } from './inline.ts';
import type { Line } from './lines.ts';

/** A Markdown link, inline or by reference; images are not links. */
export interface MarkdownLink {
  readonly text: string;
  /** The address without its `#fragment`, percent-decoded where that is possible. */
  readonly path: string;
  readonly fragment: string;
  /** As it is written. */
  readonly href: string;
  readonly span: Span;
}

const TEXT = String.raw`\[((?:[^[\]\\]|\\.|\[[^[\]]{0,200}\]){0,500})\]`;
const INLINE = String.raw`\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`;
const REFERENCE = String.raw`\[([^[\]]{0,200})\]`;
const DEFINITION = /^ {0,3}\[([^[\]]{1,200})\]:[ \t]*(<[^<>]*>|\S+)/;

/** The addresses of `[label]: address` lines, by label in lower case. */
export type LinkDefinitions = ReadonlyMap<string, string>;

/** The link definitions of a record. */
export function linkDefinitionsOf(lines: readonly Line[]): LinkDefinitions {
  const definitions = new Map<string, string>();
  for (const { kind, text } of lines) {
    const [, label, address] = (kind === 'text' && DEFINITION.exec(text)) || [];
    if (label && address && !definitions.has(normalize(label))) {
      definitions.set(normalize(label), address);
    }
  }
  return definitions;
}

/** The links of these lines, in order. Link text may run over a line break, code never counts. */
export function linksOf(
  source: Source,
  lines: readonly Line[],
  definitions: LinkDefinitions,
): MarkdownLink[] {
  const links: MarkdownLink[] = [];
  for (const { text, start } of runsOf(source, lines)) {
    const pattern = new RegExp(`(!?)${TEXT}(?:${INLINE}|${REFERENCE})?`, 'g');
    for (const match of blankCode(text).matchAll(pattern)) {
      const [whole, image, label = '', inline, reference] = match;
      const address = inline ?? definitions.get(normalize(reference || label));
      if (image || address === undefined) continue;
      const from = start + match.index;
      links.push({
        text: plainText(text.slice(match.index + 1, match.index + 1 + label.length)),
        ...splitAddress(address),
        span: { source, start: from, end: from + whole.length },
      });
    }
  }
  return links;
}

/** Neighbouring lines of prose as one text each. */
function runsOf(source: Source, lines: readonly Line[]): { text: string; start: number }[] {
  const runs: { text: string; start: number }[] = [];
  let previous = -1;
  for (const { kind, text, start, number } of lines) {
    if (kind !== 'text' || text.trim() === '' || DEFINITION.test(text)) continue;
    const last = runs.at(-1);
    if (last && previous === number - 1) {
      last.text = source.text.slice(last.start, start + text.length);
    } else {
      runs.push({ text, start });
    }
    previous = number;
  }
  return runs;
}

/** The same text, as long as before, with blanks where code and comments were. */
function blankCode(text: string): string {
  return text
    .replace(/(?<!`)(`+)(?!`)([^`]{1,2000})(?<!`)\1(?!`)/g, (code) => ' '.repeat(code.length))
    .replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
}

function splitAddress(written: string): Pick<MarkdownLink, 'href' | 'path' | 'fragment'> {
  const href = written.startsWith('<') ? written.slice(1, -1) : written;
  const at = href.indexOf('#');
  return {
    href,
    path: decode(at === -1 ? href : href.slice(0, at)),
    fragment: at === -1 ? '' : href.slice(at + 1),
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function normalize(label: string): string {
  return label.toLowerCase().replace(/\s+/g, ' ').trim();
}
