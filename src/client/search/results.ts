import { marked, type Piece, passage } from '#search/passage.ts';
import type { Answer, Found, FoundKind } from '#search/query.ts';
import type { SiteRoot } from '../site-root.ts';

/** The groups of a list box for what was found; options are links, so that they open as links do. */
export function resultGroups(answer: Answer, root: SiteRoot): HTMLElement[] {
  let number = 0;
  return answer.kinds.map((kind) => {
    const group = made('div', 'search-kind');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', kind.kind);
    const name = made('p', 'search-kind-name', kind.kind);
    name.append(made('span', '', countText(kind)));
    name.setAttribute('aria-hidden', 'true');
    group.append(
      name,
      ...kind.best.map((found) => option(found, answer.words, root, `search-${++number}`)),
    );
    return group;
  });
}

/** What is said of an answer, aloud too. */
export function answerText(answer: Answer, query: string): string {
  if (answer.count === 0) return `Nothing here holds “${query}”, nor what is spelt nearly so.`;
  const results = answer.count === 1 ? '1 result' : `${answer.count} results`;
  if (answer.isPartial) return `Nothing holds all of these words; ${results} with most of them.`;
  if (answer.isRespelt) return `${results} for words that are spelt nearly so.`;
  return `${results}.`;
}

function countText({ count, best }: FoundKind): string {
  return count > best.length ? `${best.length} of ${count}` : String(count);
}

function option(
  { title, href, context, text }: Found,
  words: ReadonlySet<string>,
  root: SiteRoot,
  id: string,
): HTMLElement {
  const link = made('a', 'search-result');
  link.href = root.address(href);
  link.id = id;
  link.tabIndex = -1;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  const name = made('b');
  name.append(...shown(marked(title, words)));
  const place = made('span', 'search-context');
  place.append(...shown(marked(context, words)));
  const around = made('span', 'search-passage');
  around.append(...shown(passage(text, words)));
  // Names in another direction than the page's keep to their own part.
  for (const part of [name, place, around]) part.dir = 'auto';
  link.append(name, ' ', place, ' ', around);
  return link;
}

function shown(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map((piece) => (piece.marked ? made('mark', '', piece.text) : piece.text));
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}
