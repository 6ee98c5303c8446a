import type { AdrRecord, OptionCost } from '#adr/record.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import { optionOf, type ParameterProblem, readChanges } from '../option-costs.ts';
import { allRecords } from '../records.ts';
import type { Check, CheckInput } from './check.ts';

/** What a record says that its options cost can be worked out: option, model, parameters. */
export const checkOptionCosts: Check = function* (input) {
  for (const record of allRecords(input.portfolio)) {
    for (const cost of record.ties.optionCosts) yield* checkCost(input, record, cost);
  }
};

function* checkCost(
  { portfolio, modelSources }: CheckInput,
  record: AdrRecord,
  cost: OptionCost,
): Iterable<Diagnostic> {
  const { option, model, span } = cost;
  const names = record.options.map(({ name }) => name);
  if (!optionOf(record, cost)) {
    const hint = didYouMean(option, names) ?? listed('The record considers', names);
    yield portfolioProblem(
      'unknown-option',
      `The record considers no option \`${option}\`.`,
      textAfter(span, option),
      hint === undefined ? {} : { hint },
    );
  }
  const ids = [...modelSources.keys()];
  if (model === undefined) {
    const hint = listed('Name one with `model`:', ids);
    const message = `Nothing says which cost model prices the option \`${option}\`.`;
    yield portfolioProblem('unknown-cost-model', message, span, hint === undefined ? {} : { hint });
    return;
  }
  if (!ids.includes(model)) {
    const hint = didYouMean(model, ids) ?? listed('Models:', ids);
    const message = `No cost model has the id \`${model}\`.`;
    const place = textAfter(span, model, 'model');
    yield portfolioProblem(
      'unknown-cost-model',
      message,
      place,
      hint === undefined ? {} : { hint },
    );
    return;
  }
  const priced = portfolio.costs.find(({ id }) => id === model);
  if (!priced) return; // The model's own findings say why.
  for (const problem of readChanges(priced, cost).problems) {
    const { name, value, kind } = problem;
    const place =
      kind === 'unknown'
        ? textAfter(span, name, 'parameters')
        : textAfter(span, String(value), name);
    yield portfolioProblem('wrong-parameter', messageOf(model, problem), place, hintOf(problem));
  }
}

function messageOf(model: string, { name, value, kind }: ParameterProblem): string {
  if (kind === 'unknown') return `The model \`${model}\` has no parameter \`${name}\`.`;
  if (kind === 'option')
    return `The choice \`${name}\` of \`${model}\` has no option \`${value}\`.`;
  return `The driver \`${name}\` of \`${model}\` takes a number that is not negative, not \`${value}\`.`;
}

function hintOf({ name, value, kind, known }: ParameterProblem): { readonly hint?: string } {
  const hint =
    didYouMean(kind === 'option' ? String(value) : name, known) ?? listed('There are', known);
  return hint === undefined ? {} : { hint };
}

/** The first such text in a span, behind a key where one is given; the whole span without it. */
function textAfter(span: Span, text: string, key = ''): Span {
  const entry = span.source.text.slice(span.start, span.end);
  const at = entry.indexOf(text, Math.max(0, entry.indexOf(key)) + key.length);
  const start = span.start + at;
  return at < 0 ? span : { ...span, start, end: start + text.length };
}

/** As many as a terminal shows on a few lines. */
const SHOWN = 12;

function listed(words: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const others = names.length - SHOWN;
  return `${words} ${names.slice(0, SHOWN).join(', ')}${others > 0 ? ` and ${others} more` : ''}.`;
}
