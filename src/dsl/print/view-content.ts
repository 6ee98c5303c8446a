import { Problem } from '../problem.ts';
import type { ElementDraft, GraphViewDraft, RelationshipDraft } from '../resolve/draft.ts';
import type { ModelDraft } from '../resolve/model.ts';
import { addDeployed, addElement, removeElement, removeNode } from '../resolve/view.ts';
import { addDefaultElements } from '../resolve/view-defaults.ts';
import { ViewSet } from '../resolve/views.ts';
import { type Block, block } from './block.ts';
import type { Pen } from './elements.ts';

/** A way to say what a view holds, and how it differs from what it should hold. */
interface Attempt {
  readonly includes: readonly Block[];
  readonly excludes: readonly Block[];
  readonly words: number;
  readonly isExact: boolean;
}

/** The includes and excludes of a view, and whether they give exactly what it holds. */
export function viewContent(
  model: ModelDraft,
  view: GraphViewDraft,
  pen: Pen,
): Omit<Attempt, 'words'> {
  const attempts = [
    () => attempt(model, view, pen, '*'),
    () => attempt(model, view, pen, '*?'),
    () => attempt(model, view, pen, undefined),
  ];
  let best: Attempt | undefined;
  for (const tryIt of attempts) {
    const one = tryIt();
    if (!one) continue;
    if (one.isExact && one.words <= 1) return one;
    const isBetter =
      !best ||
      (one.isExact && !best.isExact) ||
      (one.isExact === best.isExact && one.words < best.words);
    if (isBetter) best = one;
  }
  return best ?? { includes: [], excludes: [], isExact: view.elements.size === 0 };
}

/** Starts from a default, or from nothing, and puts right what is missing and what is too much. */
function attempt(
  model: ModelDraft,
  view: GraphViewDraft,
  pen: Pen,
  start: '*' | '*?' | undefined,
): Attempt | undefined {
  if (start === '*?' && !RELUCTANT.has(view.kind)) return undefined;
  const trial = emptyLike(model, view);
  try {
    if (start) addDefaultElements(model, trial, start === '*');
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return undefined;
  }
  const added = [...leaves(view), ...ghosts(view)].filter(
    (element) => !trial.elements.has(element),
  );
  for (const element of added) add(model, trial, element);
  const surplus = [...trial.elements.keys()].filter((element) => !view.elements.has(element));
  const excluded = topmost(surplus);
  for (const element of excluded) remove(trial, element);
  const includes = [
    ...(start ? [block(`include ${start}`)] : []),
    ...wordLines(
      'include',
      added.map((element) => pen.names.full(element)),
    ),
  ];
  const unwanted = [...trial.relationships.keys()].filter((one) => !view.relationships.has(one));
  const relations = unwanted.length > 0 ? exclusions(trial, unwanted, pen) : [];
  for (const relationship of unwanted) trial.relationships.delete(relationship);
  return {
    includes,
    excludes: [
      ...wordLines(
        'exclude',
        excluded.map((element) => pen.names.full(element)),
      ),
      ...relations,
    ],
    words: (start ? 1 : 0) + added.length + excluded.length + relations.length,
    isExact:
      isSame(trial.elements.keys(), view.elements) &&
      isSame(trial.relationships.keys(), view.relationships),
  };
}

const RELUCTANT: ReadonlySet<GraphViewDraft['kind']> = new Set([
  'SystemContext',
  'Container',
  'Component',
]);

function emptyLike(model: ModelDraft, view: GraphViewDraft): GraphViewDraft {
  const { kind, softwareSystem, scope, environment } = view;
  return new ViewSet().addGraph(model, { kind, softwareSystem, scope, environment, key: '' });
}

function add(model: ModelDraft, view: GraphViewDraft, element: ElementDraft): void {
  if (view.kind === 'Deployment' && element.kind !== 'CustomElement')
    addDeployed(model, view, element);
  else addElement(model, view, element);
}

function remove(view: GraphViewDraft, element: ElementDraft): void {
  if (view.kind === 'SystemContext' && element === view.softwareSystem) return;
  if (element.kind === 'DeploymentNode') removeNode(view, element);
  else removeElement(view, element);
}

/** What is animated and then taken out: it has to be there while the animation is written. */
export function ghosts({ elements, animations }: GraphViewDraft): ElementDraft[] {
  const all = new Set(animations.flatMap((step) => [...step.elements]));
  return [...all].filter((element) => !elements.has(element) && element.kind !== 'DeploymentNode');
}

/** What has to be named: nodes come along with what they hold. */
function leaves({ elements }: GraphViewDraft): ElementDraft[] {
  return [...elements.keys()].filter(
    ({ kind, children }) =>
      kind !== 'DeploymentNode' || !children.some((child) => elements.has(child)),
  );
}

/** What goes with its node need not be named. */
function topmost(elements: readonly ElementDraft[]): ElementDraft[] {
  const all = new Set(elements);
  return elements.filter(({ parent }) => !(parent?.kind === 'DeploymentNode' && all.has(parent)));
}

/** All lines between two boxes at once; else those that are too many, by their names. */
function exclusions(
  trial: GraphViewDraft,
  unwanted: readonly RelationshipDraft[],
  { names }: Pen,
): Block[] {
  const gone = new Set(unwanted);
  const shown = [...trial.relationships.keys()];
  if (gone.size === shown.length && gone.size > 1) return [block('exclude "* -> *"')];
  const lines = new Set<string>();
  for (const relationship of unwanted) {
    const { source, destination } = relationship;
    const beside = shown.filter(
      (one) => one.source === source && one.destination === destination && !gone.has(one),
    );
    lines.add(
      beside.length === 0
        ? `exclude "${names.full(source)} -> ${names.full(destination)}"`
        : `exclude ${names.needRelationship(relationship.linked ?? relationship)}`,
    );
  }
  return [...lines].map((line) => block(line));
}

const WIDTH = 90;

/** Words on as few lines as there is room for. */
export function wordLines(keyword: string, words: readonly string[]): Block[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${keyword} ${word}`.trim());
  }
  return lines.map((line) => block(line));
}

function isSame<Thing>(actual: Iterable<Thing>, wanted: ReadonlyMap<Thing, unknown>): boolean {
  const all = new Set(actual);
  return all.size === wanted.size && [...all].every((one) => wanted.has(one));
}
