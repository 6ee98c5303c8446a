import { type Drawn, drawPlan, readPlan, shuffled } from './draw.ts';
import { type Mark, type Marks, recallMarks, rememberMarks } from './marks.ts';
import { answersOf, MARK_WORDS, type Question, questionOf } from './question.ts';
import { Session } from './session.ts';

/**
 * `<practice-bank>` around the questions: filters, what went well, and sessions against the clock. Without
 * scripts it is a list whose answers open one by one.
 */
export function definePracticeBank(): void {
  customElements.define(
    'practice-bank',
    class extends HTMLElement {
      #marks: Marks = {};
      #questions: readonly Question[] = [];

      connectedCallback(): void {
        const form = this.querySelector('form');
        const panel = this.querySelector<HTMLElement>('.session');
        if (!form || !panel) return;
        this.#questions = [...this.querySelectorAll<HTMLElement>('.question')].map(questionOf);
        this.#marks = recallMarks();
        const session = new Session(this, panel, {
          mark: (id, mark) => this.#mark(id, mark),
          ended: () => this.#show(),
        });
        const start = (drawn: readonly Drawn[], name: string) => {
          const asked = drawn.flatMap(({ id, minutes }) => {
            const question = this.#questions.find((one) => one.id === id);
            return question ? [{ ...question, minutes }] : [];
          });
          for (const part of this.querySelectorAll<HTMLElement>('.group')) part.hidden = false;
          session.begin(asked, name);
        };
        const fields = [...form.querySelectorAll('select')];
        const asked = new URLSearchParams(location.search);
        for (const field of fields) {
          field.value = asked.get(field.name) ?? '';
          if (field.selectedIndex < 0) field.value = '';
        }
        form.addEventListener('input', () => this.#show());
        form.addEventListener('submit', (event) => event.preventDefault());
        this.addEventListener('click', ({ target }) => {
          const button = target instanceof Element ? target.closest('button') : null;
          const { plan, all, time, answers, forget, every } = button?.dataset ?? {};
          if (!button) return;
          const name = button.textContent.trim();
          if (plan !== undefined) {
            const study = fields.find((field) => field.name === 'study')?.value ?? '';
            const drawn = drawPlan(
              this.#questions,
              readPlan(plan),
              study,
              this.#marks,
              Math.random,
            );
            start(drawn, name);
          }
          if (all !== undefined) start(shuffled(this.#shown(), Math.random), name);
          if (time !== undefined) {
            start(
              this.#questions.filter(({ id }) => id === time),
              'One question',
            );
          }
          if (answers !== undefined) this.#openAll(button);
          if (forget !== undefined) this.#forget();
          if (every !== undefined) {
            for (const field of fields) field.value = '';
            this.#show();
            fields[0]?.focus();
          }
        });
        for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]'))
          part.hidden = false;
        this.#show();
        this.dataset.ready = '';
      }

      #shown(): Question[] {
        const [kind, study, mark] = ['kind', 'study', 'mark'].map(
          (name) => this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? '',
        );
        return this.#questions.filter(
          (one) =>
            (kind === '' || one.kind === kind) &&
            (study === '' || one.studies.includes(study ?? '')) &&
            (mark === '' || (this.#marks[one.id] ?? 'new') === mark),
        );
      }

      /** Shows what the filters let through, how much that is, and what is known of each. */
      #show(): void {
        const shown = new Set(this.#shown());
        for (const question of this.#questions) {
          question.root.hidden = !shown.has(question);
          const sign = question.root.querySelector('.mark');
          const mark = this.#marks[question.id];
          if (sign) sign.textContent = mark === undefined ? '' : MARK_WORDS[mark];
        }
        for (const group of this.querySelectorAll<HTMLElement>('.group')) {
          group.hidden = group.querySelector('.question:not([hidden])') === null;
        }
        const all = this.#questions.length;
        const known = this.#questions.map(({ id }) => this.#marks[id]);
        const count = (mark: Mark) => known.filter((one) => one === mark).length;
        const [well, again] = [count('well'), count('again')];
        write(this, '.shown', `${shown.size} of ${all} questions`);
        write(
          this,
          '.known',
          well + again === 0
            ? 'None practised in this browser yet.'
            : `${well + again} practised: ${well} said well, ${again} to say again.`,
        );
        toggle(this, '[data-forget]', well + again > 0);
        toggle(this, '[data-every]', shown.size < all);
        toggle(this, '.none', shown.size === 0);
        toggle(this, '[data-all]', shown.size > 0);
        const query = new URLSearchParams();
        for (const { name, value } of this.querySelectorAll('select')) {
          if (value !== '') query.set(name, value);
        }
        const search = query.size > 0 ? `?${query}` : '';
        if (search === location.search) return;
        try {
          history.replaceState(null, '', location.pathname + search + location.hash);
        } catch {
          // A page from a disk may not have its address changed.
        }
      }

      #mark(id: string, mark: Mark): void {
        this.#marks = { ...this.#marks, [id]: mark };
        rememberMarks(this.#marks);
      }

      #forget(): void {
        this.#marks = {};
        rememberMarks(this.#marks);
        this.#show();
        this.querySelector('select')?.focus();
      }

      #openAll(button: HTMLButtonElement): void {
        const open = button.getAttribute('aria-pressed') !== 'true';
        for (const { root } of this.#questions) {
          for (const answer of answersOf(root)) answer.open = open;
        }
        button.setAttribute('aria-pressed', String(open));
      }
    },
  );
}

function write(within: Element, selector: string, text: string): void {
  const part = within.querySelector(selector);
  if (part && part.textContent !== text) part.textContent = text;
}

function toggle(within: Element, selector: string, isShown: boolean): void {
  for (const part of within.querySelectorAll<HTMLElement>(selector)) part.hidden = !isShown;
}
