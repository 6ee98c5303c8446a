import type { DefenceCard } from '#case-study/lists/defence.ts';
import type { ModelCost } from '../../costs.ts';
import { grownReports } from '../../growth.ts';
import type { Portfolio } from '../../portfolio.ts';
import { piecesOf, type TextPiece } from '../../speech/figure-texts.ts';
import { CARD_PARTS } from '../../speech/list-texts.ts';
import { type Ending, endingOf, firstEnding } from '../growth.ts';
import { type BillTable, billTable } from './bills.ts';
import { type CardDecision, cardDecision, recordsOf } from './card-decisions.ts';

/** A card for the defence of decisions, with the model's figures. */
export interface DefenceRow extends Pick<DefenceCard, 'id' | 'question'> {
  readonly parts: readonly (readonly [label: string, pieces: readonly TextPiece[]])[];
  readonly decisions: readonly CardDecision[];
  /** What it is about of the bill, and the whole, at the larger size and at ten and a hundred times that. */
  readonly growth?: BillTable;
  /** What ends first for it, and what does in the whole system where that is something else. */
  readonly ends: readonly Ending[];
}

export function defenceRow(
  portfolio: Portfolio,
  card: DefenceCard,
  cost: ModelCost | undefined,
): DefenceRow {
  const { id, question, decisions, costs, limit } = card;
  const sizes = cost ? grownReports(cost) : [];
  const named = cost && endingOf(cost, limit);
  const first = cost && firstEnding(cost);
  return {
    ...{ id, question },
    parts: CARD_PARTS.map(([part, label]) => [label, piecesOf(card[part], cost)]),
    decisions: recordsOf(portfolio, decisions).map((record) => cardDecision(portfolio, record)),
    ...(cost &&
      sizes.length > 0 && {
        growth: billTable(cost, [...costs.filter((name) => name !== cost.id), cost.id], sizes),
      }),
    ends: [
      ...(named ? [named] : []),
      ...(first && first.id !== named?.id ? [{ ...first, ofAll: true as const }] : []),
    ],
  };
}
