import type { Element } from '#model/elements.ts';
import { staticElement, technologyOf } from '#model/index.ts';
import type { View } from '#model/views.ts';
import { viewTitle } from '#views/titles.ts';
import { kindName } from '#views/words.ts';
import { studyPath, viewFilePath } from '../addresses.ts';
import { spendByElement } from '../costs.ts';
import { formatMoney, formatUsers } from '../format.ts';
import { imageOf, type ViewImage } from '../images.ts';
import { ownerOf } from '../owners.ts';
import { decisionsOn, type Portfolio, sheetOf } from '../portfolio.ts';
import { allRecords } from '../records.ts';
import { riskSummary, risksOn } from '../risks.ts';
import { spendSize } from '../view-spend.ts';
import { linkTo } from './adr-names.ts';
import { type Figure, type FigureTools, figureOf, type TitleBlock, titleBlock } from './figure.ts';
import type { MaybeLink, PageLink } from './links.ts';
import { type RiskRow, riskRows } from './risks.ts';
import { type StateGroup, stateGroups } from './states.ts';
import type { ViewText } from './view-texts.ts';

/** A row of the element table under a drawing. */
export interface ElementRow {
  readonly element: MaybeLink;
  readonly kind: string;
  readonly technology: string;
  readonly description: string;
  /** Who answers for it, by its own word or that of what holds it. */
  readonly owner?: string;
  /** How many risks it has, and the highest score. */
  readonly risk?: string;
  /** Dollars a month at both sizes; absent where nothing is priced. */
  readonly cost?: { readonly small: string; readonly large: string };
}

/** A row of the relationship or step table under a drawing. */
export interface RelationshipRow {
  readonly step?: string;
  readonly from: MaybeLink;
  readonly to: MaybeLink;
  readonly what: string;
  readonly by: string;
}

/** A page about one view: the drawing, and the same in words. */
export interface ViewPage {
  readonly title: string;
  readonly description: string;
  readonly study?: PageLink;
  /** Absent for an image view. */
  readonly figure?: Figure;
  /** An image view's pictures, and its title block. */
  readonly image?: ViewImage;
  readonly block: TitleBlock;
  readonly elements: readonly ElementRow[];
  /** Both sizes, as headings of what elements cost: `100K`, `500K`. */
  readonly users: readonly [string, string];
  readonly relationships: readonly RelationshipRow[];
  readonly steps: boolean;
  /** What the drawing can put in the foreground. */
  readonly states: readonly StateGroup[];
  /** What may happen to the elements shown, weightiest first. */
  readonly risks: readonly RiskRow[];
  readonly decisions: readonly PageLink[];
  /** Path of the drawing as a file of its own; absent for an image view. */
  readonly file?: string;
  /** There is something to say of the view in words: an image view may have none. */
  readonly inWords: boolean;
  /** The view in notations of other tools. */
  readonly texts: readonly ViewText[];
}

/** The data of a view's page. */
export function viewPage(
  portfolio: Portfolio,
  view: View,
  tools: FigureTools,
  texts: readonly ViewText[] = [],
): ViewPage {
  const { config, index, addresses } = portfolio;
  const figure = figureOf(portfolio, view, tools, {
    use: 'view',
    costs: true,
    states: true,
  });
  const graph = figure?.drawing.graph;
  const about = view.kind === 'Image' && view.element ? [{ id: view.element }] : [];
  const shown = (graph?.nodes ?? about).flatMap(({ id }) => index.element(id) ?? []);
  const entry = sheetOf(portfolio, view)?.entry;
  const costs = entry?.cost && spendByElement(index, entry.cost);
  const boundaries = new Map(graph?.clusters.map(({ id, name }) => [id as string, name]));
  const end = (id: string): MaybeLink => {
    const element = shown.find((candidate) => candidate.id === id);
    const href = element && addresses.element(element.id);
    return { text: element?.name ?? boundaries.get(id) ?? '', ...(href && { href }) };
  };
  const decisions = new Set(shown.flatMap((element) => decisionsOn(portfolio, element)));
  return {
    users: [formatUsers(config.users[0]), formatUsers(config.users[1])],
    title: viewTitle(index, view),
    description: view.description ?? '',
    ...(entry && {
      study: {
        text: entry.study.meta.name ?? entry.study.meta.title,
        href: studyPath(entry.study.slug),
      },
    }),
    ...(figure && { figure, file: viewFilePath(view.key) }),
    // All else that is said is of the elements.
    inWords: shown.length > 0 || Boolean(view.description),
    texts,
    ...(view.kind === 'Image' && { image: imageOf(view, portfolio.config.hosts) }),
    block: figure?.block ?? titleBlock(portfolio, view, false),
    elements: shown.map((element): ElementRow => {
      // An instance has no words of its own but those of what it runs.
      const behind = staticElement(index, element);
      // Instances show what the container behind them costs, all of them together.
      const spend = costs?.get(spendSize(portfolio, view) ? behind.id : element.id);
      const money = (amount: number) => formatMoney(amount, entry?.cost?.currency);
      const owner = ownerOf(index, element)?.name;
      const risk = riskSummary(risksOn(portfolio, element))?.text;
      return {
        element: end(element.id),
        kind: kindLabel(portfolio, element),
        technology: technologyOf(behind) ?? '',
        description: element.description ?? behind.description ?? '',
        ...(owner && { owner }),
        ...(risk && { risk }),
        ...(spend?.large && { cost: { small: money(spend.small), large: money(spend.large) } }),
      };
    }),
    relationships: (graph?.edges ?? []).map((edge) => ({
      ...(edge.order !== undefined && { step: edge.step ?? edge.order }),
      from: end(edge.source),
      to: end(edge.target),
      what: edge.description,
      by: edge.technology ?? '',
    })),
    steps: graph?.kind === 'Dynamic',
    states: stateGroups(figure?.drawing.states ?? []),
    risks: riskRows(
      portfolio,
      shown.flatMap((element) => risksOn(portfolio, element)),
    ),
    // In the order of the log, not of the boxes.
    decisions: allRecords(portfolio)
      .filter((record) => decisions.has(record))
      .map((record) => linkTo(portfolio, record)),
  };
}

/** What kind of element it is, in words: `Container`, `External system`. */
export function kindLabel({ index, sheet }: Portfolio, element: Element): string {
  const { terminology } = index.workspace.viewConfiguration;
  const kind = kindName(element.kind, terminology);
  const { tone } = sheet.node(element);
  if (tone === 'external') return `External ${kind.toLowerCase()}`;
  return tone === 'store' && element.kind === 'Container' ? `${kind}, store` : kind;
}
