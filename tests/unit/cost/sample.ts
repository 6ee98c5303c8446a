import type { CostModel } from '#cost/define/model.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import type { Question } from '#cost/engine/options.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';

/** The book of the region that every model of the sample is priced in. */
export const priceBook = shippedPriceBooks().get('us-east-1')!;

/** Asks a model of the sample. */
export function asking(model: CostModel) {
  const answer = (users: number, more: Partial<Question> = {}) =>
    evaluate(model, { users, priceBook, ...more });
  const report = (users: number, more: Partial<Question> = {}): ModelReport =>
    answer(users, more).value!;
  return { answer, report };
}

export function sizeOf({ components }: ModelReport, resource: string) {
  return components.flatMap(({ resources }) => resources).find(({ id }) => id === resource);
}

export function lineOf({ components }: ModelReport, id: string) {
  return components.flatMap(({ lines }) => lines).find((line) => line.id === id);
}

export function demandOf({ demand }: ModelReport, id: string) {
  return demand.find((item) => item.id === id)?.quantity ?? Number.NaN;
}

export function capacityOf({ capacity }: ModelReport, id: string) {
  return capacity.find((item) => item.id === id);
}
