import type { Section } from '../markdown/sections.ts';
import { markdownOf } from '../markdown/sections.ts';
import type { AdrSection, SectionRole } from '../record.ts';
import { findStatusWord } from './status-words.ts';

/** Which heading means what, over all formats; the first that fits counts. */
const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  ['status', /^(?:(?:adr|current|decision) )?status$/],
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

/** What a section is about, from its heading; numbers and signs before the words do not count. */
export function roleOf(heading: string): SectionRole {
  const text = heading
    .toLowerCase()
    .replace(/^(?:\d+[.)]|:[a-z\d_+-]+:|(?:[\p{S}\p{Extended_Pictographic}]|\uFE0F)+)\s*/u, '')
    .replace(/[:?.\s]+$/, '');
  if (headingStatus(heading) !== undefined) return 'status';
  return ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** The status that a heading states itself: `## Status: Accepted`. */
export function headingStatus(heading: string): string | undefined {
  const stated = /^status(?:\s*[:：]\s*|\s+[-–—]\s+)(.+)$/i.exec(heading)?.[1];
  return stated !== undefined && findStatusWord(stated)?.leads ? stated : undefined;
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
