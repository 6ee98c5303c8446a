import type { AdrRecord } from '#adr/record.ts';
import { STORY_PARTS, type Story } from '#case-study/lists/stories.ts';
import type { Stop } from '#case-study/lists/walkthrough.ts';
import { sentencesOf } from '#case-study/speaking.ts';
import { componentCosts, type ModelCost } from '../../costs.ts';
import { formatMoney, formatUsers } from '../../format.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { saidText } from '../../speech/figure-texts.ts';
import { adrNumber, linkTo } from '../adr-names.ts';
import { optionSpend } from '../adr-options.ts';
import { type AdrRow, adrRow } from '../adr-row.ts';
import type { PageLink } from '../links.ts';

/** A bill as a sheet of a walkthrough: its dearest parts, and all others in one. */
export interface Bill {
  readonly users: readonly [string, string];
  readonly rows: readonly BillRow[];
  readonly total: readonly [string, string];
}

export interface BillRow {
  readonly title: string;
  readonly small: string;
  readonly large: string;
  /** At both sizes in percent of the longest bar. */
  readonly at: readonly [number, number];
  /** The stop is about this part. */
  readonly meant: boolean;
}

/** A decision as a sheet: what was considered, what was chosen, and what each costs. */
export interface DecisionSheet {
  readonly link: PageLink;
  readonly number: string;
  readonly status: AdrRow['status'];
  readonly statusLabel: string;
  readonly options: readonly {
    readonly name: string;
    readonly chosen: boolean;
    /** A month at the larger size. */
    readonly monthly?: string;
  }[];
}

/** What stands in the place of a drawing at a stop without a view. */
export interface StopSheet {
  readonly bill?: Bill;
  readonly decisions: readonly DecisionSheet[];
  /** A story, part by part. */
  readonly story: readonly (readonly [label: string, text: string])[];
  /** Where nothing else is shown: what is said. */
  readonly words: readonly string[];
}

/** More rows would be smaller than can be read from the back of a room. */
const MOST_ROWS = 7;

/** The sheet of a stop. */
export function stopSheet(portfolio: Portfolio, entry: StudyEntry, stop: Stop): StopSheet {
  const bill = stop.cost !== undefined && entry.cost ? billOf(entry.cost, stop.cost) : undefined;
  const told = entry.study.stories.find(({ id }) => id === stop.story);
  const story = told ? storyOf(told, entry.cost) : [];
  const decisions = recordsOf(portfolio, stop).map((record) => decisionOf(portfolio, record));
  const isEmpty = !bill && story.length === 0 && decisions.length === 0;
  return {
    ...(bill && { bill }),
    story,
    decisions,
    words: isEmpty ? sentencesOf(saidText(stop.say, entry.cost)) : [],
  };
}

const LABELS = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  tradeOff: 'Given up',
} as const;

function storyOf(story: Story, cost: ModelCost | undefined): StopSheet['story'] {
  return STORY_PARTS.map((part) => [LABELS[part], saidText(story[part], cost)]);
}

/** The records that a stop rests on. */
export function recordsOf({ log }: Portfolio, { decisions }: Stop): AdrRecord[] {
  return decisions.flatMap((number) => log.byNumber.get(number) ?? []);
}

function billOf(cost: ModelCost, meant: string): Bill {
  const money = (amount: number) => formatMoney(amount, cost.currency);
  const parts = componentCosts(cost)
    .map(({ component, small, large }) => ({
      id: component.id,
      title: component.title,
      small,
      large,
    }))
    .filter(({ small, large }) => small > 0 || large > 0);
  const [part] = meant.split('.');
  const shown = parts.length > MOST_ROWS ? parts.slice(0, MOST_ROWS - 1) : parts;
  const asked = parts.find(({ id }) => id === part);
  if (asked && !shown.includes(asked)) shown.splice(-1, 1, asked);
  const rest = parts.filter((one) => !shown.includes(one));
  const sum = (size: 'small' | 'large') => rest.reduce((all, one) => all + one[size], 0);
  const others = {
    id: '',
    title: `${rest.length} others`,
    small: sum('small'),
    large: sum('large'),
  };
  const rows = rest.length > 0 ? [...shown, others] : shown;
  const most = Math.max(...rows.map(({ large, small }) => Math.max(large, small)), 1);
  const percent = (amount: number) => Math.max(0.5, Math.round((amount / most) * 1000) / 10);
  const [less = '', more = ''] = cost.users.map(formatUsers);
  return {
    users: [less, more],
    rows: rows.map(({ id, title, small, large }) => ({
      ...{ title, small: money(small), large: money(large), meant: id === part },
      at: [percent(small), percent(large)],
    })),
    total: [money(cost.small.monthly), money(cost.large.monthly)],
  };
}

function decisionOf(portfolio: Portfolio, record: AdrRecord): DecisionSheet {
  const { status, statusLabel } = adrRow(portfolio, record);
  const spend = optionSpend(portfolio, record);
  return {
    link: { ...linkTo(portfolio, record), text: record.title },
    number: adrNumber(record),
    status,
    statusLabel,
    options: record.options.map(({ name, chosen }, place) => {
      const priced = spend?.byOption.get(place);
      return {
        name,
        chosen,
        ...(spend && priced && { monthly: formatMoney(priced.large, spend.currency) }),
      };
    }),
  };
}
