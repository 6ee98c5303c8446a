import { referencesOf } from '#case-study/references.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { meant } from '#diagnostics/suggest.ts';
import { Identifier } from '#model/ids.ts';
import { portfolioProblem } from '../codes.ts';
import { allRecords } from '../records.ts';
import type { Check, CheckInput } from './check.ts';

/** Every element that a study, a record or a cost model names exists. */
export const checkElements: Check = function* (input) {
  const { index } = input.portfolio;
  const identifiers = index.workspace.elements.flatMap(({ identifier }) => identifier ?? []);
  const problem = (name: string, span: Span | undefined, file?: string): Diagnostic =>
    portfolioProblem('unknown-element', `No element is called \`${name}\`.`, span, {
      ...meant(name, identifiers),
      file,
    });
  for (const { name, span, file } of namedElements(input)) {
    if (!index.byIdentifier(Identifier(name))) yield problem(name, span, file);
  }
};

/** The attribute by which a component names an element. */
const NAMING_ATTRIBUTES: Readonly<Record<string, string>> = { Element: 'id', Cost: 'element' };

interface Named {
  readonly name: string;
  readonly span: Span | undefined;
  readonly file?: string;
}

function* namedElements({ portfolio, modelSources }: CheckInput): Iterable<Named> {
  for (const { study } of portfolio.studies) {
    yield { name: study.meta.system, span: study.located.spanOf(['system']) };
    for (const { references } of study.pages) {
      for (const { component, attributes, attributeSpan } of references) {
        const key = NAMING_ATTRIBUTES[component];
        const name = key && attributes[key];
        if (key && name !== undefined) yield { name, span: attributeSpan(key) };
      }
    }
    yield* referencesOf(study, 'element');
  }
  for (const { ties } of allRecords(portfolio)) {
    for (const { text, span } of ties.elements) yield { name: text, span };
    for (const { source, destination, span } of ties.relationships) {
      yield { name: source, span };
      yield { name: destination, span };
    }
  }
  for (const { id, system, large } of portfolio.costs) {
    const source = modelSources.get(id);
    const at = (key: string, name: string) => source && literalSpan(source, key, name);
    yield { name: system, span: at('system', system) };
    const names = new Set(large.components.map(({ element }) => element));
    names.delete(system);
    for (const name of names) yield { name, span: at('element', name) };
  }
}

/**
 * Where a name stands in a model's file as the value of a key, else anywhere in quotes; its first line
 * where it is put together.
 */
function literalSpan(source: Span['source'], key: string, name: string): Span {
  const quoted = ["'", '"', '`'].map((quote) => quote + name + quote);
  const start =
    quoted.map((text) => placeBehind(source.text, key, text)).find((at) => at >= 0) ??
    quoted.map((text) => source.text.indexOf(text)).find((at) => at >= 0);
  if (start === undefined) return { source, start: 0, end: source.lineText(1).length };
  return { source, start: start + 1, end: start + 1 + name.length };
}

/** The first place of a text behind `key:`; -1 where it stands nowhere so. */
function placeBehind(code: string, key: string, text: string): number {
  for (const { index, 0: words } of code.matchAll(new RegExp(`\\b${key}:\\s*`, 'g'))) {
    const at = index + words.length;
    if (code.startsWith(text, at)) return at;
  }
  return -1;
}
