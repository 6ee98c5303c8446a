import type { Mark } from './marks.ts';
import { answersOf, MARK_WORDS, type Question } from './question.ts';
import {
  clockText,
  leftText,
  MINUTE,
  ran,
  spokenAt,
  started,
  toggled,
  type Watch,
} from './watch.ts';

/** What a session tells the page. */
interface Told {
  mark(id: string, mark: Mark): void;
  ended(): void;
}

/** What can be done in a session, by the name of its button, and the key that does it. */
const KEYS: Readonly<Record<string, string>> = {
  a: 'answer',
  y: 'well',
  r: 'again',
  n: 'next',
  p: 'pause',
  Escape: 'end',
};

/** How often the clocks are read, in ms. */
const BEAT = 250;

/** One question after another, each against its time, with the clock of the whole above them. */
export class Session {
  readonly #page: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #told: Told;
  #asked: readonly Question[] = [];
  #name = '';
  #place = 0;
  #watches: Watch[] = [];
  #marks: (Mark | undefined)[] = [];
  #spoken: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(page: HTMLElement, panel: HTMLElement, told: Told) {
    this.#page = page;
    this.#panel = panel;
    this.#told = told;
    panel.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.dataset.does !== undefined) this.#do(button.dataset.does);
    });
    // On what is practised alone: a key may mean something else to the rest of the page.
    page.addEventListener('keydown', (event) => {
      const does = KEYS[event.key];
      const isTyped = event.target instanceof HTMLSelectElement;
      const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
      if (does === undefined || isTyped || isHeld || !this.#runs()) return;
      event.preventDefault();
      this.#do(does);
    });
  }

  begin(asked: readonly Question[], name: string): void {
    if (asked.length === 0) return;
    this.#asked = asked;
    this.#name = name;
    this.#watches = [];
    this.#marks = [];
    this.#page.classList.add('in-session');
    this.#panel.hidden = false;
    const result = this.#page.querySelector<HTMLElement>('.result');
    if (result) result.hidden = true;
    for (const { root } of asked) for (const one of answersOf(root)) one.open = false;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), BEAT);
    this.#ask(0);
  }

  #runs(): boolean {
    return this.#timer !== undefined;
  }

  #do(what: string): void {
    const question = this.#asked[this.#place];
    if (!question || !this.#runs()) return;
    if (what === 'answer') this.#answer(question.root);
    else if (what === 'pause') this.#pause();
    else if (what === 'end') this.#end();
    else {
      if (what === 'well' || what === 'again') {
        this.#marks[this.#place] = what;
        this.#told.mark(question.id, what);
      }
      if (this.#place + 1 < this.#asked.length) this.#ask(this.#place + 1);
      else this.#end();
    }
  }

  #ask(place: number): void {
    const now = performance.now();
    this.#stop(now);
    this.#place = place;
    this.#watches[place] = started(now);
    this.#spoken = undefined;
    const question = this.#asked[place];
    for (const one of this.#page.querySelectorAll<HTMLElement>('.question')) {
      one.hidden = one !== question?.root;
    }
    for (const group of this.#page.querySelectorAll<HTMLElement>('.group')) {
      group.hidden = question === undefined || !group.contains(question.root);
    }
    const where = `Question ${place + 1} of ${this.#asked.length}`;
    this.#write('.where', where);
    this.#say(`${where}, ${minutesText(question?.minutes ?? 0)}.`);
    this.#pressed(false);
    this.#tick();
    this.#page.scrollIntoView({ block: 'start' });
    question?.root.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }

  /** Opens the next part of the answer; when all are open, closes them. */
  #answer(root: HTMLElement): void {
    const answers = answersOf(root);
    const next = answers.find(({ open }) => !open);
    if (next) next.open = true;
    else for (const one of answers) one.open = false;
    const summary = (next ?? answers[0])?.querySelector('summary');
    summary?.focus({ preventScroll: next === undefined });
  }

  #pause(): void {
    const watch = this.#watches[this.#place];
    if (!watch) return;
    const turned = toggled(watch, performance.now());
    this.#watches[this.#place] = turned;
    const isPaused = turned.since === undefined;
    this.#pressed(isPaused);
    this.#say(isPaused ? 'The clock stands.' : 'The clock goes on.');
    this.#tick();
  }

  #pressed(isPaused: boolean): void {
    const button = this.#panel.querySelector('[data-does="pause"]');
    button?.setAttribute('aria-pressed', String(isPaused));
  }

  #tick(): void {
    const now = performance.now();
    const planned = (this.#asked[this.#place]?.minutes ?? 0) * MINUTE;
    const watch = this.#watches[this.#place];
    const spent = watch ? ran(watch, now) : 0;
    const all = this.#spent(now);
    this.#write('.this-clock', leftText(spent, planned));
    this.#write('.all-clock', leftText(all, this.#planned()));
    const spoken = spokenAt(spent, planned);
    if (spoken === this.#spoken) return;
    this.#spoken = spoken;
    if (spoken === 'minute') this.#say('One minute left for this question.');
    if (spoken === 'over') this.#say('The time for this question is over.');
  }

  #spent(now: number): number {
    return this.#watches.reduce((sum, watch) => sum + ran(watch, now), 0);
  }

  #planned(): number {
    return this.#asked.reduce((sum, { minutes }) => sum + minutes * MINUTE, 0);
  }

  #stop(now: number): void {
    const watch = this.#watches[this.#place];
    if (watch?.since !== undefined) this.#watches[this.#place] = toggled(watch, now);
  }

  #end(): void {
    const now = performance.now();
    this.#stop(now);
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#panel.hidden = true;
    this.#page.classList.remove('in-session');
    this.#told.ended();
    this.#result(now);
  }

  /** How it went: each question that was asked with its time, and where its answer stands. */
  #result(now: number): void {
    const result = this.#page.querySelector<HTMLElement>('.result');
    const rows = result?.querySelector('tbody');
    if (!result || !rows) return;
    const told = `${this.#name}: ${clockText(this.#spent(now))} of ${clockText(this.#planned())}.`;
    this.#write('.told', told);
    rows.replaceChildren(
      ...this.#watches.map((watch, place) => {
        const { root, minutes } = this.#asked[place] ?? {};
        const row = document.createElement('tr');
        const link = document.createElement('a');
        link.href = `#${root?.id}`;
        link.textContent = root?.querySelector('h3')?.textContent ?? '';
        const mark = this.#marks[place];
        const cells = [
          link,
          `${clockText(ran(watch, now))} of ${clockText((minutes ?? 0) * MINUTE)}`,
          mark === undefined ? 'No mark' : MARK_WORDS[mark],
        ];
        row.append(
          ...cells.map((content, column) => {
            const cell = document.createElement(column === 0 ? 'th' : 'td');
            if (column === 0) cell.setAttribute('scope', 'row');
            if (column === 1) {
              cell.className = 'number';
              cell.dataset.label = 'Time';
            }
            cell.append(content);
            return cell;
          }),
        );
        return row;
      }),
    );
    result.hidden = false;
    result.scrollIntoView({ block: 'start' });
    result.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    this.#say(told);
  }

  #say(words: string): void {
    this.#write('.said', words);
  }

  #write(selector: string, text: string): void {
    const part = this.#page.querySelector(selector);
    if (part && part.textContent !== text) part.textContent = text;
  }
}

/** `2 minutes`, `1 minute`, `2.5 minutes`. */
function minutesText(minutes: number): string {
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
