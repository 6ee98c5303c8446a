import { type Hidden, type HiddenKind, hiddenIn } from './hidden.ts';
import type { Source, Span } from './source.ts';

/** A line that hides something, in words; each stage tells it under a code of its own. */
export interface HiddenFinding {
  readonly message: string;
  /** The first character of the line that does. */
  readonly span: Span;
  readonly hint: string;
}

/** By code point: what it is called. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'null',
  8: 'backspace',
  13: 'carriage return',
  27: 'escape',
  127: 'delete',
  133: 'next line',
  155: 'control sequence introducer',
  1564: 'Arabic letter mark',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
  65279: 'byte order mark',
};

const WORDS: Readonly<Record<HiddenKind, string>> = {
  direction: 'shows what stands around it in another order than it is read',
  mark: 'does nothing in a line without right-to-left letters but mislead',
  control: 'is a control character, and no text',
  invisible: 'cannot be seen: two names that look the same are not',
  smuggled: 'carries what nobody sees',
};

const HINTS: Readonly<Record<HiddenKind, string>> = {
  direction:
    'Take it out; \uFFFD is shown for it. Hebrew and Arabic need none, for each name keeps its order to itself, and inside a name U+200E and U+200F mend what stands out of order.',
  mark: 'Take it out.',
  control: 'Take it out; \uFFFD is shown for it. It came with a paste or from a program.',
  invisible: 'Take it out. Joiners of emoji, Arabic and Indic letters are not meant.',
  smuggled:
    'Take it out; \uFFFD is shown for it. Flags and single variation selectors are not meant.',
};

/** The lines of a source that hide something, one finding each. */
export function hiddenFindings(source: Source): readonly HiddenFinding[] {
  const found = hiddenIn(source.text);
  if (found.length === 0) return [];
  const lines = Map.groupBy(found, ({ start }) => source.positionAt(start).line);
  return [...lines.values()].flatMap(([first, ...others]) =>
    first ? [findingOf(source, first, others.length)] : [],
  );
}

function findingOf(source: Source, { kind, start, end }: Hidden, others: number): HiddenFinding {
  const more = others === 0 ? '' : `; the line has ${others} more that hide something`;
  const message = `${nameOf(source.text, start)} ${WORDS[kind]}${more}.`;
  return { message, span: { source, start, end }, hint: HINTS[kind] };
}

/** `U+202E (right-to-left override)` */
function nameOf(text: string, at: number): string {
  const point = text.codePointAt(at) ?? 0;
  const name = NAMES[point];
  const hex = point.toString(16).toUpperCase().padStart(4, '0');
  return name === undefined ? `U+${hex}` : `U+${hex} (${name})`;
}
