import type { CostModel } from '#cost/define/model.ts';
import { alternative, type BreakEven, breakEven } from '#cost/engine/break-even.ts';
import { type Break, breaksFirst } from '#cost/engine/breaks.ts';
import { CURVE_MARKS, type Curve, curve } from '#cost/engine/curve.ts';
import { type Lever, levers } from '#cost/engine/levers.ts';
import type { Question } from '#cost/engine/options.ts';
import { type Quantiles, quantiles } from '#cost/engine/quantiles.ts';
import { type Swing, sensitivity } from '#cost/engine/sensitivity.ts';
import { type Explanation, explain } from '#cost/explain/explain.ts';
import type { Request } from './options.ts';

/** Answers that are only given when they are asked for; loaded only then. */
export interface More {
  readonly breaks?: readonly Break[];
  readonly curve?: Curve;
  readonly breakEven?: BreakEven;
  readonly sensitivity?: readonly Swing[];
  readonly quantiles?: Quantiles;
  readonly levers?: readonly Lever[];
  readonly explanations?: readonly Explanation[];
}

/** What a request asks of a model beside its bill. */
export function more(request: Request, model: CostModel, question: Question): More {
  const [a, b] = (request.breakEven ?? []).map((option) => alternative(model, option));
  const draw = request.seed === undefined ? {} : { seed: request.seed };
  return {
    ...(request.breaks && { breaks: breaksFirst(model, question) }),
    ...(request.curve && {
      curve: curve(model, question, { marks: [...CURVE_MARKS, question.users] }),
    }),
    ...(a && b && { breakEven: breakEven(model, question, [a, b]) }),
    ...(request.sensitivity && { sensitivity: sensitivity(model, question) }),
    ...(request.quantiles && { quantiles: quantiles(model, question, draw) }),
    ...(request.levers !== undefined && { levers: levers(model, question, request.levers) }),
    ...(request.explain !== undefined && {
      explanations: explain(model, question, request.explain),
    }),
  };
}
