/** Where a talk is: what the stage tells its speaker's page whenever something changes. */
export interface TalkState {
  /** Place of the stop; -1 is the opening. */
  readonly place: number;
  /** Part of the drawing that is in sight, of how many that the stop passes through. */
  readonly part: number;
  readonly parts: number;
  readonly black: boolean;
  /** The clock runs. */
  readonly running: boolean;
  /** Milliseconds since the first stop, and at this one. */
  readonly elapsed: number;
  readonly atStop: number;
}

/** What the speaker's page asks of the stage. */
export type Wish =
  | { readonly wish: 'hello' | 'next' | 'back' | 'black' | 'clock' }
  | { readonly wish: 'go'; readonly place: number };

/** Set on every message: other windows may write as well. */
const MARK = 'archfolio-walkthrough';

/**
 * Sends to a window. Pages that were opened from a disk have no origin to name, and what is said is no
 * secret: where the talk is.
 */
export function send(to: MessageEventSource | Window, message: TalkState | Wish): void {
  to.postMessage({ mark: MARK, ...message }, { targetOrigin: '*' });
}

/** The message as a state of the talk, if it is one. */
export function stateIn(data: unknown): TalkState | undefined {
  const fields = fieldsOf(data);
  if (!fields) return undefined;
  const { place, part, parts, black, running, elapsed, atStop } = fields;
  const numbers = [place, part, parts, elapsed, atStop].every((one) => Number.isFinite(one));
  if (!numbers || typeof black !== 'boolean' || typeof running !== 'boolean') return undefined;
  return {
    ...{ place: Number(place), part: Number(part), parts: Number(parts), black, running },
    ...{ elapsed: Number(elapsed), atStop: Number(atStop) },
  };
}

/** The message as a wish, if it is one. */
export function wishIn(data: unknown): Wish | undefined {
  const { wish, place } = fieldsOf(data) ?? {};
  switch (wish) {
    case 'hello':
    case 'next':
    case 'back':
    case 'black':
    case 'clock':
      return { wish };
    case 'go':
      return Number.isInteger(place) ? { wish, place: Number(place) } : undefined;
    default:
      return undefined;
  }
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = Object.fromEntries(Object.entries(data));
  return fields.mark === MARK ? fields : undefined;
}
