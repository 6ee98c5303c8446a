import type { CostDocument, ModelAnswer } from './answer.ts';
import type { Request } from './options.ts';
import { exchangeText } from './summary.ts';
import { circumstances, dearestFirst } from './table.ts';
import { count, cut, money, type Paint, small, WIDTH, wrap } from './text.ts';

/** The narrowest column of names, and the column of growth at the right. */
const NAMES = 20;
const GROWTH = 9;

/** A model at one number of users. */
interface Column {
  readonly users: number;
  readonly model: ModelAnswer;
}

/**
 * Several numbers of users side by side: each model's parts, and by how much they grow from the
 * first column to the last. What does not fit the width goes into a table of its own.
 */
export function compare(
  documents: readonly CostDocument[],
  request: Request,
  paint: Paint,
): string {
  const [first] = documents;
  if (!first) return '';
  return first.models
    .map(({ id, title }) => {
      const columns = documents.flatMap(({ users, models }): Column[] => {
        const model = models.find((item) => item.id === id);
        return model ? [{ users, model }] : [];
      });
      const rate = exchangeText(first.exchange);
      const heading = [
        paint.bold(title),
        paint.dim(circumstances(first, request, 'many')),
        ...(rate === '' ? [] : [paint.dim(wrap(rate))]),
      ];
      return [
        ...heading,
        ...inWidth(columns, first.currency).map(
          (part) => `\n${comparison(part, first.currency, paint)}`,
        ),
      ].join('\n');
    })
    .join('\n\n');
}

/** As many columns in a table as the width takes. */
function inWidth(columns: readonly Column[], currency: string): (readonly Column[])[] {
  const most = Math.max(1, Math.floor((WIDTH - NAMES - GROWTH) / cellWidth(columns, currency)));
  return Array.from({ length: Math.ceil(columns.length / most) }, (_, part) =>
    columns.slice(part * most, (part + 1) * most),
  );
}

function comparison(columns: readonly Column[], currency: string, paint: Paint): string {
  const width = cellWidth(columns, currency);
  const names = WIDTH - GROWTH - width * columns.length;
  const row = (name: string, cells: readonly string[], growth = '') =>
    `${cut(name, names)}${cells.map((cell) => paint.money(cell.padStart(width))).join('')}${growth.padStart(GROWTH)}`;
  const rule = paint.dim('─'.repeat(WIDTH));
  const dollars = (name: string, of: (column: Column) => number) => {
    const values = columns.map(of);
    return row(
      name,
      values.map((value) => money(value, currency)),
      growthOf(values),
    );
  };
  const parts = dearestFirst(columns.at(-1)?.model.components ?? []).map(({ id, title }) =>
    dollars(title, ({ model }) => model.components.find((part) => part.id === id)?.monthly ?? 0),
  );
  const users = columns.map((column) => column.users);
  return [
    row('Users', users.map(count), growthOf(users)),
    rule,
    ...parts,
    rule,
    dollars('Total a month', ({ model }) => model.monthly),
    row(
      'A user',
      columns.map(({ model }) => small(model.perUser, currency)),
    ),
  ].join('\n');
}

/** `x 3.2` from the first to the last; nothing where there is no growth to speak of. */
function growthOf(values: readonly number[]): string {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return values.length > 1 && first > 0 ? `× ${(last / first).toFixed(1)}` : '';
}

function cellWidth(columns: readonly Column[], currency: string): number {
  const widths = columns.flatMap(({ users, model }) => [
    count(users).length,
    money(model.monthly, currency).length,
  ]);
  return Math.max(...widths) + 2;
}
