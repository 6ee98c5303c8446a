import type { AdrRecord } from '#adr/record.ts';
import type { Element } from '#model/elements.ts';
import { Identifier } from '#model/ids.ts';
import type { CardContent, CardFigure } from './cards/card.ts';
import type { Bars, CarouselContent } from './cards/carousel.ts';
import { type Drawn, drawnOf } from './cards/drawn.ts';
import { componentCosts, type ModelCost } from './costs.ts';
import type { Drawing } from './drawings.ts';
import { formatCount, formatMoney, formatUsers } from './format.ts';
import { drawNeighbourhood } from './neighbourhood.ts';
import { optionSpend } from './pages/adr-options.ts';
import type { FigureTools } from './pages/figure.ts';
import type { Portfolio, StudyEntry } from './portfolio.ts';
import type { PostEntry } from './posts/posts.ts';
import { elementsOf, recordOf } from './records.ts';

/** What a post is shown with: a card, and a carousel. */
export interface PostPictures {
  readonly card: CardContent;
  readonly carousel: CarouselContent;
}

/** Draws a portfolio's elements for cards; one drawing is made once. */
export interface Sketcher {
  /** Some elements, and what is around them where they are few; nothing where nothing joins them. */
  sketch(elements: readonly Element[], system: Element | undefined): Drawn | undefined;
}

/** With fewer boxes than this a picture has room for what is around them. */
const ENOUGH = 4;

export function createSketcher(portfolio: Portfolio, tools: FigureTools): Sketcher {
  const known = new Map<string, Drawn | undefined>();
  return {
    sketch(elements, system) {
      const shown = withSurroundings(portfolio, elements, system);
      const key = shown.map(({ id }) => id).join(' ');
      if (!known.has(key)) known.set(key, drawn(drawNeighbourhood(portfolio, shown, tools)));
      return known.get(key);
    },
  };
}

function drawn(drawing: Drawing | undefined): Drawn | undefined {
  return drawing && drawnOf(drawing.svg, drawing.width, drawing.height);
}

/**
 * The elements with containers of the system that they pass something to or get it from: one for each
 * that would stand alone, and more until the picture is full. Who still stands alone is left out.
 */
function withSurroundings(
  { index }: Portfolio,
  elements: readonly Element[],
  system: Element | undefined,
): Element[] {
  const shown = new Set(elements.filter((one) => !('environment' in one)).slice(0, 6));
  const { relationships } = index.workspace;
  const joined = (one: Element): Element[] =>
    relationships.flatMap(({ source, destination }) => {
      const other = source === one.id ? destination : destination === one.id ? source : undefined;
      return (other === undefined ? undefined : index.element(other)) ?? [];
    });
  const isAlone = (one: Element) => !joined(one).some((other) => shown.has(other));
  const around = (one: Element) =>
    joined(one).filter(
      (other) =>
        !shown.has(other) &&
        other.kind === 'Container' &&
        (!system || index.lineage(other.id).includes(system)),
    );
  const own = [...shown];
  for (const one of own) {
    const [next] = isAlone(one) ? around(one) : [];
    if (next && shown.size < 7) shown.add(next);
  }
  for (const next of own.flatMap(around)) if (shown.size < ENOUGH) shown.add(next);
  return [...shown].filter((one) => !isAlone(one));
}

/** The pictures of a post; `end` is what the last page of its carousel says. */
export function postPictures(
  portfolio: Portfolio,
  { entry, post, path }: PostEntry,
  { sketch }: Sketcher,
): PostPictures {
  const { study, cost } = entry;
  const { config } = portfolio;
  const label = study.meta.name ?? study.meta.title;
  const drawing =
    sketch(elementsFor(portfolio, entry, post.kind, post.of), entry.system) ??
    sketch(dearestParts(portfolio, entry), entry.system);
  const figures = figuresFor(portfolio, entry, post.kind, post.of);
  const bars = barsFor(portfolio, entry, post.kind, post.of);
  const common = { label, title: post.title, author: config.author.name };
  const site = config.site?.replace(/^https?:\/\/|\/$/g, '');
  return {
    card: { ...common, figures, site: 'Architecture portfolio', drawing },
    carousel: {
      ...common,
      ...{ role: config.author.role, body: post.body, bars },
      drawing: drawing && { ...drawing, caption: captionOf(label, cost) },
      end: site === undefined ? config.title : `${site}${path}`,
      about: config.description ?? study.meta.summary,
    },
  };
}

function captionOf(label: string, cost: ModelCost | undefined): string {
  if (!cost) return `${label}: the parts that this is about.`;
  const [few, many] = [cost.small, cost.large].map(({ monthly }) =>
    formatMoney(monthly, cost.currency),
  );
  const [small, large] = cost.users.map(formatUsers);
  return `${label}: the parts that this is about. The whole is ${few} a month at ${small} users, ${many} at ${large}.`;
}

/** The elements that a post is about, those of its system's dearest parts where it names none. */
function elementsFor(portfolio: Portfolio, entry: StudyEntry, kind: string, of: string): Element[] {
  const { study } = entry;
  const { index, log } = portfolio;
  const called = (names: readonly string[]) =>
    [...new Set(names)].flatMap((name) => index.byIdentifier(Identifier(name)) ?? []);
  if (kind === 'failure') {
    return called(study.failureModes.find(({ id }) => id === of)?.elements ?? []);
  }
  const numbers =
    kind === 'trade-off'
      ? [Number(of)]
      : kind === 'insight'
        ? (study.stories[0]?.decisions ?? [])
        : kind === 'idea'
          ? decisionsOfIdea(portfolio, study, of)
          : [];
  const records = numbers.flatMap((number) => recordOf(log, String(number)) ?? []);
  const elements = [...new Set(records.flatMap((record) => elementsOf(portfolio, record)))];
  return elements.length > 0 ? elements : dearestParts(portfolio, entry);
}

/** The elements that cost most, dearest first. */
function dearestParts({ index }: Portfolio, { cost }: StudyEntry): Element[] {
  const names = cost ? componentCosts(cost).map(({ component }) => component.element) : [];
  return [...new Set(names)]
    .flatMap((name) => index.byIdentifier(Identifier(name)) ?? [])
    .slice(0, ENOUGH);
}

function decisionsOfIdea(
  { lists }: Portfolio,
  study: StudyEntry['study'],
  of: string,
): readonly number[] {
  const idea = lists.values.visibility.ideas.find(({ id }) => id === of);
  const ids = (idea?.tells ?? []).map((name) => name.replace(/^.*#/, ''));
  return [...study.defence, ...study.stories]
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ decisions }) => decisions);
}

function figuresFor(
  portfolio: Portfolio,
  { study, cost }: StudyEntry,
  kind: string,
  of: string,
): CardFigure[] {
  const bill = cost ? billFigures(cost) : [];
  if (kind === 'failure') {
    const mode = study.failureModes.find(({ id }) => id === of);
    const until = mode?.recovery.split(/[,;]/)[0] ?? '';
    const elements = new Set(mode?.elements.map((name) => name.toLowerCase()));
    const parts = cost
      ? componentCosts(cost).filter(({ component }) =>
          elements.has(component.element.toLowerCase()),
        )
      : [];
    const large = parts.reduce((sum, part) => sum + part.large, 0);
    return [
      ...(until !== '' && until.length <= 16
        ? [{ label: 'Until it is over', value: until, isMoney: false }]
        : []),
      ...(cost && large > 0
        ? [
            {
              label: `A month at ${formatUsers(cost.users[1])}`,
              value: formatMoney(large, cost.currency),
              isMoney: true,
            },
          ]
        : []),
    ];
  }
  if (kind !== 'trade-off') return bill;
  const record = recordOf(portfolio.log, of);
  return record ? optionFigures(portfolio, record) : [];
}

/** What the ways of a record cost a month, the one taken first; how many there were where none is priced. */
export function optionFigures(portfolio: Portfolio, record: AdrRecord): CardFigure[] {
  const spend = optionSpend(portfolio, record);
  if (!spend) {
    const options = record.options.length;
    return options > 1
      ? [{ label: 'Ways weighed', value: formatCount(options), isMoney: false }]
      : [];
  }
  return record.options
    .flatMap((option, place) => {
      const amount = spend.byOption.get(place);
      if (!amount) return [];
      const label = `${option.chosen ? 'Decided' : 'Instead'}, at ${formatUsers(spend.users[1])}`;
      const value = formatMoney(amount.large, spend.currency);
      return [{ chosen: option.chosen, figure: { label, value, isMoney: true } }];
    })
    .toSorted((a, b) => Number(b.chosen) - Number(a.chosen))
    .map(({ figure }) => figure);
}

/** What a system costs a month at both sizes. */
export function billFigures({ small, large, users, currency }: ModelCost): CardFigure[] {
  return [small, large].map(({ monthly }, place) => ({
    label: `${formatUsers(users[place] ?? 0)} users`,
    value: formatMoney(monthly, currency),
    isMoney: true,
  }));
}

/** Bars of the bill, or of the options of a record. */
function barsFor(
  portfolio: Portfolio,
  { cost }: StudyEntry,
  kind: string,
  of: string,
): Bars | undefined {
  if (kind === 'trade-off') {
    const record = recordOf(portfolio.log, of);
    const spend = record && optionSpend(portfolio, record);
    if (!record || !spend) return undefined;
    const [few, many] = spend.users.map(formatUsers);
    return {
      title: 'What each of them costs a month',
      rows: record.options.flatMap(({ name }, place) => {
        const amount = spend.byOption.get(place);
        if (!amount) return [];
        return [{ label: name, ...amount, value: formatMoney(amount.large, spend.currency) }];
      }),
      note: `Bars: ${many} users. Marks: ${few} users.`,
    };
  }
  if (!cost || kind === 'failure') return undefined;
  const parts = componentCosts(cost).filter(({ large }) => large > 0);
  const [few, many] = cost.users.map(formatUsers);
  const money = (amount: number) => formatMoney(amount, cost.currency);
  const others = parts.slice(6);
  const sum = (key: 'small' | 'large') => others.reduce((all, part) => all + part[key], 0);
  return {
    title: 'Where a month’s money goes',
    rows: [
      ...parts.slice(0, 6).map(({ component, small, large }) => {
        return { label: component.title, small, large, value: money(large) };
      }),
      ...(others.length > 0
        ? [
            {
              label: `${others.length} others`,
              small: sum('small'),
              large: sum('large'),
              value: money(sum('large')),
            },
          ]
        : []),
    ],
    note: `Bars: ${many} users, ${money(cost.large.monthly)} a month. Marks: ${few} users, ${money(cost.small.monthly)}. ${cost.region}, ${cost.priceBook}.`,
  };
}
