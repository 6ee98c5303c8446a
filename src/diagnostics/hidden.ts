import { RIGHT_TO_LEFT } from './direction.ts';

/**
 * Characters that a reader does not see, or that show a line in another order than it is read: what
 * CVE-2021-42574 (Trojan Source) hides code with, what an escape sequence moves a terminal with, and
 * what makes two names look alike. Unicode UTS #55, UTR #36 and W3C "Unicode in XML" say which.
 */

/** What stands for a character that must not be shown. */
const REPLACEMENT = '\uFFFD';

/** All that may be one; what stands around it decides. Tab, line feed and carriage return are none. */
const CANDIDATES =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}|[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{2,}|[[\p{Cc}--[\t\n\r]]\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E00FF}\p{Cs}]/gv;

/** Printable ASCII, which hides nothing: nearly every text. */
const PLAIN = /^[\t\n\r -~]*$/;

/** How a character hides something. */
export type HiddenKind = 'direction' | 'mark' | 'control' | 'invisible' | 'smuggled';

/** A character, or a run of variation selectors, that hides something; offsets in UTF-16 units. */
export interface Hidden {
  readonly kind: HiddenKind;
  readonly start: number;
  readonly end: number;
}

const KINDS: readonly (readonly [RegExp, HiddenKind])[] = [
  [/^[\u202A-\u202E\u2066-\u2069]$/, 'direction'],
  [/^[\u061C\u200E\u200F]$/, 'mark'],
  [/^[\u200B-\u200D\u2060-\u2064\uFEFF]$/, 'invisible'],
  [/^(?:[\uFE00-\uFE0F]|[\u{E0000}-\u{E01EF}])/u, 'smuggled'],
];

/** Behind these a joiner shapes a letter or a picture. Latin, Greek and Cyrillic letters have no such forms. */
const SHAPED =
  /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])$/u;

/** Beside these a line may break, or must not: paths, compound words, scripts without blanks. */
const BREAKABLE =
  /[/\\_.,:;@&=?#+~|()[\]{}\-\u2010-\u2015\u2026]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}]/u;

/** What is hidden in a text, in its order; nothing in nearly every text. */
export function hiddenIn(text: string): readonly Hidden[] {
  if (PLAIN.test(text) || text.search(CANDIDATES) < 0) return [];
  const found: Hidden[] = [];
  for (const { 0: written, index: start } of text.matchAll(CANDIDATES)) {
    const end = start + written.length;
    const kind = KINDS.find(([pattern]) => pattern.test(written))?.[1] ?? 'control';
    const isFine =
      written.startsWith('\u{1F3F4}') ||
      (kind === 'mark' && RIGHT_TO_LEFT.test(lineAround(text, start))) ||
      (kind === 'invisible' && isSeen(text, start, end));
    if (!isFine) found.push({ kind, start, end });
  }
  return found;
}

/** Whether a zero-width character does something that a reader sees. */
function isSeen(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const sign = text.slice(start, end);
  if (sign === '\uFEFF') return false;
  if (/[\u200C\u200D]/.test(sign)) return SHAPED.test(before);
  const after = text.slice(end, end + 2);
  const isBetween = /\S$/u.test(before) && /^\S/u.test(after);
  return isBetween && (BREAKABLE.test(before.slice(-1)) || BREAKABLE.test(after.slice(0, 1)));
}

function lineAround(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(from, to < 0 ? text.length : to);
}

/** Kinds that are shown as U+FFFD: a mark moves no more than its neighbours, what is invisible nothing. */
const isReplaced = ({ kind }: Hidden) => kind !== 'mark' && kind !== 'invisible';

/**
 * A text without what turns lines round, moves a terminal or carries hidden words: U+FFFD stands for each
 * UTF-16 unit of it, so that every offset stays what it was.
 */
export function withoutHidden(text: string): string {
  if (PLAIN.test(text)) return text;
  let clean = '';
  let from = 0;
  for (const one of hiddenIn(text)) {
    if (!isReplaced(one)) continue;
    clean += text.slice(from, one.start) + REPLACEMENT.repeat(one.end - one.start);
    from = one.end;
  }
  return from === 0 ? text : clean + text.slice(from);
}

/** What moves, colours or turns round what stands in a terminal; lines and tabs do not. */
const MOVING = /\r(?!\n)|[[\p{Cc}--[\t\n\r]]\u2028-\u202E\u2066-\u2069\u{E0000}-\u{E01EF}\p{Cs}]/gv;

/**
 * A text for a terminal: `\u001b` for an escape. JSON reads it back as what it was, and in a table it can
 * be seen.
 */
export function visible(text: string): string {
  return text.replace(MOVING, (sign) =>
    Array.from({ length: sign.length }, (_, at) => escaped(sign.charCodeAt(at))).join(''),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
