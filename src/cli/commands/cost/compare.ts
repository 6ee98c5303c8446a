import type { CostDocument, ModelAnswer } from './answer.ts';
import type { Request } from './options.ts';
import { circumstances, dearestFirst } from './table.ts';
import { count, cut, money, type Paint, small, WIDTH } from './text.ts';

/** Several numbers of users side by side: each model's parts, and by how much they grow. */
export function compare(
  documents: readonly CostDocument[],
  request: Request,
  paint: Paint,
): string {
  const [first] = documents;
  return (first?.models ?? [])
    .map(({ id }) => {
      const models = documents.flatMap(
        (document) => document.models.find((model) => model.id === id) ?? [],
      );
      return modelComparison(models, documents, request, paint);
    })
    .join('\n\n');
}

function modelComparison(
  models: readonly ModelAnswer[],
  documents: readonly CostDocument[],
  request: Request,
  paint: Paint,
): string {
  const [first] = models;
  if (!(first && documents[0])) return '';
  const width = Math.max(11, ...models.map(({ monthly }) => money(monthly).length + 2));
  const row = (
    name: string,
    cells: readonly string[],
    growth: string,
    style = (text: string) => text,
  ) => {
    const left = cut(name, Math.max(14, WIDTH - width * cells.length - 8));
    return `${style(left)}${cells.map((cell) => paint.money(cell.padStart(width))).join('')}${growth.padStart(8)}`;
  };
  const growth = (values: readonly number[]) => {
    const [low = 0, high = 0] = [values[0], values.at(-1)];
    return low > 0 && values.length > 1 ? `x ${(high / low).toFixed(1)}` : '';
  };
  const amounts = (values: readonly number[]) => values.map((value) => money(value));
  const last = models.at(-1) ?? first;
  const parts = dearestFirst(last.components).map(({ id, title }) => {
    const values = models.map(
      ({ components }) => components.find((component) => component.id === id)?.monthly ?? 0,
    );
    return row(title, amounts(values), growth(values));
  });
  const totals = models.map(({ monthly }) => monthly);
  const users = documents.map((document) => document.users);
  const [, ...rest] = circumstances(documents[0], request).split(' in ');
  return [
    paint.bold(first.title),
    paint.dim(`in ${rest.join(' in ')}`),
    '',
    row('Users', users.map(count), growth(users)),
    paint.dim('─'.repeat(WIDTH)),
    ...parts,
    paint.dim('─'.repeat(WIDTH)),
    row('Total a month', amounts(totals), growth(totals), paint.bold),
    row(
      'A user',
      models.map(({ perUser }) => small(perUser)),
      '',
    ),
  ].join('\n');
}
