import { componentCosts, type ModelCost } from '../../costs.ts';
import {
  formatCount,
  formatMoney,
  formatPerUser,
  formatShare,
  formatUsers,
  plural,
} from '../../format.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { breaksFirstText } from '../cost.ts';
import { breakRows, SPLIT_KINDS, splitRows } from '../cost-answers.ts';
import { type AnswerBlock, type Question, said, sourceLinks, studyName } from './question.ts';

/** Minutes for a question about a bill. */
const MINUTES = 2;
/** As many parts of a bill as are told, and as many capacities. */
const MOST = 4;

/** What each study costs and why, and what breaks first in it, as its model answers. */
export function costQuestions(portfolio: Portfolio): Question[] {
  return portfolio.studies.flatMap((entry) => {
    const { cost } = entry;
    if (!cost) return [];
    const breaks = breaksFirstText(cost);
    const limits = breakRows(cost).slice(0, MOST);
    const size = `${formatCount(cost.users[1])} users`;
    const name = studyName(entry).text;
    const limit: Question = {
      ...about(portfolio, entry, cost, 'limit'),
      ask: `${name}: what breaks first as users grow, and what then?`,
      answers: [
        {
          title: 'What the model says',
          blocks: [
            ...(breaks === undefined ? [] : [said('First', `${breaks}.`)]),
            ...limits.map(({ resource, saturatesAtUsers, growth, fix }) => {
              const times = growth === null ? '' : `, ${formatGrowth(growth)} today’s`;
              const end =
                saturatesAtUsers === null
                  ? 'No number of users uses it up.'
                  : `Used up at ${formatUsers(saturatesAtUsers)} users${times}.`;
              return { label: resource, lines: [end, ...(fix ? [fix] : [])] };
            }),
          ],
        },
      ],
    };
    const spend: Question = {
      ...about(portfolio, entry, cost, 'cost'),
      ask: `What does ${name.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())} cost a month at ${size}, and why?`,
      answers: [
        {
          title: 'What the model says',
          blocks: [inTotal(cost), largestParts(cost), ...kinds(cost), ...nextUsers(cost)],
        },
      ],
    };
    return limits.length > 0 ? [limit, spend] : [spend];
  });
}

function about(
  portfolio: Portfolio,
  entry: StudyEntry,
  { id }: ModelCost,
  kind: 'limit' | 'cost',
): Omit<Question, 'ask' | 'answers'> {
  return {
    id: `${kind}-${entry.study.slug}`,
    kind,
    minutes: MINUTES,
    studies: [studyName(entry)],
    sources: sourceLinks(portfolio, [{ cost: id }]),
  };
}

function inTotal({ small, large, users, currency, region }: ModelCost): AnswerBlock {
  const each = (perUser: number) => formatPerUser(perUser, currency);
  return {
    label: 'In all',
    lines: [
      {
        money: formatMoney(large.monthly, currency),
        text: `a month at ${formatCount(users[1])} users in ${region}, ${each(large.perUser)} each.`,
      },
      {
        money: formatMoney(small.monthly, currency),
        text: `at ${formatCount(users[0])}, ${each(small.perUser)} each.`,
      },
    ],
  };
}

function largestParts(cost: ModelCost): AnswerBlock {
  const parts = componentCosts(cost).slice(0, MOST);
  return {
    label: 'Largest parts',
    lines: parts.map(({ component: { title }, large }) => ({
      money: formatMoney(large, cost.currency),
      text: `${title}, ${formatShare(cost.large.monthly > 0 ? large / cost.large.monthly : 0)}.`,
    })),
  };
}

/** How much follows use and how much is there anyway. */
function kinds(cost: ModelCost): AnswerBlock[] {
  const parts = splitRows(cost).at(-1)?.parts ?? [];
  if (parts.length === 0) return [];
  const lines = SPLIT_KINDS.flatMap(({ kind, name }) => {
    const part = parts.find((one) => one.kind === kind);
    if (!part || part.monthly === 0) return [];
    const text = `${name.toLowerCase()}, ${formatShare(part.share)}.`;
    return [{ money: formatMoney(part.monthly, cost.currency), text }];
  });
  return [{ label: 'What moves it', lines }];
}

function nextUsers({ answers, currency }: ModelCost): AnswerBlock[] {
  const next = answers.next();
  if (!next) return [];
  const text = 'a month for the next 1,000 users.';
  return [said('At the margin', { money: formatMoney(next.monthly, currency), text })];
}

/** `4.2 times`, `120 times`. */
function formatGrowth(growth: number): string {
  return plural(Number(growth.toFixed(growth < 10 ? 1 : 0)), 'time', 'times');
}
