import type { Element, Relationship } from '#model/elements.ts';
import { isOn, type Sheet } from '../sheet.ts';
import { compare } from '../text.ts';

/** Writes the properties of what comes next, where the author asks for it; not Structurizr's own. */
export function writeProperties(sheet: Sheet, item: Element | Relationship): void {
  const setting = 'kind' in item ? 'elementProperties' : 'relationshipProperties';
  if (!isOn(sheet, `c4plantuml.${setting}`, 'false')) return;
  const own = Object.entries(item.properties)
    .filter(([name]) => !name.startsWith('structurizr.'))
    .sort(([a], [b]) => compare(a, b));
  if (own.length === 0) return;
  sheet.out.line('WithoutPropertyHeader()');
  for (const [name, value] of own) sheet.out.line(`AddProperty("${name}","${value}")`);
}
