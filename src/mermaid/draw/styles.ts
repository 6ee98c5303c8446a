/** A rule of Mermaid's style sheet: one selector, its declarations, and how it ranks. */
interface Rule {
  readonly selector: string;
  /** What an element must have to be worth a closer look: the last part of the selector. */
  readonly last: {
    readonly name?: string;
    readonly id?: string;
    readonly classes: readonly string[];
  };
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly rank: number;
}

interface Declaration {
  readonly value: string;
  readonly important: boolean;
}

/** What a style sheet and an element's own attributes come to. */
export interface Styles {
  /** What an element itself is given, by property; nothing that it inherits. */
  own(element: Element): ReadonlyMap<string, string>;
  /** A property as it holds at an element: its own or the nearest ancestor's. */
  inherited(element: Element, property: string): string | undefined;
}

/** What a property may be written as, besides in a style sheet. */
export type IsPresentation = (name: string) => boolean;

/**
 * Reads a style sheet as Mermaid writes it: flat rules, each selector below the drawing's id. At-rules,
 * states and pseudo-elements say nothing about a picture that stands still, and are passed over.
 */
export function readStyles(css: string, isPresentation: IsPresentation): Styles {
  const rules = rulesOf(css);
  const own = (element: Element) => ownStyle(element, rules, isPresentation);
  return {
    own,
    inherited(element, property) {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const value = own(at).get(property);
        if (value !== undefined && value !== 'inherit') return value;
      }
      return undefined;
    },
  };
}

function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  for (const [, selectors = '', body = ''] of withoutAtRules(css).matchAll(
    /([^{}]+)\{([^{}]*)\}/g,
  )) {
    const declarations = declarationsOf(body);
    for (const part of splitSelectors(selectors)) {
      const selector = part.trim();
      if (selector === '' || /:(?!not\(|is\(|where\(|first-|last-|nth-)/.test(selector)) continue;
      rules.push({ selector, last: lastOf(selector), declarations, rank: specificity(selector) });
    }
  }
  // A later rule wins over an earlier one of the same rank.
  return rules.toSorted((a, b) => a.rank - b.rank);
}

/** The last compound of a selector, as far as it is plain: name, id and classes. */
function lastOf(selector: string): Rule['last'] {
  const plain = selector.replace(/\([^)]*\)|\[[^\]]*\]/g, '');
  const compound = /[^\s>+~]*$/.exec(plain)?.[0] ?? '';
  const name = /^[a-z][\w-]*/i.exec(compound)?.[0];
  const id = /#([\w-]+)/.exec(compound)?.[1];
  const classes = [...compound.matchAll(/\.([\w-]+)/g)].map(([, one = '']) => one);
  return { ...(name && { name }), ...(id && { id }), classes };
}

function withoutAtRules(css: string): string {
  let text = '';
  for (let at = 0; at < css.length; at++) {
    if (css[at] !== '@') {
      text += css[at];
      continue;
    }
    let depth = 0;
    for (; at < css.length; at++) {
      if (css[at] === '{') depth += 1;
      if (css[at] === '}' && --depth === 0) break;
      if (css[at] === ';' && depth === 0) break;
    }
  }
  return text;
}

/** Commas within brackets belong to their selector. */
function splitSelectors(text: string): string[] {
  return text.match(/(?:[^,([]|\([^)]*\)|\[[^\]]*\])+/g) ?? [];
}

function specificity(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  const types = count(/(?:^|[\s>+~(])[a-z][\w-]*/gi);
  return count(/#[\w-]+/g) * 10_000 + count(/\.[\w-]+|\[[^\]]*\]|:(?!not)/g) * 100 + types;
}

/** `name: value` pairs; semicolons within brackets and quotes are part of a value. */
function declarationsOf(text: string): Map<string, Declaration> {
  const declarations = new Map<string, Declaration>();
  for (const part of text.match(/(?:[^;("']|\([^)]*\)|"[^"]*"|'[^']*')+/g) ?? []) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    const raw = part.slice(colon + 1).trim();
    const value = raw.replace(/\s*!important\s*$/i, '');
    const important = value !== raw;
    if (important || !declarations.get(name)?.important)
      declarations.set(name, { value, important });
  }
  return declarations;
}

function ownStyle(
  element: Element,
  rules: readonly Rule[],
  isPresentation: IsPresentation,
): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  for (const { name, value } of element.attributes) {
    if (isPresentation(name)) style.set(name, value);
  }
  const important = new Set<string>();
  const apply = (declarations: ReadonlyMap<string, Declaration>) => {
    for (const [name, declaration] of declarations) {
      if (important.has(name) && !declaration.important) continue;
      style.set(name, declaration.value);
      if (declaration.important) important.add(name);
    }
  };
  const { localName, id } = element;
  const classes = new Set((element.getAttribute('class') ?? '').split(/\s+/));
  for (const { selector, last, declarations } of rules) {
    if (last.name !== undefined && last.name !== localName) continue;
    if (last.id !== undefined && last.id !== id) continue;
    if (last.classes.every((one) => classes.has(one)) && element.matches(selector)) {
      apply(declarations);
    }
  }
  apply(declarationsOf(element.getAttribute('style') ?? ''));
  return style;
}
