import { withoutHidden } from '#diagnostics/hidden.ts';

/** Entities that people leave in headings and dates; all others stay as they are. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** Tags that people use inside a line; any other `<word>` is what the author wrote about. */
const HTML: ReadonlySet<string> = new Set(
  (
    'a abbr b big br center cite code del details div em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ' +
    'ol p pre q s samp small span strike strong sub summary sup table tbody td th thead tr tt u ul var wbr'
  ).split(' '),
);

/**
 * Markdown as a reader sees it on one line: links and images by their text, code and emphasis
 * without their marks, comments and tags of HTML gone, blanks folded.
 */
export function plainText(markdown: string): string {
  const kept: string[] = [];
  // What code spans, escapes and entities stand for is no Markdown any more.
  const keep = (text: string) => `\uE000${kept.push(text) - 1}\uE001`;
  return markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/(?<!`)(`+)(?!`)([^`]+)\1/g, (_, __, code: string) => keep(code))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, escaped: string) => keep(escaped))
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (...match: string[]) =>
      keep(entity(match)),
    )
    .replace(/!\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, '$1')
    .replace(/\[((?:[^[\]]|\[[^[\]]*\]){0,500})\]\([^()]*(?:\([^()]*\)[^()]*)?\)/g, '$1')
    .replace(/\[([^\][]{1,200})\]\[[^\][]{0,200}\]/g, '$1')
    .replace(/<\/?([a-z][a-z\d]*)(?:[\s/][^<>]*)?>/gi, (tag, name: string) =>
      HTML.has(name.toLowerCase()) ? '' : tag,
    )
    .replace(/(\*\*|__|~~)(?=\S)(.{0,500}?\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=[^\s*_])([^*_]*[^\s*_]|[^\s*_])\1(?![\w*])/g, '$2')
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function entity([whole = '', hex, decimal, name]: readonly (string | undefined)[]): string {
  if (name) return ENTITIES[name] ?? whole;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0 && code <= 0x10_ffff ? withoutHidden(String.fromCodePoint(code)) : whole;
}
