import { STORY_PARTS, STORY_SECONDS, type Story } from '#case-study/lists/stories.ts';
import type { ModelCost } from '../../costs.ts';
import type { Portfolio } from '../../portfolio.ts';
import { piecesOf, saidText, type TextPiece } from '../../speech/figure-texts.ts';
import { minutesToRead, type Speech, speechOf } from '../../speech/pace.ts';
import type { MaybeLink } from '../links.ts';
import { type BillTable, billTable, headlineSizes } from './bills.ts';
import { type CardDecision, cardDecision, recordsOf } from './card-decisions.ts';
import { viewLinks } from './links.ts';

/** A story with the model's figures in it, and what it can be looked up in. */
export interface StoryRow extends Pick<Story, 'id' | 'title' | 'topic'> {
  readonly parts: readonly (readonly [label: string, pieces: readonly TextPiece[]])[];
  /** What saying the parts takes. */
  readonly short: Speech;
  /** The same in three minutes, by paragraph. */
  readonly long?: { readonly paragraphs: readonly TextPiece[][]; readonly speech: Speech };
  /** Minutes that reading both takes. */
  readonly minutes: number;
  readonly decisions: readonly CardDecision[];
  readonly views: readonly MaybeLink[];
  readonly bill?: BillTable;
}

const LABELS = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  tradeOff: 'Trade-off',
} as const;

export function storyRow(
  portfolio: Portfolio,
  story: Story,
  cost: ModelCost | undefined,
): StoryRow {
  const { id, title, topic, long, decisions, views, costs } = story;
  const short = speechOf(
    STORY_PARTS.map((part) => saidText(story[part], cost)).join('\n'),
    STORY_SECONDS.short,
  );
  const told = long === undefined ? undefined : toldRow(long, cost);
  return {
    ...{ id, title },
    ...(topic !== undefined && { topic }),
    parts: STORY_PARTS.map((part) => [LABELS[part], piecesOf(story[part], cost)]),
    short,
    ...(told && { long: told }),
    minutes: minutesToRead(short.words + (told?.speech.words ?? 0)),
    decisions: recordsOf(portfolio, decisions).map((record) => cardDecision(portfolio, record)),
    views: viewLinks(portfolio, views),
    ...(cost && costs.length > 0 && { bill: billTable(cost, costs, headlineSizes(cost)) }),
  };
}

function toldRow(text: string, cost: ModelCost | undefined): NonNullable<StoryRow['long']> {
  return {
    paragraphs: text
      .trim()
      .split(/\n\s*\n|\n/)
      .map((paragraph) => piecesOf(paragraph, cost)),
    speech: speechOf(saidText(text, cost), STORY_SECONDS.long),
  };
}
