/** Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and their like. */
export const RIGHT_TO_LEFT =
  /[\u0590-\u061B\u061D-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** What decides the direction of a text that says nothing of it: its first letter, or mark of one. */
const FIRST = /[\p{L}\u061C\u200E\u200F]/u;

/** Whether a text reads from right to left, by rules P2 and P3 of UAX #9, as HTML's `dir="auto"` has it. */
export function readsRightToLeft(text: string): boolean {
  const first = FIRST.exec(text)?.[0] ?? '';
  return first === '\u061C' || first === '\u200F' || RIGHT_TO_LEFT.test(first);
}
