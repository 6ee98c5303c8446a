import type { ComponentDiff, LineDiff, LineFigures, ModelDiff } from '#cost/engine/diff.ts';
import { unitAfter } from '#cost/units/plural.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import type { DiffDocument, Diffs } from './diff.ts';
import type { Request } from './options.ts';
import { exchangeText } from './summary.ts';
import { circumstances } from './table.ts';
import {
  amount,
  change,
  count,
  cut,
  money,
  type Paint,
  percent,
  plural,
  unitPrice,
  WIDTH,
  wrap,
} from './text.ts';

/** How a change is marked, as in a diff of text. */
const MARKS = { added: '+', removed: '-', changed: '~', same: ' ' } as const;

/** A comparison in the format that was asked for. */
export function renderDiffs(
  { documents, diagnostics }: Diffs,
  request: Request,
  paint: Paint,
): string {
  if (request.format === 'json') {
    const [first, ...more] = documents;
    const document = more.length > 0 ? { runs: documents } : first;
    const found = diagnostics.length > 0 ? diagnosticsToJson(diagnostics) : {};
    return `${JSON.stringify({ ...document, ...found }, undefined, 2)}\n`;
  }
  const render = request.format === 'markdown' ? diffMarkdown : diffTable;
  const parts = documents.map((document) => render(document, request, paint));
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

/** A comparison for a terminal: what differs, the largest first, with the reason below it. */
function diffTable(document: DiffDocument, request: Request, paint: Paint): string {
  const { before, after, models, currency } = document;
  const head = [
    paint.bold(wrap(sides(document))),
    paint.dim(wrap(circumstances({ users: document.users, region: after.region }, request))),
  ];
  const notes = [trustText(document), exchangeText(document.exchange)].filter(Boolean);
  const parts = models.map((model) => modelTable(model, currency, paint));
  const sum =
    models.length > 1
      ? [
          rowOf(currency, paint)(' ', 'All models', {
            before: before.monthly,
            after: after.monthly,
            difference: document.difference,
          }),
        ]
      : [];
  return [head.join('\n'), ...parts, ...sum, ...notes.map((note) => paint.dim(wrap(note)))].join(
    '\n\n',
  );
}

function modelTable(model: ModelDiff, currency: string, paint: Paint): string {
  const row = rowOf(currency, paint);
  const changed = model.components.filter(({ change: kind }) => kind !== 'same');
  const same = model.components.length - changed.length;
  const unchanged = [
    ...(model.sameLines > 0 ? [`${plural(model.sameLines, 'line')} as before`] : []),
    ...(same > 0 ? [`those of ${plural(same, 'component')} among them`] : []),
  ].join(', ');
  return [
    row(MARKS[model.change], model.title, model),
    ...changed.flatMap((component) => componentRows(component, currency, paint)),
    paint.dim('─'.repeat(WIDTH)),
    row(' ', growth(model), model),
    ...(unchanged === '' ? [] : [paint.dim(`${unchanged}.`)]),
  ].join('\n');
}

function componentRows(component: ComponentDiff, currency: string, paint: Paint): string[] {
  const row = rowOf(currency, paint);
  return [
    row(MARKS[component.change], component.title, component),
    ...component.lines.flatMap((line) => [
      row(`  ${MARKS[line.change]}`, lineName(line), {
        before: line.before?.monthly ?? 0,
        after: line.after?.monthly ?? 0,
        difference: line.difference,
      }),
      paint.dim(wrap(why(line, currency), '      ')),
    ]),
  ];
}

/** A row of three amounts; the name gets what they leave. */
function rowOf(currency: string, paint: Paint) {
  return (
    mark: string,
    name: string,
    { before, after, difference }: Pick<ModelDiff, 'before' | 'after' | 'difference'>,
  ) => {
    const cells = [money(before, currency), money(after, currency), change(difference, currency)];
    const amounts = cells.map((cell) => cell.padStart(Math.max(14, cell.length + 1)));
    const width = WIDTH - amounts.join('').length - mark.length - 1;
    const [old = '', now = '', more = ''] = amounts;
    return `${mark} ${cut(name, Math.max(width, 8))}${paint.dim(old)}${now}${paint.money(more)}`;
  };
}

/** A comparison for a pull request: components first, lines folded away. */
function diffMarkdown(document: DiffDocument, request: Request): string {
  const { users, after, models, currency } = document;
  const amounts = ({
    before,
    after: now,
    difference,
  }: Pick<ModelDiff, 'before' | 'after' | 'difference'>) =>
    `${money(before, currency)} | ${money(now, currency)} | ${change(difference, currency)}`;
  const parts = models.map((model) => {
    const changed = model.components.filter(({ change: kind }) => kind !== 'same');
    const lines = changed.flatMap(({ lines: own }) => own);
    return [
      `### ${cell(model.title)}: ${change(model.difference, currency)} a month${model.share === null ? '' : ` (${shareText(model.share)})`}`,
      '',
      `${cell(sides(document))}. ${circumstances({ users, region: after.region }, request)}. ${[trustText(document), exchangeText(document.exchange)].filter(Boolean).join(' ')}`.trim(),
      '',
      '| | Component | Before | After | Difference |',
      '| --- | --- | ---: | ---: | ---: |',
      ...changed.map(
        (component) =>
          `| \`${MARKS[component.change]}\` | ${cell(component.title)} | ${amounts(component)} |`,
      ),
      `| | **Total** | ${amounts(model)} |`,
      '',
      `<details><summary>${plural(lines.length, 'line')} changed, ${count(model.sameLines)} as before</summary>`,
      '',
      '| | Line | Difference | Why |',
      '| --- | --- | ---: | --- |',
      ...lines.map(
        (line) =>
          `| \`${MARKS[line.change]}\` | ${line.id} | ${change(line.difference, currency)} | ${cell(why(line, currency))} |`,
      ),
      '',
      '</details>',
    ].join('\n');
  });
  return parts.join('\n\n');
}

/** `From us-east-1 to eu-west-1: $6,933.90 to $7,233.00 a month, +4.3 %` */
function sides({ before, after, currency, share }: DiffDocument): string {
  const much = share === null ? '' : `, ${shareText(share)}`;
  return `From ${before.name} to ${after.name}: ${money(before.monthly, currency)} to ${money(after.monthly, currency)} a month${much}`;
}

/** How much of what it comes to now rests on weak prices: a difference is no better than they are. */
function trustText({ after: { lowConfidence, monthly } }: DiffDocument): string {
  if (!lowConfidence || monthly === 0) return '';
  const share = lowConfidence.share > 0 ? percent(lowConfidence.share) : 'nothing';
  return `Of what it comes to, ${share} rests on prices of low confidence.`;
}

function growth({ share, change: kind }: ModelDiff): string {
  if (kind === 'added' || kind === 'removed') return `Total a month, ${kind}`;
  return share === null ? 'Total a month' : `Total a month, ${shareText(share)}`;
}

function shareText(share: number): string {
  return `${share > 0 ? '+' : ''}${percent(share)}`;
}

function lineName({ id, before, after }: LineDiff): string {
  return after?.dimension ?? before?.dimension ?? id;
}

/** `quantity: 730 to 1,460 instance-hours at $0.0416` */
function why(line: LineDiff, currency: string): string {
  const { before, after, reason, byQuantity = 0, byPrice = 0 } = line;
  if (!(before && after)) return `${line.description}: ${figures(after ?? before, currency)}`;
  const quantities = `${amount(before.quantity)} to ${measured(after)}`;
  const prices = `${unitPrice(before.unitPrice, currency)} to ${unitPrice(after.unitPrice, currency)}`;
  switch (reason) {
    case 'quantity':
      return before.quantity === after.quantity
        ? `quantity: other lines moved on the same price ladder, ${prices}`
        : `quantity: ${quantities}, ${change(byQuantity, currency)}`;
    case 'price':
      return `price: ${prices} for ${measured(after)}`;
    case 'quantity and price':
      return `quantity: ${quantities}, ${change(byQuantity, currency)}; price: ${prices}, ${change(byPrice, currency)}`;
    default:
      return `meter: ${before.dimension}, ${figures(before, currency)}, to ${after.dimension}, ${figures(after, currency)}`;
  }
}

function figures(side: LineFigures | undefined, currency: string): string {
  return side ? `${measured(side)} × ${unitPrice(side.unitPrice, currency)}` : '';
}

function measured({ quantity, unit }: LineFigures): string {
  return `${amount(quantity)} ${unitAfter(quantity, unit)}`;
}

/** Text that stands in a cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
