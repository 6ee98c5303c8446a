import type { BreakEven } from '#cost/engine/break-even.ts';
import type { Break } from '#cost/engine/breaks.ts';
import { CURVE_MARKS, type Curve } from '#cost/engine/curve.ts';
import type { Lever } from '#cost/engine/levers.ts';
import type { Quantiles } from '#cost/engine/quantiles.ts';
import type { Swing } from '#cost/engine/sensitivity.ts';
import type { Explanation } from '#cost/explain/explain.ts';
import { unitAfter } from '#cost/units/plural.ts';
import type { CostDocument, ModelAnswer } from './answer.ts';
import {
  amount,
  change,
  count,
  cut,
  money,
  type Paint,
  percent,
  significant,
  unitPrice,
  WIDTH,
  wrap,
} from './text.ts';

/** A heading, which names the model where there are several. */
type Heading = (text: string) => string;

/** What was asked beside the bill, each as text under a heading; `of` is what all headings begin with. */
export function answersText(
  model: ModelAnswer,
  { users, currency }: Pick<CostDocument, 'users' | 'currency'>,
  paint: Paint,
  of = '',
): string[] {
  const heading: Heading = (text) =>
    of === ''
      ? paint.bold(text)
      : paint.bold(`${of}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  const { breaks, curve, breakEven, sensitivity, quantiles, levers, explanations } = model;
  return [
    ...(explanations?.map((item) => explanationText(item, currency, paint)) ?? []),
    ...(breaks ? [breaksText(breaks, heading, paint)] : []),
    ...(curve ? [curveText(curve, { users, currency }, heading, paint)] : []),
    ...(sensitivity ? [sensitivityText(sensitivity, { ...model, currency }, heading, paint)] : []),
    ...(quantiles ? [quantilesText(quantiles, { ...model, currency }, heading, paint)] : []),
    ...(levers ? [leversText(levers, currency, heading, paint)] : []),
    ...(breakEven ? [breakEvenText(breakEven, currency, heading)] : []),
  ];
}

/** The chain from users to a line, one link a line, with what each is made from below it. */
export function explanationText(
  { line, steps }: Explanation,
  currency: string,
  paint: Paint,
): string {
  const rows = steps.flatMap(({ name, value, unit, formula, why }) => {
    const shown = `${amount(value)} ${unit === 'ratio' ? '' : unitAfter(value, unit)}`.trimEnd();
    const head = `${cut(name, WIDTH - 28)}${paint.bold(shown.padStart(28))}`;
    return [
      head,
      ...(formula === undefined ? [] : [paint.dim(wrap(`= ${formula}`, '    '))]),
      ...(why === undefined ? [] : [paint.dim(wrap(why, '    '))]),
    ];
  });
  const price = `${amount(line.quantity)} ${unitAfter(line.quantity, line.unit)} × ${unitPrice(line.unitPrice, currency)}`;
  const tiers = (line.tiers ?? []).map((tier) => {
    const end = tier.upTo === null ? 'and above' : `to ${amount(tier.upTo)}`;
    return paint.dim(
      `    ${amount(tier.quantity)} from ${amount(tier.from)} ${end} at ${unitPrice(tier.unitPrice, currency)}`,
    );
  });
  return [
    paint.bold(`${line.id}: ${line.description}`),
    '',
    ...rows,
    '',
    `${cut(line.dimension, 34)}${price.padStart(33)}${paint.money(money(line.monthly, currency).padStart(13))}`,
    ...tiers,
    paint.dim(wrap(`Price of ${line.asOf}, ${line.confidence} confidence: ${line.source}`, '    ')),
    ...(line.notes ?? []).map((note) => paint.dim(wrap(note, '    '))),
  ].join('\n');
}

function breaksText(breaks: readonly Break[], heading: Heading, paint: Paint): string {
  const rows = breaks.flatMap(
    ({ resource, used, limit, unit, saturatesAtUsers, holds, fix, configured }) => {
      const end = saturatesAtUsers === null ? 'no end' : count(saturatesAtUsers);
      const marks = holds.map((ok) => (ok ? 'holds' : 'breaks').padStart(8)).join('');
      return [
        `${cut(resource, 36)}${end.padStart(16)}${marks}`,
        paint.dim(
          wrap(
            `${amount(used)} of ${amount(limit)} ${unitAfter(limit, unit)}${configured ? ', a setting' : ''}. ${fix}`,
            '    ',
          ),
        ),
      ];
    },
  );
  return [
    heading('What breaks first'),
    paint.dim(
      `${cut('', 36)}${'up to users'.padStart(16)}${'now'.padStart(8)}${'× 10'.padStart(8)}${'× 100'.padStart(8)}`,
    ),
    ...rows,
    ...(breaks.some(({ configured }) => configured)
      ? [paint.dim('A setting is raised: what breaks first is the first that is none.')]
      : []),
  ].join('\n');
}

function curveText(
  { points, steps }: Curve,
  { users, currency }: Pick<CostDocument, 'users' | 'currency'>,
  heading: Heading,
  paint: Paint,
): string {
  const wanted = new Set([...CURVE_MARKS, users]);
  const shown = points.filter((point) => wanted.has(point.users));
  const most = Math.max(...shown.map(({ monthly }) => monthly));
  const bars = shown.map(({ users: at, monthly }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((monthly / most) * 44)));
    const mark = at === users ? ' <' : '';
    return `${count(at).padStart(11)}${money(monthly, currency).padStart(15)}  ${paint.money(bar)}${mark}`;
  });
  const named = steps.map(
    ({ users: at, label, to, monthly }) =>
      `${count(at).padStart(11)}  ${cut(`${label} to ${to}`, WIDTH - 26)}${change(monthly, currency).padStart(13)}`,
  );
  return [
    heading('From 1,000 to 5 million users'),
    ...bars,
    '',
    heading('Where it steps'),
    ...named,
  ].join('\n');
}

function sensitivityText(
  swings: readonly Swing[],
  { monthly, currency }: { readonly monthly: number; readonly currency: string },
  heading: Heading,
  paint: Paint,
): string {
  const shown = swings.filter((swing) => swing.monthlyAtHigh !== swing.monthlyAtLow).slice(0, 12);
  const rows = shown.map(({ label, low, high, monthlyAtLow, monthlyAtHigh }) => {
    const range = `${significant(low, 3)} to ${significant(high, 3)}`;
    const swing = `${change(monthlyAtLow - monthly, currency).padStart(13)}${change(monthlyAtHigh - monthly, currency).padStart(13)}`;
    const room = WIDTH - swing.length - Math.max(16, range.length + 1);
    return `${cut(label, room)}${range.padStart(WIDTH - swing.length - room)}${paint.money(swing)}`;
  });
  return [
    heading('What moves the total, one driver at a time'),
    paint.dim(
      `${cut('', 38)}${'low to high'.padStart(16)}${'at low'.padStart(13)}${'at high'.padStart(13)}`,
    ),
    ...rows,
  ].join('\n');
}

function quantilesText(
  { p10, p50, p90, draws, seed }: Quantiles,
  { monthly, currency }: { readonly monthly: number; readonly currency: string },
  heading: Heading,
  paint: Paint,
): string {
  const dollars = (value: number) => money(value, currency).replace(/\.00$/, '');
  const text = `P10 ${dollars(p10)}, P50 ${dollars(p50)}, P90 ${dollars(p90)}; all drivers likely: ${money(monthly, currency)}.`;
  const how = `${count(draws)} draws of every driver from its range, seed ${seed}.`;
  const why =
    monthly < p50
      ? 'Ranges reach further up than down: more than half of the draws lie above all likely.'
      : '';
  return [
    heading('How sure that is'),
    text,
    ...[how, why].filter(Boolean).map((line) => paint.dim(wrap(line))),
  ].join('\n');
}

function leversText(
  levers: readonly Lever[],
  currency: string,
  heading: Heading,
  paint: Paint,
): string {
  const rows = levers.map(({ title, saves, share, takes }) => {
    const amounts = `${percent(share).padStart(9)}${money(saves, currency).padStart(14)}`;
    const [first = '', ...rest] = wrap(title, '', WIDTH - amounts.length - 1).split('\n');
    const head = `${first.padEnd(WIDTH - amounts.length)}${paint.money(amounts)}`;
    return [head, ...rest.map((line) => `  ${line}`), paint.dim(wrap(takes, '    '))].join('\n');
  });
  const none = 'Nothing saves that much by itself.';
  const note = paint.dim('Saved a month, each by itself: together they save less.');
  return [heading('Largest levers'), ...(rows.length > 0 ? [...rows, note] : [none])].join('\n');
}

function breakEvenText(
  { from, to, cheaperAtFirst, crossings }: BreakEven,
  currency: string,
  heading: Heading,
): string {
  const start =
    cheaperAtFirst === undefined
      ? `At ${count(from)} users both cost the same.`
      : `From ${count(from)} users \`${cheaperAtFirst}\` is cheaper.`;
  const rest = crossings.map(
    ({ users, cheaper, monthly }) =>
      `From ${count(users)} users \`${cheaper}\` is, at ${money(monthly, currency)}.`,
  );
  const end = crossings.length === 0 ? `That holds up to ${count(to)}.` : '';
  return [heading('Break-even'), [start, ...rest, end].filter(Boolean).join('\n')].join('\n');
}
