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

/** A step by its number, and what it goes from and to. */
export interface Step {
  readonly order?: string;
  readonly source: string;
  readonly target: string;
}

/**
 * Steps in their order, with what each is called: its number, and for steps that share one, and so
 * happen at the same time, the letter of its branch: `3a` and `3b`. A step goes on a branch that has
 * come to where it starts. Of one number, branches stand in the order of their letters.
 */
export function namedSteps<T extends Step>(
  ordered: readonly T[],
): readonly { readonly step: T; readonly name: string | undefined }[] {
  let ends: string[] = [];
  return [...Map.groupBy(ordered, ({ order }) => order)].flatMap(([order, steps]) => {
    if (order === undefined || steps.length < 2) {
      // A step on its own has joined the branches, or is what is left of one.
      ends = [];
      return steps.map((step) => ({ step, name: order }));
    }
    const branches = branchesFor(steps, ends);
    for (const [place, { target }] of steps.entries()) ends[branches[place] ?? 0] = target;
    return steps
      .map((step, place) => ({ step, branch: branches[place] ?? 0 }))
      .toSorted((a, b) => a.branch - b.branch)
      .map(({ step, branch }) => ({ step, name: order + letter(branch) }));
  });
}

/** Which branch each of some steps at one time goes on; those that go on none begin new ones. */
function branchesFor(steps: readonly Step[], ends: readonly string[]): number[] {
  const taken = new Set<number>();
  const found = steps.map(({ source }) => {
    const branch = ends.findIndex((end, place) => end === source && !taken.has(place));
    if (branch >= 0) taken.add(branch);
    return branch;
  });
  let next = ends.length;
  return found.map((branch) => (branch >= 0 ? branch : next++));
}

function letter(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}

/** What tells a line of a view from the others; `position` is its place in `inOrder`. */
export function edgeKey({ id, order }: RelationshipInView, position: number): string {
  return order === undefined ? id : `${id}-${position + 1}`;
}
