import { barOf } from './bar.ts';
import { talkClock } from './clock.ts';
import { keepClock, keptClock } from './kept-clock.ts';
import { type Command, commandOf } from './keys.ts';
import { send, type TalkState, wishIn } from './messages.ts';
import { create, fillWindow, helpDialog, toggleScreen } from './parts.ts';
import { stageOf } from './stage.ts';
import { stopsIn } from './stops.ts';
import { listenToSwipes } from './swipe.ts';

/** Gives a page of stops its stage, keys, clock and the window of its speaker. */
export function beginTalk(page: HTMLElement): void {
  const stops = stopsIn(page);
  const stage = stageOf(page, stops);
  const kept = keptClock();
  const clock = talkClock(Date.now, kept);
  const help = helpDialog();
  const black = create('div', 'walk-black');
  const status = create('p', 'visually-hidden');
  status.setAttribute('role', 'status');
  let [place, part, parts, whole] = [-1, 0, 1, false];
  let speaker: MessageEventSource | undefined;

  const onStage = () => page.dataset.mode === 'stage';
  const state = (): TalkState => ({
    ...{ place, part, parts, black: black.classList.contains('on'), running: clock.running },
    ...{ elapsed: clock.elapsed(), atStop: clock.atStop() },
  });
  const tell = () => {
    const now = state();
    bar.show(place, now.elapsed / 1000, now.atStop / 1000, now.running);
    if (speaker) send(speaker, now);
    if (now.elapsed > 0) keepClock(now);
  };
  const show = () => {
    if (onStage()) ({ part, parts } = stage.show(place, part, whole));
    tell();
  };
  const placeNamed = () =>
    stops.findIndex(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
  const go = (wanted: number, wantedPart = 0) => {
    const next = Math.max(-1, Math.min(wanted, stops.length - 1));
    black.classList.remove('on');
    whole = false;
    if (next >= 0) clock.start();
    if (next !== place) clock.turn();
    [place, part] = [next, next < wanted ? part : wantedPart];
    show();
    const stop = stops[place];
    const anchor = stop?.id ?? '_start';
    if (location.hash !== `#${anchor}`) location.hash = anchor;
    status.textContent = stop ? `${place + 1} of ${stops.length}: ${stop.title}` : 'Opening';
  };
  const next = () => (part < parts - 1 ? go(place, part + 1) : go(place + 1));
  const back = () => (part > 0 ? go(place, part - 1) : go(place - 1, Number.POSITIVE_INFINITY));
  const darken = () => {
    status.textContent = black.classList.toggle('on') ? 'Black' : '';
    tell();
  };
  const bar = barOf(stops, { help: () => help.showModal(), back, next });

  const setMode = (mode: 'stage' | 'scroll') => {
    page.dataset.mode = mode;
    fillWindow(mode === 'stage');
    show();
    if (mode === 'scroll') stops[place]?.section.scrollIntoView();
  };
  const openSpeaker = () => {
    const link = page.querySelector<HTMLAnchorElement>('a.to-presenter');
    const opened = link && window.open(link.href, 'archfolio-notes', 'popup,width=1280,height=760');
    if (opened) speaker = opened;
  };
  const actions: Readonly<Record<Command, () => void>> = {
    next,
    back,
    first: () => go(0),
    last: () => go(stops.length - 1),
    black: darken,
    screen: toggleScreen,
    presenter: openSpeaker,
    scroll: () => setMode(onStage() ? 'scroll' : 'stage'),
    clock() {
      clock.toggle();
      tell();
    },
    whole() {
      whole = !whole;
      show();
    },
    bigger: () => {},
    help: () => help.showModal(),
    close: () => black.classList.remove('on'),
  };
  /** What a page that scrolls does not leave to the browser. */
  const anywhere: readonly Command[] = ['presenter', 'scroll', 'help', 'screen', 'clock'];

  page.append(bar.element, black, help, status);
  page.querySelector('.walk-title')?.append(controlsFor(actions));
  page.querySelector('a.to-presenter')?.addEventListener('click', (event) => {
    event.preventDefault();
    openSpeaker();
  });
  document.addEventListener('keydown', (event) => {
    const command = commandOf(event);
    if (!command || help.open || (!onStage() && !anywhere.includes(command))) return;
    if (command !== 'close') event.preventDefault();
    actions[command]();
  });
  listenToSwipes(page, (direction) => {
    if (onStage()) (direction === 1 ? next : back)();
  });
  black.addEventListener('click', darken);
  addEventListener('hashchange', () => {
    const named = placeNamed();
    if (named === place) return;
    if (onStage()) go(named);
    else if (named >= 0) place = named;
  });
  addEventListener('message', ({ data, source, origin }) => {
    const wish = wishIn(data);
    const isOurs = location.protocol === 'file:' || origin === location.origin;
    if (!wish || !source || !isOurs) return;
    speaker = source;
    if (wish.wish === 'go') go(wish.place);
    else if (wish.wish === 'hello') tell();
    else actions[wish.wish]();
  });
  new ResizeObserver(show).observe(page);
  setInterval(tell, 1000);
  place = placeNamed();
  setMode('stage');
  if (kept && place >= 0) clock.start();
  document.fonts.ready.then(show);
}

/** The buttons of the opening. */
function controlsFor(actions: Readonly<Record<Command, () => void>>): HTMLElement {
  const controls = create('p', 'walk-controls');
  const button = (text: string, pressed: () => void, className = 'control') => {
    const one = create('button', className, text);
    one.type = 'button';
    one.addEventListener('click', pressed);
    return one;
  };
  controls.append(
    button('Begin', actions.next, 'control primary'),
    button('Full screen', actions.screen),
    button('Notes in a second window', actions.presenter),
    button('Scroll', actions.scroll),
    button('Print the hand-out', () => print()),
    button('Keys', actions.help),
  );
  return controls;
}
