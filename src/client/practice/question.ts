import type { Candidate } from './draw.ts';
import type { Mark } from './marks.ts';

/** A question on the page. */
export interface Question extends Candidate {
  readonly root: HTMLElement;
}

/** Reads what a question's element says of itself. */
export function questionOf(root: HTMLElement): Question {
  const { kind = '', studies = '', minutes } = root.dataset;
  return { root, id: root.id, kind, studies: studies.split(' '), minutes: Number(minutes) };
}

/** The parts of its answer, each of which opens by itself. */
export function answersOf(root: HTMLElement): HTMLDetailsElement[] {
  return [...root.querySelectorAll('details')];
}

export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  well: 'Said well',
  again: 'To say again',
};
