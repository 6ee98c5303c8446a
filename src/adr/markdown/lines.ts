import type { Source } from '#diagnostics/source.ts';

/** One line of a record, without its line break. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Offset of the first character. */
  readonly start: number;
  readonly text: string;
  /** `text`; `code` in a fence and on its marks; `comment` inside an HTML comment; `front-matter`. */
  readonly kind: LineKind;
}

type LineKind = 'text' | 'code' | 'comment' | 'front-matter';

/** Splits a record into lines and says which of them are not prose. */
export function linesOf(source: Source): Line[] {
  const texts = splitLines(source.text);
  const frontMatter = frontMatterEnd(texts.map(({ text }) => text));
  const classify = classifier();
  return texts.map(({ text, start }, index) => ({
    number: index + 1,
    start,
    text,
    kind: index < frontMatter ? 'front-matter' : classify(text),
  }));
}

/** The lines that begin between two offsets. */
export function linesWithin(lines: readonly Line[], start: number, end: number): Line[] {
  return lines.slice(firstFrom(lines, start), firstFrom(lines, end));
}

/** Index of the first line that begins at an offset or after it. */
function firstFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many lines at the top are front matter, marks included; 0 when there is none. */
function frontMatterEnd(lines: readonly string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  return end + 1;
}

function splitLines(text: string): { text: string; start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(start, index), start });
    start = index + lineBreak.length;
  }
  lines.push({ text: text.slice(start), start });
  return lines;
}

/** Follows fences and comments from line to line. A fence that is never closed reaches the end. */
function classifier(): (text: string) => LineKind {
  let fence = '';
  let comment = false;
  return (text) => {
    if (fence) {
      const closes =
        text
          .trim()
          .match(/^(`{3,}|~{3,})$/)?.[1]
          ?.startsWith(fence) ?? false;
      if (closes) fence = '';
      return 'code';
    }
    if (comment) {
      comment = !text.includes('-->');
      return 'comment';
    }
    const opens = /^\s*(?:[-*+>]\s+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
    if (opens) {
      fence = opens;
      return 'code';
    }
    if (/^\s*<!--/.test(text)) {
      comment = !text.includes('-->');
      return text.replace(/<!--.*?(-->|$)/g, '').trim() === '' ? 'comment' : 'text';
    }
    comment = text.lastIndexOf('<!--') > text.lastIndexOf('-->');
    return 'text';
  };
}
