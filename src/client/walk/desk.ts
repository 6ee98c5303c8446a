import { talkClock } from './clock.ts';
import { commandOf } from './keys.ts';
import { send, stateIn, type TalkState, type Wish } from './messages.ts';
import { clockText, paceOf, paceText } from './pace.ts';
import { create, fillWindow } from './parts.ts';
import { screenOf } from './screen.ts';
import { type Stop, stopsIn } from './stops.ts';

/** Gives the page of a speaker its clocks, its pictures, and the line to the stage that opened it. */
export function beginDesk(page: HTMLElement): void {
  const stops = stopsIn(page);
  const plan = stops.map(({ seconds }) => seconds);
  const opener: Window | null = window.opener;
  let state: TalkState = {
    place: 0,
    part: 0,
    parts: 1,
    black: false,
    running: false,
    elapsed: 0,
    atStop: 0,
  };
  let heard = Date.now();
  const own = talkClock(Date.now);

  const head = headOf();
  const aside = create('aside', 'desk-screens');
  page.prepend(head.element);
  page.append(aside);

  const passed = () => (state.running ? Date.now() - heard : 0);
  const tick = () => {
    const times = {
      elapsed: (state.elapsed + passed()) / 1000,
      atStop: (state.atStop + passed()) / 1000,
    };
    head.show(plan, { ...state, ...times });
  };
  const show = (next: TalkState) => {
    const isOther = next.place !== state.place || aside.childElementCount === 0;
    [state, heard] = [next, Date.now()];
    page.classList.toggle('is-black', state.black);
    if (isOther) turn(stops, state.place, aside);
    tick();
  };
  const alone = (wish: Wish) => {
    let { place } = state;
    if (wish.wish === 'next') place += 1;
    if (wish.wish === 'back') place -= 1;
    if (wish.wish === 'go') ({ place } = wish);
    place = Math.max(0, Math.min(place, stops.length - 1));
    if (wish.wish === 'clock') own.toggle();
    else if (wish.wish !== 'hello') own.start();
    if (place !== state.place) own.turn();
    const times = { elapsed: own.elapsed(), atStop: own.atStop(), running: own.running };
    show({ place, part: 0, parts: 1, black: false, ...times });
  };
  const ask = (wish: Wish) => (opener && !opener.closed ? send(opener, wish) : alone(wish));

  document.addEventListener('keydown', (event) => {
    const command = commandOf(event);
    switch (command) {
      case 'next':
      case 'back':
      case 'black':
      case 'clock':
        event.preventDefault();
        return ask({ wish: command });
      case 'first':
      case 'last':
        event.preventDefault();
        return ask({ wish: 'go', place: command === 'first' ? 0 : stops.length - 1 });
      case 'bigger':
        return page.classList.toggle('bigger');
      default:
        return undefined;
    }
  });
  addEventListener('message', ({ data, source }) => {
    const heardOf = source === opener ? stateIn(data) : undefined;
    if (heardOf) show(heardOf);
  });
  page.dataset.mode = 'desk';
  fillWindow(true);
  const named = stops.findIndex(({ id }) => `#${id}` === location.hash);
  show({ ...state, place: Math.max(0, named) });
  ask({ wish: 'hello' });
  setInterval(tick, 1000);
  // A stage that was loaded anew has forgotten its speaker.
  setInterval(() => ask({ wish: 'hello' }), 2000);
}

/** Puts the words of a stop before the speaker, what is on the screen beside them, and what comes next. */
function turn(stops: readonly Stop[], place: number, aside: HTMLElement): void {
  for (const [index, { section }] of stops.entries())
    section.classList.toggle('now', index === Math.max(0, place));
  const [stop, next] = [stops[place], stops[place + 1]];
  const isBefore = place < 0;
  const count = stops.length;
  aside.replaceChildren(
    ...screenOf(isBefore ? 'On the screen: the opening' : 'On the screen', stop),
    ...screenOf(
      next
        ? `Next, ${place + 2} of ${count}: ${next.title} (${clockText(next.seconds)})`
        : 'Next: the end',
      next,
    ),
  );
}

/** The row of clocks, with the talk and its plan as a line. */
function headOf() {
  const element = create('header', 'desk-head');
  const list = create('dl');
  const values = ['Elapsed', 'This stop', 'Pace', 'Ends'].map((name) => {
    const value = create('dd');
    const group = create('div');
    group.append(create('dt', '', name), value);
    list.append(group);
    return value;
  });
  const keys = create('p', 'desk-keys');
  for (const [names, what] of [
    [['←', '→'], 'stop'],
    [['b'], 'black'],
    [['t'], 'pause'],
    [['n'], 'bigger notes'],
  ] as const) {
    const group = create('span');
    group.append(...names.map((name) => create('kbd', '', name)), ` ${what}`);
    keys.append(group);
  }
  const line = create('div', 'desk-line');
  const [done, tick] = [create('div', 'desk-done'), create('div', 'desk-tick')];
  line.append(done, tick);
  element.append(list, keys, line);
  return {
    element,
    show(plan: readonly number[], state: TalkState): void {
      const [elapsed, atStop, paceOut, ends] = values;
      const pace = paceOf(plan, state);
      const begun = state.elapsed > 0;
      if (elapsed) elapsed.textContent = clockText(state.elapsed);
      const of = create('small', '', `of ${clockText(plan[state.place] ?? 0)}`);
      atStop?.replaceChildren(clockText(state.atStop), ' ', of);
      if (paceOut) paceOut.textContent = paceWords(begun, state.running, paceText(pace, true));
      paceOut?.classList.toggle('late', begun && pace.behind >= 10);
      const end = new Date(Date.now() + pace.left * 1000);
      const minutes = String(end.getMinutes()).padStart(2, '0');
      if (ends) ends.textContent = `${end.getHours()}:${minutes}`;
      done.style.width = `${pace.done * 100}%`;
      tick.style.left = `${pace.planned * 100}%`;
    },
  };
}

function paceWords(begun: boolean, running: boolean, pace: string): string {
  if (!begun) return 'not begun';
  return running ? pace : 'paused';
}
