import type { Element } from '#model/elements.ts';
import { technologyOf } from '#model/index.ts';
import type { View } from '#model/views.ts';
import type { SearchRecord } from '#search/format.ts';
import { viewTitle } from '#views/titles.ts';
import { viewPath } from '../../addresses.ts';
import { levelOf, systemOf } from '../../levels.ts';
import type { Portfolio } from '../../portfolio.ts';
import { kindLabel } from '../view.ts';

/** Views, with the names of what they show. */
export function viewRecords({ index }: Portfolio): SearchRecord[] {
  return index.workspace.views.map((view) => {
    const system = systemOf(index, view)?.name;
    const title = viewTitle(index, view);
    const level = levelOf(index, view);
    return {
      kind: 'Drawings',
      title,
      href: viewPath(view.key),
      context: system === undefined || title.includes(system) ? level : `${level} of ${system}`,
      names: view.key,
      text: sentences([view.description, namesIn(view, (id) => index.element(id)?.name)]),
    };
  });
}

function namesIn(view: View, nameOf: (id: Element['id']) => string | undefined): string {
  if (!('elements' in view)) return '';
  return [...new Set(view.elements.map(({ id }) => nameOf(id)))].join(', ');
}

/** Elements with a page of their own, and what each passes to others. */
export function elementRecords(portfolio: Portfolio): SearchRecord[] {
  const { index, addresses } = portfolio;
  return [...addresses.elements].flatMap(([id, href]): SearchRecord[] => {
    const element = index.element(id);
    if (!element) return [];
    const [, ...holders] = index.lineage(id);
    const kind = kindLabel(portfolio, element);
    const passes = index
      .outgoing(id)
      .filter(({ linkedRelationship }) => linkedRelationship === undefined)
      .map(({ destination, description, technology }) => {
        const to = index.element(destination)?.name ?? '';
        const by = technology === undefined ? '' : ` (${technology})`;
        return `→ ${to}: ${description ?? ''}${by}`;
      });
    const within = holders.map(({ name }) => name).join(', ');
    return [
      {
        kind: 'Elements',
        title: element.name,
        href,
        context: within === '' ? kind : `${kind} in ${within}`,
        names: [element.identifier, ...element.tags.slice(1)].join(' '),
        text: sentences([technologyOf(element), element.description, ...passes]),
      },
    ];
  });
}

/** Texts after each other, each closed as a sentence. */
function sentences(texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => (/\p{P}$/u.test(text ?? '') ? text : `${text}.`))
    .join(' ');
}
