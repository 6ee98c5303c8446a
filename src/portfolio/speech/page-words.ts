import type { StudyPage } from '#case-study/study.ts';
import type { ModelCost } from '../costs.ts';
import { filledText } from './figure-texts.ts';
import { type Speech, speechOf } from './pace.ts';

/**
 * What of a page is said: its sentences, with the model's figures in them. Headings, tables, code and
 * what components show are seen and not said.
 */
export function spokenText(
  page: Pick<StudyPage, 'source' | 'references'>,
  cost: ModelCost | undefined,
): string {
  return filledText(page, cost)
    .replace(/^---\n[\s\S]*?\n---/, '')
    .replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/^(?:import|export) .*$/gm, '')
    .replace(/^[ \t]*(?:#{1,6} |\|).*$/gm, '')
    .replace(/<Adr id="?\{?(\d+)\}?"? \/>/g, 'ADR $1')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:[-*]|\d+\.) /gm, '')
    .replace(/[*_`]/g, '')
    .trim();
}

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
