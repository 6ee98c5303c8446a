import type { CostModel } from '#cost/define/model.ts';
import { alternative } from '#cost/engine/break-even.ts';
import type { Question } from '#cost/engine/options.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import type { LoadedModel } from '#sources/cost-models.ts';
import { UsageError } from '../../program.ts';
import type { Request } from './options.ts';

/** The question that a request asks a model, under some prices. */
export function questionOf(
  { model, source }: LoadedModel,
  request: Request,
  { book, otherBooks }: { readonly book: PriceBook; readonly otherBooks: readonly PriceBook[] },
  users: number,
): Question {
  return {
    users,
    priceBook: book,
    otherBooks,
    scenario: request.scenario,
    freeTier: request.freeTier,
    ...request.commitments,
    choices: chosen(request, model),
    source,
  };
}

/** The choices of a model that are decided otherwise than its design decides them. */
function chosen({ choose }: Request, model: CostModel): Record<string, string> {
  const taken = choose.flatMap((option) => alternative(model, option) ?? []);
  return Object.fromEntries(taken.map(({ choice, option }) => [choice, option]));
}

/** Options are known by the models; one that none has, or two for one choice, is wrong usage. */
export function checkNames({ breakEven, choose }: Request, models: readonly LoadedModel[]): void {
  const known = models.flatMap(({ model }) =>
    Object.values(model.choices).flatMap(({ options }) => Object.keys(options)),
  );
  const missing = [...(breakEven ?? []), ...choose].find((option) => !known.includes(option));
  if (missing !== undefined && models.length > 0) {
    const hint = didYouMean(missing, known) ?? `There are ${[...new Set(known)].join(', ')}.`;
    throw new UsageError(`No model has an option \`${missing}\`. ${hint}`);
  }
  for (const { model } of models) {
    for (const { label, options } of Object.values(model.choices)) {
      const [first, second] = choose.filter((option) => Object.hasOwn(options, option));
      if (second === undefined) continue;
      throw new UsageError(
        `--choose takes \`${first}\` or \`${second}\`: both say ${lower(label)}.`,
      );
    }
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
