import type { LineReport, ModelReport } from '#cost/engine/report.ts';
import {
  type Figure,
  type LimitRow,
  lineMade,
  lineRemark,
  type PartRow,
  partRows,
} from '#cost/explore/words.ts';
import { formatCents } from '#cost/report/figures.ts';

/** Writes figures over those that are there, in their order. */
export function showFigures(list: Element | null, figures: readonly Figure[]): void {
  for (const [place, { label, value, sense }] of figures.entries()) {
    const [name, amount, meaning] = list?.children[place]?.children ?? [];
    write(name, label);
    write(amount, value);
    write(meaning, sense);
  }
}

/** The parts of a bill, each opening to its lines. They stay where they are while amounts change. */
export class PartList {
  readonly #list: Element;
  readonly #parts = new Map<string, Part>();

  /** Takes the rows over that the page came with. */
  constructor(list: Element) {
    this.#list = list;
    for (const row of list.querySelectorAll<HTMLDetailsElement>('details[data-part]')) {
      this.#parts.set(row.dataset.part ?? '', new Part(row));
    }
  }

  show(report: ModelReport, currency: string): void {
    const rows = partRows(report, currency);
    for (const [id, part] of this.#parts) part.root.hidden = !rows.some((row) => row.id === id);
    for (const row of rows) this.#partOf(row.id)?.show(row, currency);
  }

  /** A part that only this state has gets a row of its own, made from another. */
  #partOf(id: string): Part | undefined {
    const known = this.#parts.get(id);
    const [model] = this.#parts.values();
    if (known || !model) return known;
    const root = model.root.cloneNode(true);
    if (!(root instanceof HTMLDetailsElement)) return undefined;
    root.open = false;
    this.#list.append(root);
    const part = new Part(root);
    this.#parts.set(id, part);
    return part;
  }
}

class Part {
  readonly root: HTMLDetailsElement;
  #row: PartRow | undefined;
  #currency = '';

  constructor(root: HTMLDetailsElement) {
    this.root = root;
    root.addEventListener('toggle', () => this.#showLines());
  }

  show(row: PartRow, currency: string): void {
    this.#row = row;
    this.#currency = currency;
    for (const name of ['title', 'size', 'share', 'monthly'] as const) {
      write(this.root.querySelector(`.${name}`), row[name]);
    }
    this.root.querySelector('rect')?.setAttribute('width', `${row.ratio * 100}%`);
    this.#showLines();
  }

  /** Lines are made when somebody looks at them. */
  #showLines(): void {
    const body = this.root.querySelector('tbody');
    if (!this.root.open || !body || !this.#row) return;
    body.replaceChildren(...this.#row.lines.map((line) => lineRow(line, this.#currency)));
  }
}

function lineRow(line: LineReport, currency: string): HTMLElement {
  const row = document.createElement('tr');
  const name = cell('th', line.description);
  name.setAttribute('scope', 'row');
  const dimension = document.createElement('code');
  dimension.textContent = line.dimension;
  name.append(dimension);
  const remark = lineRemark(line);
  if (remark !== '') {
    const note = document.createElement('small');
    note.textContent = remark;
    name.append(note);
  }
  row.append(
    name,
    cell('td', lineMade(line, currency), 'number'),
    cell('td', formatCents(line.monthly, currency), 'number money'),
  );
  return row;
}

/** Writes the rows of capacities over those that are there; a state may have more of them, or fewer. */
export function showLimits(body: Element | null, rows: readonly LimitRow[]): void {
  const [model] = body?.children ?? [];
  if (!body || !model) return;
  while (body.children.length < rows.length) body.append(model.cloneNode(true));
  for (const [place, shown] of [...body.children].entries()) {
    const row = rows[place];
    shown.toggleAttribute('hidden', !row);
    if (!row) continue;
    for (const name of ['resource', 'used', 'until', 'fix'] as const) {
      write(shown.querySelector(`.${name}`), row[name]);
    }
    write(shown.querySelector('.verdict'), row.holds ? 'holds' : 'breaks');
    shown.classList.toggle('broken', !row.holds);
    shown.querySelector('.filled')?.setAttribute('width', `${row.ratio * 100}%`);
  }
}

function cell(tag: 'th' | 'td', text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Text that is as it was is left alone: nobody hears it again. */
export function write(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
