import { formatMoney, formatPerUser, formatUsers } from '../format.ts';
import type { StudyEntry } from '../portfolio.ts';
import { type Draft, inOne, paragraphs } from './draft.ts';
import type { Speaker } from './speaker.ts';
import type { ToldStory } from './told.ts';
import { GIVEN_UP } from './trade-off.ts';
import { hashtag, sentence } from './words.ts';

/** The insight of a study: the story that it tells first, and the size of the system behind it. */
export function insightDraft(
  entry: StudyEntry,
  story: ToldStory,
  place: number,
  { say, inner }: Speaker,
): Draft {
  const { study, cost } = entry;
  const told = {
    title: say('title', [sentence(story.title)]),
    situation: say('situation', [sentence(story.situation)]),
    task: say(
      'task',
      TASKS.map((lead) => `${lead} ${inner(story.task)}.`),
    ),
    action: say('action', [sentence(withSubject(story.action, inner))]),
    result: say('result', [sentence(story.result)]),
    tradeOff: say(
      'given-up',
      GIVEN_UP.map((lead) => `${lead} ${inner(story.tradeOff)}.`),
    ),
    size: say('size', sizeOf(entry)),
  };
  const { title, situation, task, action, result, tradeOff, size } = told;
  const orders = [
    [title, inOne([situation, task]), action, result, tradeOff, size],
    [inOne([title, situation]), size, inOne([task, action]), inOne([result, tradeOff])],
    [title, situation, inOne([task, action]), result, inOne([tradeOff, size])],
  ];
  return {
    study: study.slug,
    id: 'insight',
    kind: 'insight',
    of: study.slug,
    title: story.title,
    body: paragraphs(orders[place % orders.length] ?? []),
    facts: JSON.stringify([story, cost ? [cost.users, cost.large.monthly] : []]),
    hashtags: ['SoftwareArchitecture', 'SystemDesign', ...study.meta.tags.slice(0, 2).map(hashtag)],
  };
}

/** What a task is introduced with, in an idea as well. */
export const TASKS: readonly string[] = [
  'Our job:',
  'What we set out to do:',
  'The task:',
  'What had to be done:',
];

/** Notes leave out who did it: `Walked one order through` as `We walked one order through`. */
export function withSubject(action: string, inner: (text: string) => string): string {
  const [first = ''] = action.split(' ');
  return /^(?:\p{Lu}\p{Ll}+ed|Took|Put|Wrote|Drew|Made|Kept|Gave|Built|Ran|Found|Set|Split|Read|Left)$/u.test(
    first,
  )
    ? `We ${inner(action)}`
    : action;
}

function sizeOf({ study, cost }: StudyEntry): string[] {
  const name = study.meta.name ?? study.meta.title;
  if (!cost) return [];
  const { large, users, currency } = cost;
  const money = formatMoney(large.monthly, currency);
  const each = formatPerUser(large.perUser, currency);
  const many = formatUsers(users[1]);
  return [
    `The system is ${name}, drawn and priced in full: ${money} a month at ${many} users, ${each} each.`,
    `All of this belongs to ${name}, a design for ${many} users that comes to ${money} a month.`,
    `For scale: ${name} at ${many} users is ${money} a month, or ${each} a user.`,
    `The system around it, ${name}, is ${each} a user and month at ${many} users.`,
    `It is one story of several in ${name}, which comes to ${money} a month for ${many} users.`,
  ];
}
