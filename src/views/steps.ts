import type { GraphView, RelationshipInView } from '#model/views.ts';

/** Orders the steps of a dynamic view, `1` `1.1` `2` `10`: number by number, not as text. */
export function compareSteps(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A view's relationships in the order of the model, or of its steps. */
export function inOrder(view: GraphView): RelationshipInView[] {
  // Ids are given in the order of the model; the view has them as texts, with 10 before 9.
  return view.relationships.toSorted((a, b) =>
    view.kind === 'Dynamic'
      ? compareSteps(a.order ?? '0', b.order ?? '0') || innerAnswerFirst(a, b)
      : Number(a.id) - Number(b.id) || 0,
  );
}

/** Of answers with one number, that to the later question comes first. */
function innerAnswerFirst(a: RelationshipInView, b: RelationshipInView): number {
  return a.response && b.response ? Number(b.id) - Number(a.id) || 0 : 0;
}

/**
 * What each step is called, in the order of `inOrder`: its number; steps that share one happen at the
 * same time and are told apart by letters, `3a` and `3b`.
 */
export function stepNames(ordered: readonly RelationshipInView[]): (string | undefined)[] {
  const counts = Map.groupBy(ordered, ({ order }) => order);
  return ordered.map((inView) => {
    const { order } = inView;
    const same = counts.get(order) ?? [];
    if (order === undefined || same.length < 2) return order;
    return order + letter(same.indexOf(inView));
  });
}

function letter(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}

/** What tells a line of a view from the others; `position` is its place in `inOrder`. */
export function edgeKey({ id, order }: RelationshipInView, position: number): string {
  return order === undefined ? id : `${id}-${position + 1}`;
}
