import type { ComponentReport, LineReport } from '#cost/engine/report.ts';
import { unitAfter } from '#cost/units/plural.ts';
import type { CostDocument, ModelAnswer } from './answer.ts';
import { commitmentText } from './commitment-option.ts';
import type { Request } from './options.ts';
import { summary } from './summary.ts';
import { amount, cut, money, type Paint, percent, plural, unitPrice, WIDTH } from './text.ts';

/** Columns: what is metered, how much of it at which price, dollars a month. */
const METER = 33;
const MONTHLY = 13;
const MIDDLE = WIDTH - 2 - METER - 1 - MONTHLY;

/** A document as tables for a terminal: each model's parts and their lines, then what to know. */
export function table(document: CostDocument, request: Request, paint: Paint): string {
  const models = document.models.map((model) => modelTable(model, document, request, paint));
  const sum =
    document.models.length > 1
      ? [row('All models', '', money(document.monthly, document.currency), paint)]
      : [];
  return [...models, ...sum].join('\n\n');
}

/** The totals of a document alone: what answers that follow are about. */
export function totals(document: CostDocument, request: Request, paint: Paint): string {
  const heads = document.models.map(({ title, monthly }) =>
    heading(title, `${money(monthly, document.currency)} a month`, paint),
  );
  return [...heads, paint.dim(circumstances(document, request))].join('\n');
}

function modelTable(
  model: ModelAnswer,
  document: CostDocument,
  request: Request,
  paint: Paint,
): string {
  const { currency } = document;
  return [
    heading(model.title, `${money(model.monthly, currency)} a month`, paint),
    paint.dim(circumstances(document, request)),
    '',
    ...dearestFirst(model.components).flatMap((component) =>
      componentRows(component, model, currency, paint),
    ),
    paint.dim('─'.repeat(WIDTH)),
    row('Total a month', '', money(model.monthly, currency), paint),
    '',
    summary(model, document, paint),
  ].join('\n');
}

/** A title with what matters at the right end. */
function heading(title: string, right: string, paint: Paint): string {
  return `${paint.bold(cut(title, WIDTH - right.length - 1))} ${paint.money(right)}`;
}

/** Parts in the order in which a reader wants them; what costs nothing stands last. */
export function dearestFirst<T extends { readonly monthly: number }>(parts: readonly T[]): T[] {
  return parts.toSorted((a, b) => b.monthly - a.monthly);
}

/** `500,000 users in us-east-1, on demand, likely drivers`; `many` leaves the number of users out. */
export function circumstances(
  { users, region }: Pick<CostDocument, 'users' | 'region'>,
  {
    commitments,
    scenario,
    freeTier,
    choose,
  }: Pick<Request, 'commitments' | 'scenario' | 'freeTier' | 'choose'>,
  many?: 'many',
): string {
  const paid = commitmentText(commitments);
  const free = freeTier ? ', free tier used' : '';
  const chosen = choose.length > 0 ? `, ${choose.join(' and ')} chosen` : '';
  const who = many ? 'In' : `${plural(users, 'user')} in`;
  return `${who} ${region}, ${paid}, ${scenario} drivers${free}${chosen}`;
}

function componentRows(
  { title, size = '', monthly, lines }: ComponentReport,
  model: ModelAnswer,
  currency: string,
  paint: Paint,
): string[] {
  const share = monthly === 0 ? '' : percent(monthly / model.monthly);
  const name = size === '' ? title : `${title}  ${size}`;
  const head = row(name, share, money(monthly, currency), paint);
  return [head, ...lines.map((line) => lineRow(line, currency, paint))];
}

function row(name: string, share: string, monthly: string, paint: Paint): string {
  const left = cut(name, WIDTH - MONTHLY - 9);
  return `${paint.bold(left)} ${share.padStart(8)}${paint.money(monthly.padStart(MONTHLY))}`;
}

function lineRow(
  { dimension, quantity, unit, unitPrice: price, monthly }: LineReport,
  currency: string,
  paint: Paint,
): string {
  const made = `${amount(quantity)} ${unitAfter(quantity, unit)} × ${unitPrice(price, currency)}`;
  const meter = cut(dimension, Math.max(METER - Math.max(0, made.length - MIDDLE), 20));
  const middle = made.padStart(WIDTH - 2 - MONTHLY - meter.length);
  return `  ${paint.dim(`${meter}${middle}`)}${money(monthly, currency).padStart(MONTHLY)}`;
}
