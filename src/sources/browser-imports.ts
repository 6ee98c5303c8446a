import { isBuiltin } from 'node:module';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { sourceProblem } from './codes.ts';

/** `from 'x'` of an import or export, or `import 'x'`; not those of types, which are gone when it runs. */
const IMPORTS = /^\s*(?:import|export)\s+(?!type\b)(?:[^;'"]*\bfrom\s*)?(['"])([^'"\n]+)\1/gm;

/** What a cost model imports that only Node has: its page will be without an explorer. */
export function browserImports(source: Source): Diagnostic[] {
  return [...source.text.matchAll(IMPORTS)].flatMap(({ 0: text, 2: name = '', index }) => {
    if (!isBuiltin(name)) return [];
    const start = index + text.length - 1 - name.length;
    const span = { source, start, end: start + name.length };
    return sourceProblem(
      'explorer-not-built',
      `The model does not run in a browser, which has no \`${name}\`. Its page has no explorer.`,
      span,
      { hint: 'A model and what it imports use nothing but `archfolio/cost`.' },
    );
  });
}
