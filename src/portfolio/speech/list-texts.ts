import { STORY_PARTS } from '#case-study/lists/stories.ts';
import type { ListName } from '#case-study/lists/table.ts';
import type { Study } from '#case-study/study.ts';
import type { Path } from '#diagnostics/located.ts';
import type { Span } from '#diagnostics/source.ts';

/** A text of a typed list that may hold figures of the model. */
export interface ListText {
  readonly list: ListName;
  readonly text: string;
  readonly span: Span | undefined;
}

/** What of a defence card is said, in this order. */
export const CARD_PARTS = [
  ['answer', 'Answer'],
  ['constraints', 'What was fixed'],
  ['criteria', 'What decided'],
  ['gaveUp', 'Given up'],
  ['differently', 'Differently now'],
  ['atScale', 'At ten and a hundred times'],
  ['breaksFirst', 'Breaks first'],
] as const;

/** Every such text of a study: those of its stories and of its defence cards. */
export function* listTexts({ stories, defence, listFiles }: Study): Iterable<ListText> {
  const at = (list: ListName, path: Path) => listFiles.get(list)?.located.spanOf(path);
  for (const [row, story] of stories.entries()) {
    for (const part of [...STORY_PARTS, 'long'] as const) {
      const text = story[part];
      if (text !== undefined) yield { list: 'stories', text, span: at('stories', [row, part]) };
    }
  }
  for (const [row, card] of defence.entries()) {
    for (const [part] of CARD_PARTS) {
      yield { list: 'defence', text: card[part], span: at('defence', [row, part]) };
    }
  }
}
