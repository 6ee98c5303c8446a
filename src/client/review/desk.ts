import { type Box, commentBox, placeBox } from './box.ts';
import { reviewMarkdown } from './markdown.ts';
import { type Note, openNotes, openStorage } from './notes.ts';
import { showTools } from './tools.ts';

/**
 * `<review-desk>` around the page of a review: a comment box at every place that has an address, and
 * what can be done with all comments.
 */
export function defineReviewDesk(): void {
  customElements.define(
    'review-desk',
    class extends HTMLElement {
      connectedCallback(): void {
        const { study = '', title = '', path = '', state = '' } = this.dataset;
        const notes = openNotes(study, openStorage());
        const places = placesIn(this);
        const order = [...places.keys()];
        const sorted = (): Note[] => {
          const rank = ({ anchor }: Note) => order.indexOf(anchor) >>> 0;
          return notes.all().sort((a, b) => rank(a) - rank(b));
        };
        const tools = [...this.querySelectorAll<HTMLElement>('.review-tools')].map((host) =>
          showTools(host, {
            title: `Review of ${title}`,
            fileName: `review-${study}.md`,
            repository: this.dataset.repository ?? '',
            email: this.dataset.email ?? '',
            count: () => notes.all().length,
            isKept: () => notes.isKept(),
            markdown: () => reviewMarkdown({ study, title, state, site: siteOf(path) }, sorted()),
            clear() {
              notes.clear();
              refresh();
            },
          }),
        );
        const changed = () => {
          for (const show of tools) show();
        };
        const boxes: Box[] = [];
        for (const [anchor, place] of places) {
          const box = commentBox({ anchor, label: place.dataset.label ?? anchor }, notes, changed);
          placeBox(place, box.element);
          boxes.push(box);
        }
        const lost = this.querySelector<HTMLElement>('.lost');
        const showLost = () => {
          for (const { anchor, label } of notes.all()) {
            if (places.has(anchor) || boxes.some((box) => box.anchor === anchor)) continue;
            const box = commentBox({ anchor, label }, notes, changed);
            boxes.push(box);
            lost?.append(lostPlace(label, anchor, box));
            if (lost) lost.hidden = false;
          }
        };
        const refresh = () => {
          showLost();
          for (const box of boxes) box.refresh();
          changed();
        };
        addEventListener('storage', ({ key }) => {
          if (key === null || notes.anchorOf(key) !== undefined) refresh();
        });
        addEventListener('beforeunload', (event) => {
          if (notes.all().length > 0 && !notes.isKept()) event.preventDefault();
        });
        refresh();
      }
    },
  );
}

/** By address, the first place that has it: a drawing may stand on two pages of a study. */
function placesIn(desk: HTMLElement): Map<string, HTMLElement> {
  const places = new Map<string, HTMLElement>();
  for (const place of desk.querySelectorAll<HTMLElement>('[data-anchor]')) {
    const { anchor = '' } = place.dataset;
    if (!places.has(anchor)) places.set(anchor, place);
  }
  return places;
}

function lostPlace(label: string, anchor: string, box: Box): HTMLElement {
  const place = document.createElement('div');
  const name = document.createElement('p');
  const address = document.createElement('code');
  address.textContent = anchor;
  name.append(`${label} `, address);
  place.append(name, box.element);
  return place;
}

/** Origin and base of the site; nothing for a page that is opened as a file. */
function siteOf(path: string): string {
  const at = location.pathname.indexOf(path);
  return at < 0 || location.protocol === 'file:'
    ? ''
    : location.origin + location.pathname.slice(0, at);
}
