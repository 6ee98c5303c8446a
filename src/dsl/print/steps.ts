import { Problem } from '../problem.ts';
import type { GraphViewDraft, StepDraft } from '../resolve/draft.ts';
import { addRelationshipStep, addStep, Sequence } from '../resolve/dynamic.ts';
import type { ModelDraft } from '../resolve/model.ts';
import { ViewSet } from '../resolve/views.ts';
import { type Block, block } from './block.ts';
import type { Pen } from './elements.ts';
import { properties } from './items.ts';

/** The steps of a dynamic view, and whether they give exactly what it shows. */
export function steps(
  model: ModelDraft,
  view: GraphViewDraft,
  pen: Pen,
): { includes: readonly Block[]; excludes: readonly Block[]; isExact: boolean } {
  const { kind, scope } = view;
  const trial = new ViewSet().addGraph(model, { kind, scope, key: '' });
  const sequence = new Sequence();
  const lines: Block[] = [];
  let isExact = true;
  let count = 0;
  let left = inOrder(view.steps);
  // An answer has to follow what it answers, whatever its number.
  for (let progress = true; progress && left.length > 0; ) {
    const later: StepDraft[] = [];
    for (const step of left) {
      const written = wordsOf(model, trial, sequence, step, pen);
      if (written === undefined) {
        later.push(step);
        continue;
      }
      count++;
      const prefix = step.order === String(count) ? '' : `${step.order}: `;
      const body = bodyOf(step, pen);
      const isOpen = step.description === '{';
      if (body.length > 0 && !isOpen) isExact = false;
      lines.push(block(`${prefix}${written}${isOpen ? ' {' : ''}`, isOpen ? body : []));
    }
    progress = later.length < left.length;
    left = later;
  }
  if (left.length > 0) isExact = false;
  const isAll = [...view.elements.keys()].every((element) => trial.elements.has(element));
  return { includes: lines, excludes: [], isExact: isExact && isAll };
}

/** Among steps of one relationship and number, the last one comes first when it is read. */
function inOrder(all: readonly StepDraft[]): StepDraft[] {
  const key = ({ order, relationship }: StepDraft) => `${order} ${relationship.id}`;
  return [...Map.groupBy(all.toReversed(), key).values()].flatMap((run) => run.toReversed());
}

/** A step has room for more only where its brace is taken for its words. */
function bodyOf(step: StepDraft, { quoter }: Pen): Block[] {
  const url = step.url ? [block(`url ${quoter.quote(step.url)}`)] : [];
  return [...url, ...properties(step, quoter)];
}

/** The first way to write a step that leads to its own relationship. */
function wordsOf(
  model: ModelDraft,
  trial: GraphViewDraft,
  sequence: Sequence,
  step: StepDraft,
  { names, quoter }: Pen,
): string | undefined {
  const { relationship, response = false, description = '' } = step;
  const [source, destination] = response
    ? [relationship.destination, relationship.source]
    : [relationship.source, relationship.destination];
  const ends = `${names.full(source)} -> ${names.full(destination)}`;
  const said = description === '{' ? '' : description;
  for (const technology of ['', relationship.technology ?? '']) {
    const words = quoter.words([said, technology]);
    const input = { source, destination, description, technology };
    const take = () => addStep(model, trial, sequence, input);
    if (leadsTo(trial, step, take)) return `${ends}${words}`;
  }
  if (response) return undefined;
  const take = () => addRelationshipStep(model, trial, sequence, relationship, description);
  if (!leadsTo(trial, step, take)) return undefined;
  return `${names.needRelationship(relationship)}${quoter.words([said])}`;
}

function leadsTo(trial: GraphViewDraft, wanted: StepDraft, take: () => StepDraft): boolean {
  try {
    const step = take();
    const { relationship, response = false } = wanted;
    if (step.relationship === relationship && (step.response ?? false) === response) return true;
    trial.steps.pop();
    return false;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return false;
  }
}
