/** A step as the lifelines see it: columns, height, and whether it answers an earlier one. */
export interface Message {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly response: boolean;
}

/** A stretch of a lifeline during which its participant works. */
export interface Stretch {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

interface Open {
  readonly from: number;
  /** Who called; the first to act was called by nobody. */
  readonly caller: number | undefined;
  last: number;
  /** Its last step was an answer to it, and nothing has been asked since. */
  answered: boolean;
}

/**
 * When each participant works: from the step that reaches it to its answer, or, where none is shown,
 * to its last step before the caller goes on or answers. Whom nobody called rests once it is answered,
 * unless its own next step follows at once. `passive` columns (people) have no stretches.
 */
export function activationsOf(
  messages: readonly Message[],
  passive: ReadonlySet<number>,
): Stretch[] {
  const open = new Map<number, Open>();
  const stretches: Stretch[] = [];
  const close = (column: number, y: number) => {
    const work = open.get(column);
    if (work) stretches.push({ column, from: work.from, to: Math.max(y, work.from + TAIL) });
    open.delete(column);
    for (const [callee, { caller, last }] of open) {
      if (work && caller === column && callee !== column) close(callee, last + TAIL);
    }
  };
  for (const { from, to, y, response } of messages) {
    if (!response) {
      for (const [column, work] of open) {
        if (work.caller === from && column !== to && column !== from)
          close(column, work.last + TAIL);
      }
    }
    for (const [column, { caller, answered, last }] of open) {
      if (answered && caller === undefined && column !== from && column !== to)
        close(column, last + TAIL);
    }
    if (!open.has(from)) open.set(from, { from: y, caller: undefined, last: y, answered: false });
    touch(open, from, y, false);
    if (response) {
      close(from, y);
      touch(open, to, y, true);
    } else if (open.has(to)) touch(open, to, y, false);
    else open.set(to, { from: y, caller: from, last: y, answered: false });
  }
  for (const [column, work] of open) close(column, work.last + TAIL);
  return stretches.filter(({ column }) => !passive.has(column));
}

/** How long work goes on below its last step, in pixels. */
const TAIL = 12;

function touch(
  open: ReadonlyMap<number, Open>,
  column: number,
  y: number,
  answered: boolean,
): void {
  const work = open.get(column);
  if (!work) return;
  work.last = y;
  work.answered = answered;
}
