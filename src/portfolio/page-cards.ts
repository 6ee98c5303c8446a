import { plainText } from '#adr/markdown/inline.ts';
import type { AdrRecord } from '#adr/record.ts';
import type { View } from '#model/views.ts';
import { viewTitle } from '#views/titles.ts';
import type { CardSubject } from './card-subjects.ts';
import { drawnBars } from './cards/bars.ts';
import type { CardContent, CardFigure } from './cards/card.ts';
import { type Drawn, drawnOf } from './cards/drawn.ts';
import { componentCosts, type ModelCost } from './costs.ts';
import type { Drawing } from './drawings.ts';
import { formatCount, formatMoney, formatPerUser, formatUsers } from './format.ts';
import { adrRow } from './pages/adr-row.ts';
import { type FigureTools, figureOf } from './pages/figure.ts';
import { leadView } from './pages/home.ts';
import { type Portfolio, type StudyEntry, sheetOf } from './portfolio.ts';
import { billFigures, optionFigures, type Sketcher } from './post-pictures.ts';
import { allRecords, elementsOf } from './records.ts';

/**
 * With more views than this their cards go without drawings: one takes 40 ms with a drawing and 10 ms
 * without, and a site of a thousand views is built within twenty seconds.
 */
const DRAWN_VIEWS = 250;

/** Bars of a bill that a card has room for. */
const BARS = 7;

/** The card of a page, by what it tells of. */
export function pageCard(
  portfolio: Portfolio,
  subject: CardSubject,
  tools: FigureTools,
  { sketch }: Sketcher,
): CardContent {
  const { author, title } = portfolio.config;
  const common = { author: author.name, site: 'Architecture portfolio' };
  switch (subject.kind) {
    case 'home': {
      const [entry] = portfolio.studies.filter(({ study }) => !study.meta.draft);
      const view = entry && leadView(entry);
      const drawing = view && drawnView(portfolio, view, tools);
      return { ...common, label: capital(author.role), title, figures: sizeOf(portfolio), drawing };
    }
    case 'study': {
      const { study, cost } = subject.entry;
      const view = leadView(subject.entry);
      return {
        ...{ ...common, label: nameOf(subject.entry), title: study.meta.title },
        figures: cost ? billFigures(cost) : [],
        drawing: view && drawnView(portfolio, view, tools),
      };
    }
    case 'view':
      return { ...common, ...viewCard(portfolio, subject.view, tools) };
    case 'record': {
      const { record } = subject;
      const elements = elementsOf(portfolio, record);
      const system = portfolio.studies.find(({ decisions }) => decisions.includes(record))?.system;
      return {
        ...{ ...common, label: labelOf(portfolio, record), title: plainText(record.title) },
        figures: optionFigures(portfolio, record),
        drawing: sketch(elements, system),
      };
    }
    case 'costs':
      return { ...common, ...billsCard(portfolio) };
    case 'cost':
      return { ...common, ...billCard(subject.cost) };
  }
}

/** What a card shows, for those who do not see it: at most 420 characters, which X takes. */
export function cardAlt({ label, title, figures, drawing }: CardContent): string {
  const amounts = figures.map((one) => `${one.label}: ${one.value}`).join(', ');
  const seen = drawing ? 'Beside it a drawing of the parts.' : '';
  const text = [`${label}: ${title}.`, amounts && `${amounts}.`, seen].filter(Boolean).join(' ');
  return text.length <= 420 ? text : `${text.slice(0, 419).replace(/\s+\S*$/, '')}…`;
}

function sizeOf(portfolio: Portfolio): CardFigure[] {
  const counted = [
    ['Systems', portfolio.studies.length],
    ['Decisions', allRecords(portfolio).length],
    ['Drawings', portfolio.index.workspace.views.length],
  ] as const;
  return counted.flatMap(([label, count]) =>
    count > 0 ? [{ label, value: formatCount(count), isMoney: false }] : [],
  );
}

function viewCard(portfolio: Portfolio, view: View, tools: FigureTools) {
  const { index, config } = portfolio;
  const entry = sheetOf(portfolio, view)?.entry;
  const isOfWhole = view.kind === 'Container' || view.kind === 'SystemContext';
  return {
    label: entry ? nameOf(entry) : config.title,
    title: viewTitle(index, view),
    figures: entry?.cost && isOfWhole ? billFigures(entry.cost) : [],
    drawing:
      index.workspace.views.length > DRAWN_VIEWS ? undefined : drawnView(portfolio, view, tools),
  };
}

function billsCard({ costs, config }: Portfolio) {
  const rows = costs
    .toSorted((a, b) => b.large.monthly - a.large.monthly)
    .map(({ title, large, currency }) => {
      return { label: title, amount: large.monthly, value: formatMoney(large.monthly, currency) };
    });
  const many = formatCount(config.users[1]);
  return {
    label: 'Cost',
    title: `What each system costs a month at ${many} users`,
    figures: [],
    drawing: rows.length > 0 ? drawnBars(rows.slice(0, BARS)) : undefined,
  };
}

function billCard(cost: ModelCost) {
  const { large, users, currency } = cost;
  const rows = componentCosts(cost).flatMap((part) =>
    part.large > 0
      ? [
          {
            label: part.component.title,
            amount: part.large,
            value: formatMoney(part.large, currency),
          },
        ]
      : [],
  );
  const each = formatPerUser(large.perUser, currency);
  return {
    label: `${cost.title}, cost`,
    title: `${each} a user and month at ${formatUsers(users[1])} users`,
    figures: billFigures(cost),
    drawing: rows.length > 0 ? drawnBars(rows.slice(0, BARS)) : undefined,
  };
}

/** `Decision 0004, accepted` */
function labelOf(portfolio: Portfolio, record: AdrRecord): string {
  const { number, statusLabel } = adrRow(portfolio, record);
  return `Decision ${number}, ${statusLabel.charAt(0).toLowerCase()}${statusLabel.slice(1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameOf({ study: { meta } }: StudyEntry): string {
  return meta.name ?? meta.title;
}

function drawnView(portfolio: Portfolio, view: View, tools: FigureTools): Drawn | undefined {
  const figure = figureOf(portfolio, view, tools, { use: 'card', costs: true });
  return (
    figure && {
      ...drawnOf(figure.drawing.svg, figure.drawing.width, figure.drawing.height),
      focus: focusOf(figure.drawing),
    }
  );
}

/** The middle of the box that a narrow frame opens on; a sequence begins at its upper left. */
function focusOf({ focus, places, steps }: Drawing): Drawn['focus'] {
  if (steps.length > 0) return { x: 0, y: 0 };
  const box = places.find(({ id, boundary }) => id === focus && !boundary)?.box;
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
