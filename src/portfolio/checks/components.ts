import { didYouMean } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import { ATTRIBUTE_VALUES, STUDY_COMPONENTS } from '../study-components.ts';
import type { Check } from './check.ts';

/** Every component that a page uses exists, and its attributes are there and possible. */
export const checkComponents: Check = function* ({ portfolio: { studies } }) {
  const names = Object.keys(STUDY_COMPONENTS);
  for (const { study } of studies) {
    for (const { references, source } of study.pages) {
      const imported = importedNames(source.text);
      for (const { component, attributes, span, attributeSpan } of references) {
        // Lower-case names are HTML; imported ones are the author's own, and so are their parts.
        const [name = component] = component.split('.');
        if (/^[a-z]/.test(name) || imported.has(name)) continue;
        const needs = STUDY_COMPONENTS[component];
        if (!needs) {
          const start = span.start + 1;
          yield portfolioProblem(
            'unknown-component',
            `There is no component \`${component}\`.`,
            { ...span, start, end: start + component.length },
            { hint: didYouMean(component, names) ?? `Components: ${names.join(', ')}.` },
          );
          continue;
        }
        for (const name of needs.filter((attribute) => attributes[attribute] === undefined)) {
          yield portfolioProblem('missing-attribute', `\`${component}\` needs \`${name}\`.`, span);
        }
        for (const [name, values] of Object.entries(ATTRIBUTE_VALUES[component] ?? {})) {
          const value = attributes[name];
          if (value === undefined || values.includes(value)) continue;
          yield portfolioProblem(
            'wrong-attribute',
            `\`${name}\` of \`${component}\` cannot be \`${value}\`.`,
            attributeSpan(name),
            { hint: `It takes ${values.join(', ')}.` },
          );
        }
      }
    }
  }
};

/** Names that a page imports or defines itself. */
function importedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, list = ''] of text.matchAll(/^import\s+([^'"]+?)\s+from\s/gm)) {
    for (const [name] of list.matchAll(/[A-Za-z_$][\w$]*/g)) names.add(name);
  }
  for (const [, name = ''] of text.matchAll(/^export\s+(?:const|function|let)\s+([A-Z]\w*)/gm))
    names.add(name);
  return names;
}
