import type { Marks } from './marks.ts';

/** A question that can be drawn. */
export interface Candidate {
  readonly id: string;
  readonly kind: string;
  /** Slugs of the studies that it is about; none where it is about any. */
  readonly studies: readonly string[];
  readonly minutes: number;
}

/** So many questions of a kind, with a time for each. */
export interface PlanItem {
  readonly kind: string;
  readonly count: number;
  readonly minutes: number;
}

/** A question of a session. */
export interface Drawn {
  readonly id: string;
  readonly minutes: number;
}

/**
 * The questions of a plan, in its order: of each kind those about the study that is asked for, where it
 * has one, else of all. What is to be said again comes before what is new, and that before what went
 * well. `random` gives numbers from 0 to 1, without 1.
 */
export function drawPlan(
  candidates: readonly Candidate[],
  plan: readonly PlanItem[],
  study: string,
  marks: Marks,
  random: () => number,
): Drawn[] {
  const taken = new Set<string>();
  return plan.flatMap(({ kind, count, minutes }) => {
    const all = candidates.filter((one) => one.kind === kind && !taken.has(one.id));
    const own = all.filter(({ studies }) => studies.includes(study));
    const from = own.length > 0 ? own : all;
    const drawn = shuffled(from, random)
      .toSorted((a, b) => rank(a, marks) - rank(b, marks))
      .slice(0, count);
    for (const { id } of drawn) taken.add(id);
    return drawn.map(({ id }) => ({ id, minutes }));
  });
}

function rank({ id }: Candidate, marks: Marks): number {
  const mark = marks[id];
  return mark === 'again' ? 0 : mark === undefined ? 1 : 2;
}

/** All in an order that nobody knows (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let end = order.length - 1; end > 0; end--) {
    const place = Math.floor(random() * (end + 1));
    const [moved] = order.splice(place, 1);
    if (moved !== undefined) order.splice(end, 0, moved);
  }
  return order;
}

/** A plan as the page writes it: `design 1 5, decision 2 2.5`. */
export function readPlan(text: string): PlanItem[] {
  return text.split(', ').map((item) => {
    const [kind = '', count, minutes] = item.split(' ');
    return { kind, count: Number(count), minutes: Number(minutes) };
  });
}
