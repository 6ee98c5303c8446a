import { readsRightToLeft } from '#diagnostics/direction.ts';
import type { AttributeValue } from './escape.ts';

/**
 * What a text that reads from right to left needs beside its place, to stand where any other would: its
 * direction, and its anchor at the other end. `whole` is the text that a line was broken from.
 */
export function turned(
  anchor: AttributeValue,
  whole: string,
): Readonly<Record<string, AttributeValue>> {
  if (!readsRightToLeft(whole)) return {};
  const other = anchor === 'middle' ? anchor : anchor === 'end' ? undefined : 'end';
  return { 'text-anchor': other, direction: 'rtl' };
}
