import type { DefenceCard } from '#case-study/lists/defence.ts';
import { type Cut, cutSeconds, type Stop } from '#case-study/lists/walkthrough.ts';
import { sentencesOf } from '#case-study/speaking.ts';
import { presenterPath, studyPath, walkthroughPath } from '../../addresses.ts';
import { type ModelCost, partCost } from '../../costs.ts';
import type { Drawing } from '../../drawings.ts';
import { formatClock, formatMoney, formatUsers } from '../../format.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { saidText } from '../../speech/figure-texts.ts';
import { linkTo } from '../adr-names.ts';
import type { FigureTools } from '../figure.ts';
import type { PageLink } from '../links.ts';
import { type CutLink, cutLength, cutLinks } from './cuts.ts';
import { type StopPicture, stopDrawings, stopPicture } from './picture.ts';
import { recordsOf, type StopSheet, stopSheet } from './sheets.ts';

/** The one large figure of a stop. */
export interface StopFigure {
  readonly label: string;
  readonly value: string;
  /** Dollars are amber. */
  readonly money: boolean;
}

/** A stop of a walkthrough, with all that it shows and all that its speaker has at hand. */
export interface WalkStop {
  readonly id: string;
  readonly title: string;
  /** What stands under the title. */
  readonly line: string;
  readonly seconds: number;
  /** `0:45` */
  readonly time: string;
  readonly figure?: StopFigure;
  /** A drawing, or a sheet where the stop has no view. */
  readonly picture?: StopPicture;
  readonly sheet?: StopSheet;
  readonly decisions: readonly PageLink[];
  /** What is said, sentence by sentence. */
  readonly say: readonly string[];
  readonly notes: readonly string[];
  readonly asked: readonly Pick<DefenceCard, 'question' | 'answer'>[];
}

/** The walkthrough of a study in one length. */
export interface WalkPage {
  readonly study: PageLink;
  readonly number: number;
  readonly title: string;
  readonly answer: string;
  /** `5 minutes` */
  readonly length: string;
  readonly cuts: readonly CutLink[];
  readonly href: string;
  readonly presenter: string;
  readonly stops: readonly WalkStop[];
  /** `4:45` */
  readonly time: string;
}

/** The data of a walkthrough, for its stage, its scroll, its hand-out and its speaker. */
export function walkPage(
  portfolio: Portfolio,
  entry: StudyEntry,
  cut: Cut,
  tools: FigureTools,
): WalkPage {
  const { study } = entry;
  const stops = study.walkthrough.filter(({ seconds }) => seconds[cut] !== undefined);
  const drawings = stopDrawings(portfolio, stops, tools);
  return {
    study: { text: study.meta.name ?? study.meta.title, href: studyPath(study.slug) },
    number: study.meta.order,
    title: study.meta.title,
    answer: study.meta.summary,
    length: cutLength(cut),
    cuts: cutLinks(entry, cut),
    href: walkthroughPath(study.slug, cut),
    presenter: presenterPath(study.slug, cut),
    stops: stops.map((stop) => walkStop(portfolio, entry, stop, cut, drawings)),
    time: formatClock(cutSeconds(stops, cut)),
  };
}

function walkStop(
  portfolio: Portfolio,
  entry: StudyEntry,
  stop: Stop,
  cut: Cut,
  drawings: ReadonlyMap<string, Drawing>,
): WalkStop {
  const { study, cost } = entry;
  const seconds = stop.seconds[cut] ?? 0;
  const said = (text: string) => saidText(text, cost);
  const say = sentencesOf(said(stop.say));
  const drawing = drawings.get(stop.view ?? '');
  const figure = figureOf(entry, stop);
  const cards = study.defence.filter((card) =>
    card.decisions.some((number) => stop.decisions.includes(number)),
  );
  return {
    ...{ id: stop.id, title: stop.title, seconds, time: formatClock(seconds), say },
    line: stop.line === undefined ? (say[0] ?? '') : said(stop.line),
    ...(figure && { figure }),
    ...(drawing
      ? { picture: stopPicture(portfolio, stop, drawing) }
      : { sheet: stopSheet(portfolio, entry, stop) }),
    decisions: recordsOf(portfolio, stop).map((record) => linkTo(portfolio, record)),
    notes: stop.notes.map(said),
    asked: cards.map(({ question, answer }) => ({ question, answer: said(answer) })),
  };
}

/** What the model or the requirements say; none is better than one that nothing stands behind. */
function figureOf({ study, cost }: StudyEntry, stop: Stop): StopFigure | undefined {
  const asked = study.nfrs.find(({ id }) => id === stop.requirement);
  if (asked) return { label: asked.quality, value: asked.target, money: false };
  const limit = cost?.large.capacity.find(({ id }) => id === stop.capacity);
  if (limit?.saturatesAtUsers) {
    const value = `${formatUsers(limit.saturatesAtUsers)} users`;
    return { label: `${limit.resource}, used up at`, value, money: false };
  }
  const spend = cost && stop.cost !== undefined ? partCost(cost, stop.cost) : undefined;
  if (cost && spend !== undefined) {
    const value = formatMoney(spend, cost.currency);
    const label = `${partTitle(cost, stop.cost ?? '')}, a month at ${formatUsers(cost.users[1])} users`;
    return { label, value, money: true };
  }
  return undefined;
}

/** A part of a bill by its title, a line by what it says besides. */
function partTitle({ large }: ModelCost, name: string): string {
  const part = large.components.find(
    ({ id, lines }) => id === name || lines.some((one) => one.id === name),
  );
  const line = part?.lines.find(({ id }) => id === name);
  return [part?.title ?? name, ...(line ? [line.description] : [])].join(', ');
}
