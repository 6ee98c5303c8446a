import { isEmpty } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, GraphViewDraft, RelationshipDraft, StepDraft } from './draft.ts';
import type { ModelDraft } from './model.ts';
import { hasUuid } from './uuid.ts';
import { addElementOrFail, newStep, whyNot } from './view.ts';

/** The running number of a sequence; parallel sequences start from their outer one's. */
interface Counter {
  readonly outer: Counter | undefined;
  value: number;
  incremented: boolean;
}

/** Numbers the steps of a dynamic view. */
export class Sequence {
  #counter: Counter = { outer: undefined, value: 0, incremented: false };

  next(): string {
    this.#counter.value++;
    this.#counter.incremented = true;
    return String(this.#counter.value);
  }

  startParallel(): void {
    this.#counter = { outer: this.#counter, value: this.#counter.value, incremented: false };
  }

  /** A block that only holds other blocks ends them all, and the numbers go on after them. */
  endParallel(holdsSteps: boolean): void {
    const { outer, value, incremented } = this.#counter;
    if (!outer) return;
    this.#counter = outer;
    if (holdsSteps) return;
    outer.value = incremented ? value : value + 1;
    if (!incremented) outer.incremented = true;
  }
}

export interface StepInput {
  readonly source: ElementDraft;
  readonly destination: ElementDraft;
  readonly description: string;
  readonly technology: string;
}

/** Adds a step between two elements, along their relationship or, as an answer, against it. */
export function addStep(
  model: ModelDraft,
  view: GraphViewDraft,
  sequence: Sequence,
  input: StepInput,
): StepDraft {
  const { source, destination, description, technology } = input;
  checkEnds(model, view, source, destination);
  const forward = pick(source, destination, technology, description);
  if (forward) return addAlong(model, view, sequence, forward, description, false);
  const backward = pick(destination, source, technology, undefined);
  const shown = backward && view.steps.some(({ relationship }) => relationship === backward);
  if (shown) return addAlong(model, view, sequence, backward, description, true);
  const wanted = !isEmpty(technology) ? ` with technology ${technology}` : '';
  throw new Problem(
    'dsl-no-relationship',
    `A relationship between ${source.name} and ${destination.name}${wanted} does not exist in model.`,
    undefined,
    {
      hint: backward
        ? 'There is one in the other direction: it can be an answer, once its own step stands before.'
        : `Define it in the model first: ${nameOf(source)} -> ${nameOf(destination)}`,
    },
  );
}

/** Adds a step along a relationship that has an identifier. */
export function addRelationshipStep(
  model: ModelDraft,
  view: GraphViewDraft,
  sequence: Sequence,
  relationship: RelationshipDraft,
  description: string,
): StepDraft {
  checkEnds(model, view, relationship.source, relationship.destination);
  return addAlong(model, view, sequence, relationship, description, false);
}

function addAlong(
  model: ModelDraft,
  view: GraphViewDraft,
  sequence: Sequence,
  relationship: RelationshipDraft,
  description: string,
  response: boolean,
): StepDraft {
  const { source, destination } = relationship;
  const [first, second] = response ? [destination, source] : [source, destination];
  addElementOrFail(model, view, first, false);
  addElementOrFail(model, view, second, false);
  const step = {
    ...newStep(relationship),
    properties: new Map<string, string>(),
    description,
    order: sequence.next(),
    response,
  };
  view.steps.push(step);
  return step;
}

/** Both ends must be permitted before either is added. */
function checkEnds(
  model: ModelDraft,
  view: GraphViewDraft,
  source: ElementDraft,
  destination: ElementDraft,
): void {
  for (const element of [source, destination]) {
    const reason = whyNot(model, view, element);
    if (reason) throw new Problem('dsl-not-in-view', reason);
  }
}

/** By description first; with a technology, the last relationship that has it. */
function pick(
  source: ElementDraft,
  destination: ElementDraft,
  technology: string,
  description: string | undefined,
): RelationshipDraft | undefined {
  const candidates = source.outgoingTo.get(destination) ?? [];
  if (!isEmpty(technology))
    return candidates.findLast((candidate) => candidate.technology === technology);
  return (
    candidates.find((candidate) => (candidate.description ?? '') === description) ?? candidates[0]
  );
}

function nameOf({ identifier, name }: ElementDraft): string {
  return identifier && !hasUuid(identifier) ? identifier : `"${name}"`;
}
