import type { Located, RelationshipTie } from '#adr/record.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { meant } from '#diagnostics/suggest.ts';
import { Identifier } from '#model/ids.ts';
import { portfolioProblem } from '../codes.ts';
import { billOf, billSpend, relationshipsOf } from '../record-ties.ts';
import { allRecords } from '../records.ts';
import type { Check, CheckInput } from './check.ts';

/** Every relationship and every part of a bill that a record names is in the model and in the bill. */
export const checkRecordTies: Check = function* (input) {
  for (const { ties } of allRecords(input.portfolio)) {
    for (const tie of ties.relationships) yield* checkRelationship(input, tie);
    for (const cost of ties.costs) yield* checkBill(input, cost);
  }
};

/** Ends that do not exist are found with the other elements. */
function* checkRelationship(
  { portfolio: { index } }: CheckInput,
  tie: RelationshipTie,
): Iterable<Diagnostic> {
  const { source, destination, description, span } = tie;
  const [from, to] = [source, destination].map((name) => index.byIdentifier(Identifier(name)));
  if (!from || !to || relationshipsOf(index, tie).length > 0) return;
  const others = relationshipsOf(index, { ...tie, description: '' });
  const texts = others.flatMap((one) => one.description || []);
  const back = relationshipsOf(index, { ...tie, source: destination, destination: source });
  const words = description === '' ? '' : ` with the description “${description}”`;
  const hint =
    (texts.length > 0 && `Those that do: ${texts.join(', ')}.`) ||
    (back.length > 0 && 'One leads the other way.') ||
    'Write the relationship into the workspace, or name the elements alone.';
  const message = `Nothing in the model leads from \`${source}\` to \`${destination}\`${words}.`;
  yield portfolioProblem('unknown-relationship', message, span, { hint });
}

function* checkBill({ portfolio, modelSources }: CheckInput, cost: Located): Iterable<Diagnostic> {
  const { model, part } = billOf(cost);
  const ids = [...modelSources.keys()];
  if (!ids.includes(model)) {
    const message = `No cost model has the id \`${model}\`.`;
    const hint = ids.length > 0 ? `Models: ${ids.join(', ')}.` : 'There are no cost models yet.';
    yield portfolioProblem('unknown-cost-model', message, cost.span, {
      hint,
      ...meant(model, ids),
    });
    return;
  }
  const priced = portfolio.costs.find(({ id }) => id === model);
  // A model that could not be read has findings of its own.
  if (!priced || billSpend(priced, part)) return;
  const parts = priced.large.components.map(({ id }) => id);
  const lines = priced.large.components.flatMap((one) => one.lines.map(({ id }) => id));
  const message = `The model \`${model}\` has no part and no line \`${part}\`.`;
  yield portfolioProblem('unknown-cost-line', message, cost.span, {
    hint: `Its parts are ${parts.join(', ')}.`,
    ...meant(part, [...parts, ...lines]),
  });
}
