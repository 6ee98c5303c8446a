import type { Portfolio } from '../portfolio.ts';
import { piecesOf, saidText, type TextPiece } from '../speech/figure-texts.ts';
import { type Speech, speechOf } from '../speech/pace.ts';
import { costOfPitch, placeholdersIn } from '../speech/pitches.ts';

/** A pitch as a page shows it. */
export interface PitchView {
  readonly id: string;
  readonly title: string;
  /** What is still to be filled in is marked. */
  readonly pieces: readonly (TextPiece & { readonly placeholder?: true })[];
  readonly speech: Speech;
  /** How many words or groups of words are still to be filled in. */
  readonly open: number;
}

export function pitchViews(portfolio: Portfolio): PitchView[] {
  return portfolio.lists.values.interview.pitches.map((pitch) => {
    const { id, title, say, seconds } = pitch;
    const cost = costOfPitch(portfolio, pitch);
    return {
      ...{ id, title },
      pieces: piecesOf(say, cost).flatMap((piece) =>
        piece.figure ? [piece] : withPlaceholders(piece.text),
      ),
      speech: speechOf(saidText(say, cost), seconds),
      open: placeholdersIn(say).length,
    };
  });
}

function withPlaceholders(text: string): PitchView['pieces'] {
  return text
    .split(/(\[[^\]\n]+\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? { text: part, placeholder: true } : { text: part }));
}
