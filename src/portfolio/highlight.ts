import { defineHastPlugin } from 'satteri';
import { CODE_LANGUAGES, type CodeLanguage } from './code-languages.ts';

/** A piece of code, and what it is where that is shown. */
export interface CodePiece {
  readonly text: string;
  readonly kind?: 'comment' | 'string' | 'key';
}

/**
 * A code's pieces in order, together the code itself: comments step back, words of the language and
 * keys stand out. No parser: what is told apart are the few things that a reader's eye looks for, and a
 * text that is no code of the language is shown whole all the same. Nothing for a language that is not
 * known.
 */
export function codePieces(code: string, language: string): CodePiece[] | undefined {
  const known = CODE_LANGUAGES.get(language.toLowerCase());
  if (!known) return undefined;
  const pieces: CodePiece[] = [];
  let plain = 0;
  for (const { 0: text, index, groups = {} } of code.matchAll(patternOf(known))) {
    const kind = kindOf(text, groups, known);
    if (!kind) continue;
    if (index > plain) pieces.push({ text: code.slice(plain, index) });
    pieces.push({ text, kind });
    plain = index + text.length;
  }
  if (plain < code.length) pieces.push({ text: code.slice(plain) });
  return pieces;
}

/** All that can begin somewhere, what wins first. */
function patternOf({ comment, key, string }: CodeLanguage): RegExp {
  const named = { comment, key, string };
  const parts = Object.entries(named).flatMap(([name, pattern]) =>
    pattern === undefined ? [] : [`(?<${name}>${pattern})`],
  );
  return new RegExp([...parts, '[\\p{L}_$][\\w$]*'].join('|'), 'gmu');
}

function kindOf(
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
  { keywords, anyCase = false }: CodeLanguage,
): CodePiece['kind'] {
  for (const kind of ['comment', 'key', 'string'] as const) {
    if (groups[kind] !== undefined) return kind;
  }
  return keywords?.has(anyCase ? text.toLowerCase() : text) ? 'key' : undefined;
}

/** Fences of a known language as pieces with classes: no script and no inline style. */
export const codeHighlight = defineHastPlugin({
  name: 'code-highlight',
  element: [
    {
      filter: ['code'],
      visit(node, context) {
        const [child, ...others] = node.children;
        const names = node.properties?.className;
        const language = /(?:^| )language-(\S+)/.exec(
          Array.isArray(names) ? names.join(' ') : String(names ?? ''),
        )?.[1];
        if (language === undefined || child?.type !== 'text' || others.length > 0) return;
        const pieces = codePieces(child.value, language);
        if (!pieces?.some(({ kind }) => kind)) return;
        context.replaceNode(node, {
          type: 'element',
          tagName: 'code',
          properties: { className: [`language-${language}`] },
          children: pieces.map(({ text: value, kind }) => {
            const text = { type: 'text' as const, value };
            if (!kind) return text;
            const properties = { className: [`code-${kind}`] };
            return { type: 'element' as const, tagName: 'span', properties, children: [text] };
          }),
        });
      },
    },
  ],
});
