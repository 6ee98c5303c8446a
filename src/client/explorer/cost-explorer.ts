import type { CostModel } from '#cost/define/model.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import type { ExplorerData } from '#cost/explore/data.ts';
import {
  addressOf,
  commandOf,
  type ExplorerState,
  initialState,
  readAddress,
} from '#cost/explore/state.ts';
import {
  circumstances,
  committedText,
  figuresOf,
  limitRows,
  type ShownTotal,
} from '#cost/explore/words.ts';
import { formatCount, formatMoney } from '#cost/report/figures.ts';
import { createCalculator } from './calculator.ts';
import { markCharts } from './chart-marks.ts';
import { Controls } from './controls.ts';
import { PartList, showFigures, showLimits, write } from './results.ts';

/**
 * How long a state has rested before the address follows it and a screen reader is told, in ms. Each
 * state that rests is a step of the back button.
 */
const REST = 700;

/** `<cost-explorer>`: the engine, the model and its prices, asked by the form that the page came with. */
export function defineCostExplorer(model: CostModel, data: ExplorerData): void {
  const calculator = createCalculator(model, data);
  const { offer } = calculator;

  customElements.define(
    'cost-explorer',
    class extends HTMLElement {
      #state: ExplorerState | undefined;
      /** The last state that had an answer: the one whose figures are shown. */
      #answered: ExplorerState | undefined;
      /** What the page shows, by currency. */
      #shown: (currency: string) => readonly ShownTotal[] = () => [];
      #parts: PartList | undefined;
      #timer: ReturnType<typeof setTimeout> | undefined;

      /** The document of `cost --json` for a state; for the one on show unless another is given. */
      report(state = this.#answered): string {
        return state ? calculator.document(state) : '';
      }

      connectedCallback(): void {
        const form = this.querySelector('form');
        const parts = this.querySelector('.parts');
        const [region] = offer.regions;
        if (!form || !parts || region === undefined) return;
        const sizes = (this.dataset.users ?? '').split(' ').map(Number);
        const initial = initialState(
          sizes.at(-1) ?? 1,
          this.dataset.region ?? region,
          offer.choices,
          offer.currencies[0],
        );
        const known = new Map<string, readonly ShownTotal[]>();
        this.#shown = (currency) => {
          const totals =
            known.get(currency) ??
            sizes.map((users) => {
              const { value } = calculator.report({ ...initial, users, currency });
              return { users, monthly: value?.monthly ?? 0 };
            });
          known.set(currency, totals);
          return totals;
        };
        this.#parts = new PartList(parts);
        const controls = new Controls(form, offer, initial, {
          changed: (state) => this.#show(state, 'rest'),
        });
        const follow = () => {
          const read = readAddress(location.hash, offer, initial);
          // An address of a part of the page leaves the explorer as it is.
          if (!read && location.hash !== '' && this.#state) return;
          const { state, problems } = read ?? { state: initial, problems: [] };
          controls.show(state);
          this.#show(state, 'at once');
          if (problems.length > 0) write(this.querySelector('.problems'), problems.join(' '));
        };
        addEventListener('popstate', follow);
        this.dataset.ready = '';
        this.#buttons(initial);
        follow();
      }

      #show(state: ExplorerState, when: 'rest' | 'at once'): void {
        this.#state = state;
        const { value, diagnostics } = calculator.report(state);
        const fault = value ? '' : this.#faultOf(state, diagnostics[0]);
        write(this.querySelector('.problems'), fault);
        write(this.querySelector('.command'), commandOf(state, offer));
        if (!value) return;
        this.#answered = state;
        const currency = calculator.currencyOf(state);
        const shown = this.#shown(state.currency);
        showFigures(this.querySelector('.stats'), figuresOf(value, state.users, currency, shown));
        write(this.querySelector('.circumstances'), circumstances(state, offer.choices));
        write(
          this.querySelector('.committed'),
          state.commitment === 'none' ? '' : committedText(value, currency),
        );
        this.#parts?.show(value, currency);
        showLimits(this.querySelector('.limits tbody'), limitRows(value.capacity, state.users));
        markCharts({ users: state.users, monthly: value.monthly }, shown.at(-1));
        clearTimeout(this.#timer);
        if (when === 'rest') this.#timer = setTimeout(() => this.#rest(value), REST);
      }

      /** The address follows, and the total is said. */
      #rest(report: ModelReport): void {
        if (!this.#state) return;
        const { users } = this.#state;
        const address = `#${addressOf(this.#state, offer)}`;
        if (address !== location.hash) history.pushState(null, '', address);
        this.#say(
          `${formatMoney(report.monthly, calculator.currencyOf(this.#state))} a month at ${formatCount(users)} users.`,
        );
      }

      #say(words: string): void {
        write(this.querySelector('[role=status]'), words);
      }

      #faultOf(
        state: ExplorerState,
        first: { readonly code: string; readonly message: string } | undefined,
      ): string {
        const asks = `At ${formatCount(state.users)} users`;
        return first?.code === 'cost-dimension-unknown'
          ? `${asks} the model needs a price that this page does not carry. The command below has all prices. The figures are those before.`
          : `${asks} the model does not answer: ${first?.message ?? 'it gives no reason'} The figures are those before.`;
      }

      #buttons(initial: ExplorerState): void {
        const state = () => this.#state ?? initial;
        const actions: Record<string, () => void> = {
          link: () => {
            const address = `${location.href.replace(/#.*$/, '')}#${addressOf(state(), offer)}`;
            this.#copy('The link', address);
          },
          command: () => this.#copy('The command', commandOf(state(), offer)),
          json: () => this.#copy('The JSON', this.report()),
          download: () =>
            download(`${model.id}-${(this.#answered ?? initial).users}.json`, this.report()),
        };
        for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-action]')) {
          button.disabled = false;
          button.addEventListener('click', () => actions[button.dataset.action ?? '']?.());
        }
      }

      #copy(name: string, text: string): void {
        const told = (words: string) => {
          write(this.querySelector('.told'), words);
        };
        // A page that is opened as a file, or without encryption, may have no clipboard.
        const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('none'));
        copied.then(
          () => told(`${name} is copied.`),
          () => told(`${name} could not be copied: ${text.length < 400 ? text : 'download it'}`),
        );
      }
    },
  );
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.click();
  URL.revokeObjectURL(link.href);
}
