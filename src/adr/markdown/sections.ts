import type { Source, Span } from '#diagnostics/source.ts';
import type { Heading } from './headings.ts';

/** A heading with everything below it, up to the next heading of its level or above. */
export interface Section {
  readonly heading: Heading;
  /** Heading and body. */
  readonly span: Span;
  /** The body with its subsections. */
  readonly body: Span;
  /** The body up to the first heading in it. */
  readonly lead: Span;
  readonly children: readonly Section[];
}

/** Nests headings by level; a heading deeper than its neighbours belongs to the one before it. */
export function sectionsOf(source: Source, headings: readonly Heading[], end: number): Section[] {
  const sections: Section[] = [];
  let next = 0;
  for (const [index, heading] of headings.entries()) {
    if (index < next) continue;
    next = index + 1;
    while ((headings[next]?.level ?? 0) > heading.level) next++;
    const stop = headings[next]?.span.start ?? end;
    sections.push(section(source, heading, headings.slice(index + 1, next), stop));
  }
  return sections;
}

function section(
  source: Source,
  heading: Heading,
  inner: readonly Heading[],
  end: number,
): Section {
  const start = Math.min(heading.bodyStart, end);
  return {
    heading,
    span: { source, start: heading.span.start, end },
    body: { source, start, end },
    lead: { source, start, end: inner[0]?.span.start ?? end },
    children: sectionsOf(source, inner, end),
  };
}

/** The section and all below it, in the order of the text. */
export function flatten(sections: readonly Section[]): Section[] {
  return sections.flatMap((each) => [each, ...flatten(each.children)]);
}

/** The Markdown of a span, without blank lines at its ends. */
export function markdownOf(span: Span): string {
  return span.source.text
    .slice(span.start, span.end)
    .replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '')
    .trimEnd();
}
