import type { Section } from '../markdown/sections.ts';
import { markdownOf } from '../markdown/sections.ts';
import type { AdrSection, SectionRole } from '../record.ts';

/** Which heading means what, over all formats; the first that fits counts. */
const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  ['status', /^status$/],
  ['drivers', /^(?:decision )?drivers|^goals|^requirements$|^constraints$|^forces$/],
  ['pros-and-cons', /^pros (?:and|&|\/) ?cons(?: of (?:the )?(?:options|alternatives))?/],
  [
    'options',
    /^(?:considered|other|alternative|possible|available) (?:options|alternatives|approaches|solutions)|^(?:options|alternatives|alternative approaches)(?: (?:that were )?considered)?$|^alternatives?$/,
  ],
  ['consequences', /consequences$|^(?:consequences|implications|outcomes|impact|results)\b/],
  ['decision', /^(?:decision|decision outcome|outcome|resolution|proposal|proposed solution)$/],
  ['context', /^context|^(?:background|problem|problem statement|motivation|issue|summary)$/],
  ['confirmation', /^(?:confirmation|validation)$/],
  ['links', /^(?:links|related (?:decisions|records|adrs)|relations)$/],
  ['more-information', /^(?:more information|references|notes|see also|further reading)$/],
];

/** What a section is about, from its heading. */
function roleOf(heading: string): SectionRole {
  const text = heading
    .toLowerCase()
    .replace(/^\d+[.)]\s*/, '')
    .replace(/[:?.\s]+$/, '');
  return ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** Sections as a record shows them. */
export function toAdrSections(sections: readonly Section[]): AdrSection[] {
  return sections.map(({ heading, span, body, children }) => ({
    heading: heading.text,
    level: heading.level,
    role: roleOf(heading.text),
    markdown: markdownOf(body),
    span,
    body,
    children: toAdrSections(children),
  }));
}

/** Every section below these, at any depth, in the order of the text. */
export function allSections(sections: readonly AdrSection[]): AdrSection[] {
  return sections.flatMap((section) => [section, ...allSections(section.children)]);
}
