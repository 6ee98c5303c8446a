import { formatMoney, formatUsers } from '#cost/report/figures.ts';
import {
  type CostDifference,
  compareCosts,
  compareStates,
  type Difference,
  readState,
} from './compare.ts';

/**
 * `<review-difference>` on a frozen review: holds the state that the page carries against the current
 * one, and says nothing where that cannot be reached.
 */
export function defineReviewDifference(): void {
  customElements.define(
    'review-difference',
    class extends HTMLElement {
      connectedCallback(): void {
        const address = stateAddress(this.dataset.path ?? '');
        const carried = readState(parsed(document.getElementById('review-state')?.textContent));
        const table = this.querySelector('table');
        if (address === undefined || !carried || !table) return;
        fetch(address)
          .then((response) => (response.ok ? response.json() : undefined))
          .then((value) => {
            const current = readState(value);
            if (current?.study !== carried.study) return;
            const cost = compareCosts(carried, current);
            show(this, table, compareStates(carried, current), cost);
          })
          .catch(() => undefined);
      }
    },
  );
}

/** Where the site says what the study is now; nothing for a page that was moved, or opened as a file. */
function stateAddress(path: string): string | undefined {
  const at = location.pathname.lastIndexOf(path);
  if (at < 0 || path === '' || !location.protocol.startsWith('http')) return undefined;
  return `${location.pathname.slice(0, at)}${path}state.json`;
}

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function show(
  banner: HTMLElement,
  table: HTMLTableElement,
  differences: readonly Difference[],
  cost: CostDifference | undefined,
): void {
  const body = table.tBodies[0];
  const isSame = differences.length === 0 && !cost;
  const words = banner.querySelector('.verdict');
  const day = banner.querySelector('.day');
  const frozen = document.querySelector('.frozen-date')?.textContent ?? '';
  if (day) day.textContent = `Frozen on ${frozen}.`;
  if (words) words.textContent = isSame ? 'Nothing has changed since.' : 'What changed since';
  table.hidden = isSame;
  for (const { kind, added, removed, changed } of differences) {
    body?.append(
      row(
        kind,
        [counted('+', added), counted('−', removed), counted('±', changed)],
        [
          ...added.map((name) => `+ ${name}`),
          ...removed.map((name) => `− ${name}`),
          ...changed.map((name) => `± ${name}`),
        ],
      ),
    );
  }
  if (cost) {
    const { currency, users, before, after, lines } = cost;
    const money = (amount: number) => formatMoney(amount, currency);
    const signed = (amount: number) => `${amount < 0 ? '−' : '+'}${money(Math.abs(amount))}`;
    const by = after - before;
    body?.append(
      row(
        `A month at ${formatUsers(users)} users`,
        [by > 0 ? signed(by) : '', by < 0 ? signed(by) : '', by === 0 ? '±0' : ''],
        [
          `${money(before)} was, ${money(after)} is`,
          ...lines.map((line) => `${signed(line.by)} ${line.name}`),
        ],
      ),
    );
  }
  banner.hidden = false;
}

function counted(sign: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${sign}${names.length}`;
}

function row(
  kind: string,
  counts: readonly string[],
  names: readonly string[],
): HTMLTableRowElement {
  const line = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = kind;
  line.append(head);
  for (const count of counts) {
    const cell = line.insertCell();
    cell.className = 'number';
    cell.textContent = count;
  }
  const what = line.insertCell();
  const list = document.createElement('ul');
  for (const name of names) {
    const item = document.createElement('li');
    item.textContent = name;
    list.append(item);
  }
  what.append(list);
  return line;
}
