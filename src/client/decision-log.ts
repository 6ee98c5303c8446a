/**
 * `<decision-log>` around the table of decisions: filters and sorting, kept in the address. Without
 * scripts the table is whole, in the order of the log.
 */
export function defineDecisionLog(): void {
  customElements.define(
    'decision-log',
    class extends HTMLElement {
      connectedCallback(): void {
        const form = this.querySelector('form');
        const table = this.querySelector('table');
        const body = table?.tBodies[0];
        const said = this.querySelector('[role="status"]');
        const none = this.querySelector<HTMLElement>('.none');
        if (!form || !table || !body || !said || !none) return;
        const rows = [...body.rows];
        const fields = [...form.querySelectorAll<Field>('input, select')];
        const heads = [...(table.tHead?.querySelectorAll<HTMLElement>('[data-sort]') ?? [])];
        const asked = new URLSearchParams(location.search);
        let sort = heads.find(({ dataset }) => dataset.sort === asked.get('sort'));
        let descending = asked.get('order') === 'desc';
        for (const field of fields) fill(field, asked.get(field.name));
        const clear = form.querySelector<HTMLElement>('[data-clear]');
        const show = () => {
          const wanted = fields.filter(({ value }) => value.trim() !== '');
          for (const row of rows) row.hidden = !wanted.every((field) => fits(row, field));
          const shown = rows.filter(({ hidden }) => !hidden).length;
          said.textContent = `${shown} of ${rows.length} decisions`;
          none.hidden = shown > 0;
          table.hidden = shown === 0;
          if (clear) clear.hidden = wanted.length === 0;
          remember(wanted, sort?.dataset.sort, descending);
        };
        const order = () => {
          for (const head of heads) {
            if (head !== sort) head.removeAttribute('aria-sort');
            else head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
          }
          if (sort) body.append(...sorted(rows, sort, descending));
        };
        for (const head of heads) {
          const button = document.createElement('button');
          button.type = 'button';
          button.append(...head.childNodes);
          head.append(button);
          button.addEventListener('click', () => {
            descending = head === sort && !descending;
            sort = head;
            order();
            show();
          });
        }
        form.addEventListener('input', show);
        form.addEventListener('submit', (event) => event.preventDefault());
        for (const button of this.querySelectorAll('[data-clear]')) {
          button.addEventListener('click', () => {
            for (const field of fields) field.value = '';
            show();
            fields[0]?.focus();
          });
        }
        order();
        show();
        form.hidden = false;
        this.classList.add('works');
      }
    },
  );
}

type Field = HTMLInputElement | HTMLSelectElement;

/** Takes over what the address says, where it is a choice that there is. */
function fill(field: Field, value: string | null): void {
  field.value = value ?? '';
  if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
}

/** Whether a row has what a field asks for: every word somewhere in it, or the value in its list. */
function fits(row: HTMLTableRowElement, { name, value }: Field): boolean {
  if (name !== 'q') return (row.dataset[name] ?? '').split('\n').includes(value);
  const text = (row.textContent ?? '').toLowerCase();
  return value
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Rows by the column of a head; what is empty there comes last either way. */
function sorted(
  rows: readonly HTMLTableRowElement[],
  head: HTMLElement,
  descending: boolean,
): HTMLTableRowElement[] {
  const column = [...(head.parentElement?.children ?? [])].indexOf(head);
  const keyed = rows.map((row) => {
    const cell = row.cells[column];
    return { row, key: (cell?.dataset.key ?? cell?.textContent ?? '').trim() };
  });
  const way = descending ? -1 : 1;
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  return keyed
    .sort((a, b) =>
      a.key === '' || b.key === ''
        ? Number(a.key === '') - Number(b.key === '')
        : way * compare(a.key, b.key),
    )
    .map(({ row }) => row);
}

/** Puts what is shown into the address, so that it can be sent to somebody. */
function remember(wanted: readonly Field[], sort: string | undefined, descending: boolean): void {
  const query = new URLSearchParams(wanted.map(({ name, value }) => [name, value]));
  if (sort !== undefined) query.set('sort', sort);
  if (descending) query.set('order', 'desc');
  const search = query.size > 0 ? `?${query}` : '';
  if (search === location.search) return;
  try {
    history.replaceState(null, '', location.pathname + search + location.hash);
  } catch {
    // A page from a disk may not have its address changed.
  }
}
