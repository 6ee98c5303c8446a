import { FUNCTIONS, PROPERTIES } from './svg-lists.ts';

/** A style sheet or list of declarations without what could fetch, and what was left out of it. */
export interface CleanCss {
  readonly css: string;
  readonly left: readonly string[];
}

/** A font that is in the file itself. */
const FONT =
  /^url\(\s*["']?data:(?:font|application)\/[\w.+-]+;base64,[\w+/=\s]+["']?\s*\)(?:\s*format\(["'\w-]+\))?$/;

/** `fill: red; stroke: url(#g)` by an allow-list of properties and functions. */
export function cleanDeclarations(text: string): CleanCss {
  const kept: string[] = [];
  const left: string[] = [];
  for (const declaration of withoutComments(text).split(';')) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:([\s\S]*)$/.exec(declaration) ?? [];
    if (name === '') continue;
    const isKnown = PROPERTIES.has(name.toLowerCase()) || name.startsWith('--');
    if (isHarmless(value)) {
      if (isKnown) kept.push(`${name}:${value.trim()}`);
    } else left.push(`\`${name}\` of a style`);
  }
  return { css: kept.join(';'), left };
}

/** Rules, `@media` around them, and fonts that the file itself holds; other rules with an @ go. */
export function cleanSheet(text: string, depth = 0): CleanCss {
  const plain = withoutComments(text);
  const kept: string[] = [];
  const left: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const rest = plain.slice(at);
    const [bare] = /^\s*@[^{};]*;/.exec(rest) ?? [];
    if (bare !== undefined) {
      left.push(`\`${/@[\w-]*/.exec(bare)?.[0]}\``);
      at += bare.length;
      continue;
    }
    const open = plain.indexOf('{', at);
    const close = open < 0 ? -1 : closing(plain, open);
    if (close < 0) break;
    const prelude = plain.slice(at, open).trim();
    const body = plain.slice(open + 1, close);
    at = close + 1;
    const rule = cleanRule(prelude, body, depth);
    left.push(...rule.left);
    if (rule.css !== '') kept.push(rule.css);
  }
  return { css: kept.join('\n'), left };
}

function cleanRule(prelude: string, body: string, depth: number): CleanCss {
  if (/^@font-face$/i.test(prelude)) {
    const parts = splitOutside(body).map((part) => part.trim());
    const isOwn = parts.every((part) => {
      const [, name = '', value = ''] = /^([\w-]+)\s*:\s*([\s\S]*)$/.exec(part) ?? [];
      return part === '' || (name === 'src' ? FONT.test(value) : isHarmless(value));
    });
    return isOwn
      ? { css: `${prelude}{${body}}`, left: [] }
      : { css: '', left: ['a font from elsewhere'] };
  }
  if (/^@media\s[\w\s():,-]*$/i.test(prelude) && depth < 3) {
    const inner = cleanSheet(body, depth + 1);
    return { css: inner.css === '' ? '' : `${prelude}{${inner.css}}`, left: inner.left };
  }
  if (!/^[\w\s.#,>*:()\-~+="'[\]]+$/.test(prelude))
    return { css: '', left: [`\`${prelude.slice(0, 20)}\` of a style sheet`] };
  const { css, left } = cleanDeclarations(body);
  return { css: css === '' ? '' : `${prelude}{${css}}`, left };
}

/** A value that fetches nothing, hides nothing in an escape and cannot end what it stands in. */
export function isHarmless(value: string): boolean {
  if (/[\\<>{}@;]|&(?![a-z]+;)|\/\*/i.test(value)) return false;
  const others = value.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, '');
  return [...others.matchAll(/([\w-]+)\s*\(/g)].every(([, name = '']) =>
    FUNCTIONS.has(name.toLowerCase()),
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/<!--|-->/g, ' ');
}

/** Where the brace at `open` is closed; -1 where it is not. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Declarations at the semicolons that stand in no brackets: `data:` addresses have some. */
function splitOutside(text: string): string[] {
  return text.split(/;(?![^(]*\))/);
}
