import { FOCUS_COLUMNS, focusRows } from '#cost/report/focus.ts';
import { unitAfter } from '#cost/units/plural.ts';
import type { CostDocument, ModelAnswer } from './answer.ts';
import type { Request } from './options.ts';
import { exchangeText, trustText } from './summary.ts';
import { circumstances, dearestFirst } from './table.ts';
import { amount, count, money, percent, small, unitPrice } from './text.ts';

const COLUMNS = [
  'users',
  'region',
  'model',
  'component',
  'element',
  'line',
  'dimension',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'monthly',
  'confidence',
  'asOf',
  'source',
  'currency',
] as const;

/** One row a line of the bill, comma-separated, with a header (RFC 4180). */
export function csv(documents: readonly CostDocument[]): string {
  const rows = documents.flatMap(({ users, region, currency, models }) =>
    models.flatMap((model) =>
      model.components.flatMap(({ id, element, lines }) =>
        lines.map((line) => [
          users,
          region,
          model.id,
          id,
          element,
          line.id,
          line.dimension,
          line.description,
          line.quantity,
          line.unit,
          line.unitPrice,
          line.monthly,
          line.confidence,
          line.asOf,
          line.source,
          currency,
        ]),
      ),
    ),
  );
  return csvRows([COLUMNS, ...rows]);
}

/** FOCUS 1.2 rows for the month that it is. */
export function focus(documents: readonly CostDocument[], now: Date): string {
  const month = (plus: number) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + plus));
    return `${first.toISOString().slice(0, 19)}Z`;
  };
  const rows = documents.flatMap(({ users, region, currency, priceBook, models }) => {
    const provider = priceBook.split('-')[0]?.toUpperCase() ?? '';
    const context = { users, region, currency, provider, start: month(0), end: month(1) };
    return models.flatMap((model) => focusRows(model, context));
  });
  return csvRows([FOCUS_COLUMNS, ...rows.map((row) => FOCUS_COLUMNS.map((name) => row[name]))]);
}

/** Rows as comma-separated text; cells with a comma, quote or line break are quoted. */
export function csvRows(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** A comment for a pull request: totals first, lines folded away. */
export function markdown(documents: readonly CostDocument[], request: Request): string {
  return documents
    .flatMap((document) => document.models.map((model) => modelMarkdown(model, document, request)))
    .join('\n');
}

function modelMarkdown(model: ModelAnswer, document: CostDocument, request: Request): string {
  const { currency } = document;
  const parts = dearestFirst(model.components).map(
    ({ title, size = '', monthly }) =>
      `| ${title} | ${size} | ${money(monthly, currency)} | ${model.monthly === 0 ? '' : percent(monthly / model.monthly)} |`,
  );
  const lines = model.components.flatMap(({ lines: own }) =>
    own.map(
      ({ id, dimension, quantity, unit, unitPrice: price, monthly }) =>
        `| ${id} | \`${dimension}\` | ${amount(quantity)} ${unitAfter(quantity, unit)} | ${unitPrice(price, currency)} | ${money(monthly, currency)} |`,
    ),
  );
  return [
    `### ${model.title}: ${money(model.monthly, currency)} a month`,
    '',
    `${circumstances(document, request)}; ${small(model.perUser, currency)} a user. ${trustText(model, document)} ${exchangeText(document.exchange)}`.trim(),
    '',
    '| Component | Size | Month | Share |',
    '| --- | --- | ---: | ---: |',
    ...parts,
    `| **Total** | | **${money(model.monthly, currency)}** | |`,
    '',
    `<details><summary>${count(lines.length)} lines</summary>`,
    '',
    '| Line | Meter | Quantity | Unit price | Month |',
    '| --- | --- | ---: | ---: | ---: |',
    ...lines,
    '',
    '</details>',
    '',
  ].join('\n');
}
