/** How long a talk has gone on, and how long at its stop; milliseconds. */
export interface TalkClock {
  readonly running: boolean;
  elapsed(): number;
  atStop(): number;
  start(): void;
  /** Stops it, or lets it go on. */
  toggle(): void;
  /** Another stop begins. */
  turn(): void;
}

/** What a clock that ran before goes on from. */
export interface ClockState {
  readonly elapsed: number;
  readonly atStop: number;
}

/** A clock that stands still until it is started. `now` gives the time in milliseconds. */
export function talkClock(
  now: () => number,
  from: ClockState = { elapsed: 0, atStop: 0 },
): TalkClock {
  let { elapsed, atStop } = from;
  let since: number | undefined;
  const passed = () => (since === undefined ? 0 : now() - since);
  const settle = () => {
    elapsed += passed();
    atStop += passed();
    if (since !== undefined) since = now();
  };
  return {
    get running() {
      return since !== undefined;
    },
    elapsed: () => elapsed + passed(),
    atStop: () => atStop + passed(),
    start() {
      since ??= now();
    },
    toggle() {
      settle();
      since = since === undefined ? now() : undefined;
    },
    turn() {
      settle();
      atStop = 0;
    },
  };
}
