/** A text that parts were cut from, and where each of its characters stood before. */
interface Cut {
  readonly text: string;
  readonly origins: readonly number[];
}

/** What Mermaid takes away before it parses, in its order: front matter, directives, comments. */
const TAKEN = [
  /^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/,
  /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\n)*))?\s*(?:}%{2})?/gi,
  /^\s*%%(?!{)[^\n]+\n?/gm,
  /^\s+/,
] as const;

/**
 * A place in what Mermaid parses as a place in what its author wrote. Lines and columns count from 1;
 * a line past the end is the last one with words.
 */
export function placeInSource(
  source: string,
  line: number,
  column?: number,
): { readonly line: number; readonly column?: number } {
  const { text, origins } = TAKEN.reduce(cut, {
    text: source,
    origins: Array.from({ length: source.length }, (_, at) => at),
  });
  const lines = text.trimEnd().split('\n');
  const row = Math.min(line, lines.length) - 1;
  const start = lines.slice(0, row).reduce((sum, one) => sum + one.length + 1, 0);
  const inLine = column === undefined || row < line - 1 ? undefined : column - 1;
  const at = origins[start + (inLine ?? 0)] ?? origins[start] ?? 0;
  const before = source.slice(0, at).split('\n');
  const place = { line: before.length };
  return inLine === undefined ? place : { ...place, column: (before.at(-1)?.length ?? 0) + 1 };
}

function cut({ text, origins }: Cut, pattern: RegExp): Cut {
  const all = new RegExp(
    pattern.source,
    pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`,
  );
  const once = !pattern.flags.includes('g');
  let left = '';
  const kept: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    left += text.slice(from, to);
    kept.push(...origins.slice(from, to));
  };
  for (const found of text.matchAll(all)) {
    keep(found.index);
    from = found.index + found[0].length;
    if (once) break;
  }
  keep(text.length);
  return { text: left, origins: kept };
}
