import type { Source } from '#diagnostics/source.ts';
import { type Line, linesWithin } from '../markdown/lines.ts';
import type { AdrConsequences, AdrSection } from '../record.ts';
import { readArguments } from './arguments.ts';

/** Sentences of templates that say nothing yet. */
const PLACEHOLDER =
  /^(?:what becomes easier or more difficult to do and any risks introduced by the change that will need to be mitigated\.?|> this section describes the consequences.*|(?:[-*+] )?(?:(?:good|bad|neutral), because )?\{[^{}]*\})$/i;

/**
 * What follows from the decision: the Consequences sections of Nygard and of MADR 3 and 4, and the
 * Positive and Negative Consequences of MADR 2. Nothing when there is no text but a template's.
 */
export function readConsequences(
  source: Source,
  lines: readonly Line[],
  sections: readonly AdrSection[],
): AdrConsequences | undefined {
  const found = outermost(sections);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  const markdown = found.map((section) => textOf(section, found.length > 1)).join('\n\n');
  const inner = found.flatMap(({ span, body, heading }) =>
    // The heading of a MADR 2 section sorts; that of a plain one does not.
    linesWithin(lines, /^(?:positive|negative)/i.test(heading) ? span.start : body.start, body.end),
  );
  const said = inner.filter(({ kind, text }) => kind === 'text' && !isEmpty(text));
  if (said.length === 0) return undefined;
  const { pros, cons, neutral, unsorted } = readArguments(source, inner);
  return {
    gained: pros,
    givenUp: cons,
    neutral,
    unsorted,
    markdown,
    span: { source, start: first.span.start, end: last.span.end },
  };
}

function outermost(sections: readonly AdrSection[]): AdrSection[] {
  return sections.flatMap((section) =>
    section.role === 'consequences' ? [section] : outermost(section.children),
  );
}

function textOf({ heading, level, markdown }: AdrSection, withHeading: boolean): string {
  return withHeading ? `${'#'.repeat(level)} ${heading}\n\n${markdown}` : markdown;
}

function isEmpty(text: string): boolean {
  const plain = text.trim();
  return plain === '' || /^#{1,6}(\s|$)/.test(plain) || PLACEHOLDER.test(plain);
}
