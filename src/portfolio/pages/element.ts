import type { Element, Relationship } from '#model/elements.ts';
import type { ElementId } from '#model/ids.ts';
import { staticElement, technologyOf } from '#model/index.ts';
import { viewTitle } from '#views/titles.ts';
import { costPath, viewPath } from '../addresses.ts';
import {
  type ComponentCost,
  elementCosts,
  type ModelCost,
  type Spend,
  spendByElement,
} from '../costs.ts';
import { levelOf } from '../levels.ts';
import { safeAddress } from '../markdown.ts';
import { ownerOf } from '../owners.ts';
import { decisionsOn, type Portfolio } from '../portfolio.ts';
import { risksOn } from '../risks.ts';
import { type AdrRow, adrRow } from './adr-row.ts';
import type { MaybeLink, PageLink } from './links.ts';
import { type RiskRow, riskRows } from './risks.ts';
import { kindLabel } from './view.ts';

/** A relationship as one of its ends sees it. */
export interface ElementRelationship {
  readonly other: MaybeLink;
  readonly what: string;
  readonly by: string;
}

/** A page about one element: everything the portfolio knows of it. */
export interface ElementPage {
  readonly name: string;
  /** Where the page stands. */
  readonly href: string;
  /** The name and what tells it from others of that name: what holds it, or its environment. */
  readonly title: string;
  readonly identifier?: string;
  readonly kind: string;
  readonly technology: string;
  readonly description: string;
  readonly url?: string;
  readonly tags: readonly string[];
  /** Who answers for it, and what holds it and says so, where it does not itself. */
  readonly owner?: { readonly name: string; readonly through?: MaybeLink };
  /** What may happen to it and to its parts, weightiest first. */
  readonly risks: readonly RiskRow[];
  /** What holds it, outermost first. */
  readonly path: readonly MaybeLink[];
  readonly incoming: readonly ElementRelationship[];
  readonly outgoing: readonly ElementRelationship[];
  readonly parts: readonly (MaybeLink & { readonly description: string })[];
  readonly views: readonly (PageLink & { readonly level: string })[];
  readonly decisions: readonly AdrRow[];
  readonly cost?: {
    readonly model: ModelCost;
    readonly href: string;
    /** What is tied to the element itself. */
    readonly parts: readonly ComponentCost[];
    /** What it holds, with everything in that, dearest first. */
    readonly inside: readonly PartSpend[];
    readonly total: Spend;
  };
  /** Where it runs: environment and path of deployment nodes. */
  readonly deployments: readonly {
    readonly environment: string;
    readonly nodes: readonly MaybeLink[];
  }[];
}

type PartSpend = MaybeLink & Spend;

/** Tags that only repeat the kind. */
const DEFAULT_TAGS = new Set([
  'Element',
  'Person',
  'Software System',
  'Container',
  'Component',
  'Deployment Node',
  'Infrastructure Node',
]);

/** The data of an element's page. */
export function elementPage(portfolio: Portfolio, element: Element): ElementPage {
  const { index, addresses } = portfolio;
  const link = (id: ElementId): MaybeLink => {
    const other = index.element(id);
    const href = addresses.element(id);
    return { text: other?.name ?? '', ...(href && { href }) };
  };
  const [, ...holders] = index.lineage(element.id);
  const url = element.url === undefined ? undefined : safeAddress(element.url, () => undefined);
  const cost = costOf(portfolio, element);
  const owner = ownerOf(index, element);
  return {
    name: element.name,
    href: addresses.element(element.id) ?? '',
    title:
      'environment' in element
        ? `${element.name}, ${element.environment}`
        : [element, ...holders].map(({ name }) => name).join(', '),
    ...(element.identifier && { identifier: element.identifier }),
    kind: kindLabel(portfolio, element),
    technology: technologyOf(element) ?? '',
    description: element.description ?? '',
    ...(url && { url }),
    tags: element.tags.filter((tag) => tag !== '' && !DEFAULT_TAGS.has(tag)),
    ...(owner && {
      owner: {
        name: owner.name,
        ...(owner.through && { through: link(owner.through.id) }),
      },
    }),
    risks: riskRows(portfolio, risksOn(portfolio, element)),
    path: holders.toReversed().map(({ id }) => link(id)),
    incoming: index
      .incoming(element.id)
      .filter((item) => isTold(portfolio, item, 'destination'))
      .map((item) => ({
        other: link(item.source),
        what: item.description ?? '',
        by: item.technology ?? '',
      })),
    outgoing: index
      .outgoing(element.id)
      .filter((item) => isTold(portfolio, item, 'source'))
      .map((item) => ({
        other: link(item.destination),
        what: item.description ?? '',
        by: item.technology ?? '',
      })),
    parts: index.children(element.id).map((part) => ({
      ...link(part.id),
      description: staticElement(index, part).description ?? '',
    })),
    views: viewsWith(portfolio, element),
    decisions: decisionsOn(portfolio, element).map((record) => adrRow(portfolio, record)),
    ...(cost && { cost }),
    deployments: index.instances(element.id).map((instance) => ({
      environment: 'environment' in instance ? instance.environment : '',
      nodes: index
        .lineage(instance.id)
        .slice(1)
        .toReversed()
        .map(({ id }) => link(id)),
    })),
  };
}

/**
 * Whether a relationship says something about the element at one of its ends: one that was implied
 * by another does where this end was lifted from a part of the element, not where the other end was.
 */
function isTold({ index }: Portfolio, item: Relationship, end: 'source' | 'destination'): boolean {
  const linked = item.linkedRelationship && index.relationship(item.linkedRelationship);
  return !linked || linked[end] !== item[end];
}

function viewsWith({ index, appearances }: Portfolio, { id }: Element): ElementPage['views'] {
  return (appearances.get(id) ?? []).map((view) => ({
    text: viewTitle(index, view),
    href: viewPath(view.key),
    level: levelOf(index, view),
  }));
}

function costOf(portfolio: Portfolio, { id, identifier }: Element): ElementPage['cost'] {
  const { index, addresses, costs } = portfolio;
  for (const model of costs) {
    const spend = spendByElement(index, model);
    const total = spend.get(id);
    if (!total) continue;
    const inside = index.children(id).flatMap((part): PartSpend[] => {
      const own = spend.get(part.id);
      const href = addresses.element(part.id);
      return own ? [{ text: part.name, ...(href && { href }), ...own }] : [];
    });
    return {
      model,
      parts: elementCosts(model).get(identifier?.toLowerCase() ?? '') ?? [],
      inside: inside.toSorted((a, b) => b.large - a.large),
      total,
      href: costPath(model.id),
    };
  }
  return undefined;
}
