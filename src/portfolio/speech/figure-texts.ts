import { type Reference, readOutline } from '#case-study/mdx.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import type { ModelCost } from '../costs.ts';
import { figureText } from '../inline-cost.ts';

/** A stretch of a text; a figure of the model is marked as one. */
export interface TextPiece {
  readonly text: string;
  readonly figure?: true;
}

/** A text of a typed list, read as a page is: its tags with their places in it. */
export interface ReadText {
  readonly source: Source;
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Tags that a text may hold: `<Cost element="shop.cdn" per="share" />`. Most texts have none. */
export function readText(text: string): ReadText {
  const source = new Source('', text);
  if (!/<\/?[A-Za-z]/.test(text)) return { source, references: [], diagnostics: [] };
  const { references, diagnostics } = readOutline(source);
  return { source, references, diagnostics };
}

/** A text with the model's figures where its tags stand. */
export function filledPieces(
  { source: { text }, references }: Pick<ReadText, 'source' | 'references'>,
  cost: ModelCost | undefined,
): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { component, attributes, span } of references) {
    const figure = figureText(cost, component, attributes);
    if (figure === undefined) continue;
    if (span.start > from) pieces.push({ text: text.slice(from, span.start) });
    pieces.push({ text: figure, figure: true });
    from = span.end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** The same as plain text: what is said, and counted. */
export function filledText(
  read: Pick<ReadText, 'source' | 'references'>,
  cost: ModelCost | undefined,
): string {
  return filledPieces(read, cost)
    .map(({ text }) => text)
    .join('');
}

/** The pieces of a text of a list, with the quotes and apostrophes of print, as pages have them. */
export function piecesOf(text: string, cost: ModelCost | undefined): TextPiece[] {
  return filledPieces(readText(text), cost).map((piece) =>
    piece.figure ? piece : { text: printed(piece.text) },
  );
}

/** Quotes and apostrophes of print in place of those of a keyboard. */
export function printed(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}])'|'(?=\d0s)/gu, '’')
    .replace(/(?<![\p{L}\p{N}.,!?;:])"(?=\S)/gu, '“')
    .replace(/"/g, '”');
}

/** A text of a list as it is said. */
export function saidText(text: string, cost: ModelCost | undefined): string {
  return filledText(readText(text), cost);
}
