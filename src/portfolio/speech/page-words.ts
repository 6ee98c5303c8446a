import { passagesOf, type Sayer } from '#case-study/passages.ts';
import type { StudyPage } from '#case-study/study.ts';
import type { ModelCost } from '../costs.ts';
import { figureText } from '../inline-cost.ts';
import { type Speech, speechOf } from './pace.ts';

/**
 * What of a page is said: its sentences, with the model's figures in them. Headings, tables, code and
 * what components show are seen and not said.
 */
export function spokenText(
  page: Parameters<typeof passagesOf>[0],
  cost: ModelCost | undefined,
): string {
  const say: Sayer = (component, attributes) =>
    component === 'Adr' ? `ADR ${attributes.id}` : figureText(cost, component, attributes);
  return passagesOf(page, say, UNSAID)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
}

const UNSAID = new Set(['table', 'code'] as const);

/** The text of a page with blanks for what is not said or only an attribute: places stay. */
export function proseOf({ source }: Pick<StudyPage, 'source'>): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return source.text
    .replace(/^---\n[\s\S]*?\n---/, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}|<\/?[A-Za-z][^>]*>|(?<=\])\([^)]*\)/g, blank);
}

/** How long a page takes that says how long it may; nothing for all others. */
export function pageSpeech(page: StudyPage, cost: ModelCost | undefined): Speech | undefined {
  const { minutes } = page.meta;
  return minutes === undefined ? undefined : speechOf(spokenText(page, cost), minutes * 60);
}
