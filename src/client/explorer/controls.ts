import { PAYMENT_WORDS } from '#cost/explore/payments.ts';
import { COMMITMENTS, type ExplorerState, type Offer, SCENARIOS } from '#cost/explore/state.ts';
import { LAST_STEP, readUsers, stepOf, usersAt } from '#cost/explore/users.ts';
import { formatCount } from '#cost/report/figures.ts';

/** What is told about the controls. */
export interface ControlsListener {
  /** A state was set. */
  readonly changed: (state: ExplorerState) => void;
}

/** The form: a field and a slider for users, and a select or a box for everything else. */
export class Controls {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLInputElement;
  readonly #slider: HTMLInputElement;
  readonly #fault: HTMLElement;
  readonly #offer: Offer;
  #state: ExplorerState;

  constructor(
    form: HTMLFormElement,
    offer: Offer,
    state: ExplorerState,
    { changed }: ControlsListener,
  ) {
    this.#form = form;
    this.#offer = offer;
    this.#state = state;
    this.#field = inputOf(form, 'users');
    this.#slider = inputOf(form, 'slider');
    this.#fault = form.querySelector<HTMLElement>('.fault') ?? form;
    const set = (changes: Partial<ExplorerState>) => {
      this.#state = { ...this.#state, ...changes };
      changed(this.#state);
    };
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#slider.addEventListener('input', () => {
      const users = usersAt(Number(this.#slider.value));
      this.#field.value = formatCount(users);
      this.#showUsers(users);
      set({ users });
    });
    // While somebody types, what can be read counts; what can not is only told when they are done.
    this.#field.addEventListener('input', () => {
      const users = readUsers(this.#field.value);
      if (users === undefined) return;
      this.#slider.value = String(stepOf(users));
      this.#showUsers(users);
      set({ users });
    });
    this.#field.addEventListener('change', () => {
      const users = readUsers(this.#field.value);
      if (users === undefined) this.#showFault(this.#field.value);
      else this.#field.value = formatCount(users);
    });
    form.addEventListener('change', ({ target }) => {
      if (target === this.#field || target === this.#slider) return;
      set(this.#chosen());
      this.#showTerms();
    });
    form.querySelector('fieldset')?.removeAttribute('disabled');
  }

  /** Sets every control, as an address does. */
  show(state: ExplorerState): void {
    this.#state = state;
    this.#field.value = formatCount(state.users);
    this.#slider.value = String(stepOf(state.users));
    this.#showUsers(state.users);
    const values: Record<string, string> = {
      region: state.region,
      commitment: state.commitment,
      payment: state.payment,
      coverage: String(state.coverage),
      currency: state.currency,
      scenario: state.scenario,
    };
    for (const [name, option] of Object.entries(state.choices)) values[`choice:${name}`] = option;
    for (const [name, value] of Object.entries(values)) {
      const select = this.#form.elements.namedItem(name);
      if (!(select instanceof HTMLSelectElement)) continue;
      // An address may ask for a share between those that are offered.
      if (![...select.options].some((option) => option.value === value)) {
        select.add(new Option(`${value}\u00A0%`, value));
      }
      select.value = value;
    }
    this.#showTerms();
    inputOf(this.#form, 'free-tier').checked = state.freeTier;
  }

  #chosen(): Partial<ExplorerState> {
    const selected = (name: string) => {
      const select = this.#form.elements.namedItem(name);
      return select instanceof HTMLSelectElement ? select.value : undefined;
    };
    const choices = Object.keys(this.#offer.choices).map((name) => [
      name,
      selected(`choice:${name}`) ?? this.#state.choices[name] ?? '',
    ]);
    return {
      region: selected('region') ?? this.#state.region,
      commitment: COMMITMENTS.find((one) => one === selected('commitment')) ?? 'none',
      payment: PAYMENT_WORDS.find((one) => one === selected('payment')) ?? 'any',
      coverage: Number(selected('coverage')),
      currency: selected('currency') ?? this.#state.currency,
      scenario: SCENARIOS.find((one) => one === selected('scenario')) ?? 'likely',
      freeTier: inputOf(this.#form, 'free-tier').checked,
      choices: Object.fromEntries(choices),
    };
  }

  /** How a commitment is paid, and what it covers, is asked once there is one. */
  #showTerms(): void {
    for (const part of this.#form.querySelectorAll('.terms')) {
      part.toggleAttribute('hidden', this.#state.commitment === 'none');
    }
  }

  /** What the slider says for itself, and how far it is filled. */
  #showUsers(users: number): void {
    this.#slider.setAttribute('aria-valuetext', `${formatCount(users)} users`);
    this.#slider.style.setProperty('--at', `${(Number(this.#slider.value) / LAST_STEP) * 100}%`);
    this.#field.removeAttribute('aria-invalid');
    this.#fault.textContent = '';
  }

  #showFault(text: string): void {
    this.#field.setAttribute('aria-invalid', 'true');
    const shown = text.trim() === '' ? 'That' : `“${text.trim()}”`;
    this.#fault.textContent = `${shown} is not a whole number from 1 to 10 billion. Write 500,000, 500k or 1.5M.`;
  }
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) return input;
  throw new TypeError(`The explorer has no input \`${name}\`.`);
}
