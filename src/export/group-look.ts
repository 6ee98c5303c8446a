import type { ElementStyle } from '#model/styles.ts';
import { groupSeparator } from './groups.ts';
import type { Sheet } from './sheet.ts';
import { isEmpty, lastPart } from './text.ts';

/** Styles that may say something, those that count more first. */
export type Candidates = readonly (Partial<ElementStyle> | undefined)[];

/** The name of a group without the groups around it. */
export function groupName(sheet: Sheet, path: string): string {
  return lastPart(path, groupSeparator(sheet));
}

/** What is said about a group, and about groups. */
export function groupStyles({ styles }: Sheet, path: string): Candidates {
  return [styles.tag(`Group:${path}`), styles.tag('Group')];
}

/** The first thing that is said about a field. */
export function said<Field extends keyof ElementStyle>(
  candidates: Candidates,
  field: Field,
): ElementStyle[Field] | undefined {
  for (const style of candidates) {
    const value = style?.[field];
    if (value !== undefined && !(typeof value === 'string' && isEmpty(value))) return value;
  }
  return undefined;
}

/** The colour of a group's border and name where a notation has one for both. */
export function groupColor(sheet: Sheet, path: string): string {
  return said(groupStyles(sheet, path), 'color') ?? '#cccccc';
}
