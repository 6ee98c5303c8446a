/** Names that code in a page can use without an import: those of the language, and those of MDX. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'undefined null true false NaN Infinity this new typeof void in of instanceof await async ' +
    'Array BigInt Boolean Date Error Intl JSON Map Math Number Object Promise RegExp Set String Symbol URL ' +
    'encodeURI encodeURIComponent decodeURI decodeURIComponent isFinite isNaN parseFloat parseInt ' +
    'globalThis console structuredClone import process ' +
    'props frontmatter file url getHeadings Fragment'
  ).split(' '),
);

/** Anything that could bring names of its own with it, or is not code alone. */
const TOO_MUCH = /=>|\bfunction\b|\bclass\b|[{}<]|\$\{/;

/** A name of code that is defined nowhere, by its place in that code. */
interface UnknownName {
  readonly name: string;
  readonly at: number;
}

/**
 * The names in an expression that nothing defines. Only plain expressions are looked at, those
 * without functions, objects and tags: for the others, an error that is none would be worse.
 */
export function unknownNames(code: string, defined: ReadonlySet<string>): UnknownName[] {
  const plain = code
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, blank)
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`/g, blank);
  if (TOO_MUCH.test(plain)) return [];
  return [...plain.matchAll(/(?<![\w$.#])[A-Za-z_$][\w$]*/g)]
    .filter(([name]) => !KNOWN.has(name) && !defined.has(name))
    .map(({ 0: name, index }) => ({ name, at: index }));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** What a page imports, and the names that it defines. */
export interface PageModule {
  readonly names: readonly string[];
  readonly imports: readonly { readonly specifier: string; readonly at: number }[];
}

/** Reads the `import` and `export` statements of a page. */
export function readModule(code: string): PageModule {
  const names = [
    ...[...code.matchAll(/^\s*import\s+([^'"]+?)\s+from\s/gm)],
    ...[
      ...code.matchAll(
        /^\s*export\s+(?:async\s+)?(?:const|let|var|function\*?|class)\s+(\{[^}]*\}|\[[^\]]*\]|[\w$]+)/gm,
      ),
    ],
  ].flatMap(([, list = '']) => [...list.matchAll(/[A-Za-z_$][\w$]*/g)].map(([name]) => name));
  const imports = [
    ...code.matchAll(/^\s*(?:import|export)\b(?:[^'"]*?\bfrom)?\s*(["'])([^"'\n]+)\1/gm),
  ].map(({ 0: whole, 2: specifier = '', index }) => ({
    specifier,
    at: index + whole.lastIndexOf(specifier),
  }));
  return { names, imports };
}
