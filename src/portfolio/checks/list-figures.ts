import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { portfolioProblem } from '../codes.ts';
import { elementCalled, type Portfolio, type StudyEntry } from '../portfolio.ts';
import { readText } from '../speech/figure-texts.ts';
import { type ListText, listTexts } from '../speech/list-texts.ts';
import { studyOfPitch } from '../speech/pitches.ts';
import type { Check } from './check.ts';
import { checkReference } from './components.ts';
import { FIGURES, typedBeside } from './typed-figures.ts';

/**
 * A figure in a text of a list is asked for as on a page, and has none typed beside it. What is found is
 * marked at the whole text: YAML folds lines, so that a place in it is not a place in the file.
 */
export const checkListFigures: Check = function* ({ portfolio }) {
  for (const entry of portfolio.studies) {
    for (const one of listTexts(entry.study)) yield* figuresOf(portfolio, entry, one);
  }
  const { values, files } = portfolio.lists;
  for (const [row, pitch] of values.interview.pitches.entries()) {
    const entry = studyOfPitch(portfolio, pitch) ?? portfolio.studies[0];
    const span = files.get('interview')?.located.spanOf(['pitches', row, 'say']);
    if (entry) yield* figuresOf(portfolio, entry, { text: pitch.say, span });
  }
};

function* figuresOf(
  portfolio: Portfolio,
  entry: StudyEntry,
  { text, span }: Pick<ListText, 'text' | 'span'>,
): Iterable<Diagnostic> {
  const { source, references, diagnostics } = readText(text);
  for (const found of diagnostics) yield at(found, span);
  for (const reference of references) {
    const { component } = reference;
    if (!FIGURES.has(component)) {
      yield portfolioProblem(
        'unknown-component',
        `A text of a list takes no \`${component}\`.`,
        span,
        {
          hint: `It takes figures: ${[...FIGURES].join(' and ')}.`,
        },
      );
      continue;
    }
    for (const found of checkReference(portfolio, entry, reference)) yield at(found, span);
    const { element } = reference.attributes;
    if (element === undefined || elementCalled(portfolio, element)) continue;
    const message = `The workspace has no element \`${element}\`.`;
    yield portfolioProblem('unknown-element', message, span);
  }
  if (!entry.cost) return;
  for (const found of typedBeside({ source, references }, entry.cost)) yield at(found, span);
}

/** The same finding at another place, where nothing can be renamed. */
function at({ rename: _, related: __, ...found }: Diagnostic, span: Span | undefined): Diagnostic {
  return { ...found, span };
}
