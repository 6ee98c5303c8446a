import { Problem } from '../problem.ts';
import type { ElementDraft, GraphViewDraft } from './draft.ts';

/**
 * Adds a step that shows these elements, as far as they are in the view and not shown before, with
 * the nodes around them and the relationships to what is shown.
 */
export function addAnimationStep(view: GraphViewDraft, elements: readonly ElementDraft[]): void {
  const shown = new Set(view.animations.flatMap((step) => [...step.elements]));
  const added = new Set<ElementDraft>();
  for (const element of elements) {
    if (!view.elements.has(element) || shown.has(element)) continue;
    show(element, shown, added);
    if (view.kind !== 'Deployment') continue;
    for (let node = element.parent; node; node = node.parent) {
      if (!shown.has(node)) show(node, shown, added);
    }
  }
  if (added.size === 0) {
    throw new Problem(
      'dsl-not-in-view',
      'None of the specified elements exist in this view.',
      undefined,
      { hint: 'Include them before the animation, and name each once.' },
    );
  }
  const relationships = new Set(
    [...view.relationships.keys()].filter(
      ({ source, destination }) =>
        (added.has(source) && shown.has(destination)) ||
        (shown.has(source) && added.has(destination)),
    ),
  );
  view.animations.push({ elements: added, relationships });
}

function show(element: ElementDraft, shown: Set<ElementDraft>, added: Set<ElementDraft>): void {
  shown.add(element);
  added.add(element);
}
