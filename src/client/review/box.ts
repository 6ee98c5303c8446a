import { controlButton } from '../parts.ts';
import type { Notes } from './notes.ts';

/** A comment box. */
export interface Box {
  readonly anchor: string;
  readonly element: HTMLElement;
  /** Shows what is stored: another tab may have written. */
  refresh(): void;
}

/** A button that opens a comment on a place; open from the start where there is one. */
export function commentBox(
  place: { readonly anchor: string; readonly label: string },
  notes: Notes,
  changed: () => void,
): Box {
  const element = document.createElement('div');
  element.className = 'remark';
  const button = controlButton('Comment', () => {
    show(true);
    field.focus();
  });
  button.append(hidden(` on ${place.label}`));
  const label = document.createElement('label');
  label.append('Comment', hidden(` on ${place.label}`));
  const field = document.createElement('textarea');
  field.rows = 3;
  label.append(field);
  const show = (isOpen: boolean) => {
    button.hidden = isOpen;
    label.hidden = !isOpen;
  };
  const refresh = () => {
    const text = notes.get(place.anchor);
    if (field.value.trim() !== text) field.value = text;
    show(text !== '' || field === document.activeElement);
  };
  field.addEventListener('input', () => {
    notes.set({ ...place, text: field.value.trim() });
    changed();
  });
  field.addEventListener('blur', () => {
    if (field.value.trim() === '') show(false);
  });
  element.append(button, label);
  refresh();
  return { anchor: place.anchor, element, refresh };
}

function hidden(words: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'visually-hidden';
  span.textContent = words;
  return span;
}

/** Puts a box where its place ends: below a row, at the end of a section, under a drawing. */
export function placeBox(place: HTMLElement, box: HTMLElement): void {
  if (place instanceof HTMLTableRowElement) {
    const own = place.querySelector('td.remarks');
    if (own) own.append(box);
    else place.after(rowBelow(place, box));
  } else if (place.dataset.box === 'after') {
    place.after(box);
  } else if (/^H\d$/.test(place.tagName)) {
    (place.closest('[data-holder]') ?? place.parentElement)?.append(box);
  } else {
    (place.querySelector(':scope > .wrap') ?? place).append(box);
  }
}

/** A row as wide as the table: no column of a list has room for a comment. */
function rowBelow(row: HTMLTableRowElement, box: HTMLElement): HTMLTableRowElement {
  const below = document.createElement('tr');
  below.className = 'remark-row';
  const cell = below.insertCell();
  cell.colSpan = [...row.cells].reduce((columns, { colSpan }) => columns + colSpan, 0);
  cell.append(box);
  return below;
}
