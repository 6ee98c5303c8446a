import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { type Line, linesWithin } from '../markdown/lines.ts';
import { type LinkDefinitions, linksOf } from '../markdown/links.ts';
import type { AdrField, AdrSection, AdrTies, Located, RelationshipTie } from '../record.ts';
import { fieldNamed } from './front-matter.ts';
import { readOptionCosts } from './option-costs.ts';

/**
 * What ties a record to the model: `elements`, `relationships`, `costs` and `studies` of the front
 * matter, and links of the Context section to `element:ID`, `cost:MODEL` or the pages of either.
 */
export function readTies(
  source: Source,
  lines: readonly Line[],
  definitions: LinkDefinitions,
  sections: readonly AdrSection[],
  fields: readonly AdrField[],
): { ties: AdrTies; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const texts = (key: string): Located[] => {
    const field = fieldNamed(fields, key);
    if (field === undefined || field.value === null) return [];
    const list = Array.isArray(field.value) ? field.value : [field.value];
    if (!list.every((each) => typeof each === 'string')) {
      diagnostics.push(wrongShape(field, `a name or a list of names`));
    }
    return list
      .filter((each) => typeof each === 'string')
      .map((text) => ({ text: text.trim(), span: within(field.span, text) }));
  };
  const linked = contextLinks(source, lines, definitions, sections);
  const relationships = texts('relationships').flatMap(({ text, span }) => {
    const tie = relationshipOf(text, span);
    if (!tie) diagnostics.push(wrongRelationship(text, span));
    return tie ?? [];
  });
  const costs = readOptionCosts(fields);
  const ties = {
    elements: [...texts('elements'), ...linked.elements],
    relationships,
    costs: [...texts('costs'), ...linked.costs],
    studies: texts('studies'),
    optionCosts: costs.optionCosts,
  };
  return { ties, diagnostics: [...diagnostics, ...costs.diagnostics] };
}

/** `a.b -> c.d` or `a.b -> c.d: Description`. */
function relationshipOf(text: string, span: Span): RelationshipTie | undefined {
  const match = /^([\w.$-]+)\s*->\s*([\w.$-]+)(?:\s*:\s*(.*))?$/.exec(text);
  const [, source, destination, description = ''] = match ?? [];
  return source && destination ? { source, destination, description, span } : undefined;
}

function contextLinks(
  source: Source,
  lines: readonly Line[],
  definitions: LinkDefinitions,
  sections: readonly AdrSection[],
): { elements: Located[]; costs: Located[] } {
  const bodies = sections.filter(({ role }) => role === 'context').map(({ body }) => body);
  const links = bodies.flatMap(({ start, end }) =>
    linksOf(source, linesWithin(lines, start, end), definitions),
  );
  const of = (scheme: RegExp, page: RegExp) =>
    links.flatMap(({ path, span }) => {
      const [, named] = scheme.exec(path) ?? [];
      const [, addressed] = page.exec(path) ?? [];
      const text = named ?? addressed?.replaceAll('/', '.');
      return text ? [{ text, span }] : [];
    });
  return {
    elements: of(/^element:([\w.$-]+)$/, /^\/elements\/([\w./-]+?)\/?$/),
    costs: of(/^cost:([\w./-]+)$/, /^\/cost\/([\w-]+)\/?$/),
  };
}

/** The part of a field that holds this text, or all of it. */
function within(span: Span, text: string): Span {
  const at = span.source.text.slice(span.start, span.end).indexOf(text);
  if (at === -1) return span;
  return { ...span, start: span.start + at, end: span.start + at + text.length };
}

function wrongShape({ key, span }: AdrField, shape: string): Diagnostic {
  return finding('adr-field-shape', `\`${key}\` should be ${shape}.`, span, {
    hint: `For example \`${key}: [shop.orders, shop.kafka]\`.`,
  });
}

function wrongRelationship(text: string, span: Span): Diagnostic {
  return finding('adr-field-shape', `“${text}” names no relationship.`, span, {
    hint: 'Write `source -> destination`, with `: description` where there are several.',
  });
}
