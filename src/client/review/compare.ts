/** A part of a state: `portfolio/review/state.ts` writes it. */
interface Part {
  readonly id: string;
  readonly name: string;
  readonly digest: string;
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly monthly: number;
}

/** A state of a study, as far as it is compared. */
export interface State {
  readonly study: string;
  readonly parts: ReadonlyMap<Kind, readonly Part[]>;
  readonly cost:
    | {
        readonly currency: string;
        readonly users: number;
        readonly monthly: number;
        readonly lines: readonly Line[];
      }
    | undefined;
}

/** What is compared, in the order of the banner. */
const KINDS = {
  sections: 'Sections',
  drawings: 'Drawings',
  elements: 'Elements',
  relationships: 'Relationships',
  decisions: 'Decisions',
  lists: 'Lists',
} as const;

type Kind = keyof typeof KINDS;

/** One kind of part, with the names of what differs. */
export interface Difference {
  readonly kind: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What a month costs less or more; lines that did not change are left out. */
export interface CostDifference {
  readonly currency: string;
  readonly users: number;
  readonly before: number;
  readonly after: number;
  readonly lines: readonly { readonly name: string; readonly by: number }[];
}

/** Reads a state; nothing where it is none that this page understands. */
export function readState(value: unknown): State | undefined {
  if (!isObject(value) || value.version !== 1 || typeof value.study !== 'string') return undefined;
  const parts = new Map<Kind, readonly Part[]>();
  for (const kind of KIND_NAMES) {
    const list = value[kind];
    if (!Array.isArray(list) || !list.every(isPart)) return undefined;
    parts.set(kind, list);
  }
  const { cost } = value;
  return { study: value.study, parts, cost: isCost(cost) ? cost : undefined };
}

/** What is different now; kinds without a difference are left out. */
export function compareStates(frozen: State, current: State): Difference[] {
  return KIND_NAMES.flatMap((kind) => {
    const before = frozen.parts.get(kind) ?? [];
    const after = current.parts.get(kind) ?? [];
    const was = new Map(before.map((part) => [part.id, part]));
    const is = new Map(after.map((part) => [part.id, part]));
    const names = (parts: readonly Part[]) => parts.map(({ name }) => name);
    const difference: Difference = {
      kind: KINDS[kind],
      added: names(after.filter(({ id }) => !was.has(id))),
      removed: names(before.filter(({ id }) => !is.has(id))),
      changed: names(after.filter(({ id, digest }) => (was.get(id)?.digest ?? digest) !== digest)),
    };
    const { added, removed, changed } = difference;
    return added.length + removed.length + changed.length > 0 ? [difference] : [];
  });
}

/** How the bill differs; nothing where it is the same, or cannot be compared. */
export function compareCosts(frozen: State, current: State): CostDifference | undefined {
  const { cost: before } = frozen;
  const { cost: after } = current;
  if (!before || !after || before.currency !== after.currency || before.users !== after.users) {
    return undefined;
  }
  const was = new Map(before.lines.map(({ id, monthly }) => [id, monthly]));
  const is = new Set(after.lines.map(({ id }) => id));
  const lines = [
    ...after.lines.map(({ id, name, monthly }) => ({ name, by: monthly - (was.get(id) ?? 0) })),
    ...before.lines
      .filter(({ id }) => !is.has(id))
      .map(({ name, monthly }) => ({ name, by: -monthly })),
  ].filter(({ by }) => Math.abs(by) >= 0.005);
  if (lines.length === 0) return undefined;
  const { currency, users, monthly } = after;
  return { currency, users, before: before.monthly, after: monthly, lines };
}

const KIND_NAMES = Object.keys(KINDS).filter((kind): kind is Kind => kind in KINDS);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPart(value: unknown): value is Part {
  return (
    isObject(value) && [value.id, value.name, value.digest].every((one) => typeof one === 'string')
  );
}

function isLine(value: unknown): value is Line {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.monthly === 'number'
  );
}

function isCost(value: unknown): value is NonNullable<State['cost']> {
  return (
    isObject(value) &&
    typeof value.currency === 'string' &&
    typeof value.users === 'number' &&
    typeof value.monthly === 'number' &&
    Array.isArray(value.lines) &&
    value.lines.every(isLine)
  );
}
