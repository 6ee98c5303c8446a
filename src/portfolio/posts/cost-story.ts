import type { Capacity } from '#cost/engine/capacity.ts';
import type { Swing } from '#cost/engine/sensitivity.ts';
import { type ComponentCost, componentCosts, type ModelCost } from '../costs.ts';
import {
  formatCount,
  formatMoney,
  formatPerUser,
  formatQuantity,
  formatShare,
  formatUsers,
  formatWithUnit,
} from '../format.ts';
import type { StudyEntry } from '../portfolio.ts';
import { type Draft, paragraphs } from './draft.ts';
import type { Speaker } from './speaker.ts';
import { hashtag, sentence, sentencesIn } from './words.ts';

/** Something that a curve of spend says, and how remarkable it is. */
interface Fact {
  readonly kind: 'floor' | 'part' | 'growth' | 'driver' | 'lever';
  /** From 0 to about 1; the most remarkable leads. */
  readonly weight: number;
  readonly title: string;
  /** Several ways to say it. */
  readonly ways: readonly string[];
}

/**
 * The story of a model's curve. It leads with the fact in which the system is least like the others:
 * `told` counts how often the stories before it told each kind.
 */
export function costDraft(
  { study }: StudyEntry,
  cost: ModelCost,
  first: Capacity | undefined,
  told: Map<string, number>,
  { say, inner }: Speaker,
): Draft {
  const name = study.meta.name ?? study.meta.title;
  const seldom = (kind: string) => told.get(kind) ?? 0;
  const facts = factsOf(cost, inner)
    .toSorted((a, b) => b.weight - a.weight)
    .toSorted((a, b) => seldom(a.kind) - seldom(b.kind));
  const [lead, ...others] = facts.slice(0, 3);
  for (const { kind } of facts.slice(0, 3)) told.set(kind, seldom(kind) + 1);
  const second = others.map(({ kind, ways }) => say(kind, ways));
  const body = paragraphs([
    say(lead?.kind ?? '', lead?.ways ?? []),
    say('sizes', sizes(cost, name)),
    say('parts', partsOf(cost)),
    ...second,
    say('limit', limitOf(cost, first, inner)),
    say('open', openOf(cost)),
  ]);
  return {
    study: study.slug,
    id: `cost-${cost.id}`,
    kind: 'cost',
    of: cost.id,
    title: lead?.title ?? cost.title,
    body,
    facts: JSON.stringify([
      [cost.users, cost.small.monthly, cost.large.monthly, first ?? null],
      componentCosts(cost).map(({ component, large }) => [component.title, large]),
      factsOf(cost, (text) => text).map(({ title }) => title),
    ]),
    hashtags: ['FinOps', 'CloudCosts', ...study.meta.tags.slice(0, 2).map(hashtag)],
  };
}

function factsOf(cost: ModelCost, inner: Speaker['inner']): Fact[] {
  const { answers, currency, small, large, users } = cost;
  const money = (amount: number) => formatMoney(amount, currency);
  const [few, many] = users.map(formatUsers);
  const facts: Fact[] = [];
  const split = answers.splits()?.[0];
  if (split && small.monthly > 0) {
    const share = formatShare(split.fixed / small.monthly);
    const floor = money(split.fixed);
    facts.push({
      kind: 'floor',
      weight: split.fixed / small.monthly,
      title: `${floor} a month before the second user`,
      ways: [
        `The first user costs ${floor} a month. At ${few} that floor is still ${share} of the bill: it stands there before anybody comes.`,
        `Of the bill at ${few} users, ${share} would be there for a single one: ${floor}.`,
        `${floor} a month is rent for an empty house. At ${few} users that is still ${share} of the bill.`,
      ],
    });
  }
  const [dearest] = componentCosts(cost);
  if (dearest && large.monthly > 0) {
    const share = dearest.large / large.monthly;
    const { title } = dearest.component;
    const sum = `${money(dearest.large)} of ${money(large.monthly)}`;
    facts.push({
      kind: 'part',
      weight: share * 1.4,
      title: `${title}: ${formatShare(share)} of the bill`,
      ways: [
        `One box of the drawing is ${formatShare(share)} of the bill: ${inner(title)}, ${sum} a month at ${many} users. Whoever wants to save begins there or saves crumbs.`,
        `Ask for the dearest part, and “${inner(title)}” is seldom the first answer. It is ${sum} at ${many} users, ${formatShare(share)}.`,
        `${title} alone takes ${formatShare(share)} at ${many} users, ${sum}.`,
      ],
    });
  }
  const growth = large.monthly / small.monthly;
  const times = users[1] / users[0];
  facts.push({
    kind: 'growth',
    weight: Math.abs(1 - growth / times) * 1.2,
    title: `${formatCount(times)} times the users, ${growth.toFixed(1)} times the bill`,
    ways: [
      `${sentence(wordOf(times)).slice(0, -1)} times as many users make ${growth.toFixed(1)} times the bill. A user falls from ${formatPerUser(small.perUser, currency)} to ${formatPerUser(large.perUser, currency)} a month on the way from ${few} to ${many}.`,
      `Per user it gets cheaper: ${formatPerUser(small.perUser, currency)} a month at ${few}, ${formatPerUser(large.perUser, currency)} at ${many}, since the bill grows ${growth.toFixed(1)} times while the users grow ${wordOf(times)} times.`,
      `From ${few} to ${many} users the bill grows by a factor of ${growth.toFixed(1)}, not ${wordOf(times)}.`,
    ],
  });
  const [swing] = answers.swings() ?? [];
  if (swing) {
    const [low = 0, high = 0] = [swing.monthlyAtLow, swing.monthlyAtHigh].toSorted((a, b) => a - b);
    const label = inner(swing.label);
    const ends = endsOf(swing);
    facts.push({
      kind: 'driver',
      weight: Math.min((high - low) / large.monthly, 1.5),
      title: `The one guess that moves the bill by ${money(high - low)}`,
      ways: [
        `The number I would measure first: ${label}. Between the low and the high of what I think likely, ${ends}, the month goes from ${money(low)} to ${money(high)}.`,
        `The weakest spot of this estimate is one assumption: ${label}. It lies somewhere between ${ends}, and the month between ${money(low)} and ${money(high)}.`,
        `If I am wrong about ${label}, the rest hardly matters: ${money(low)} or ${money(high)} a month, depending on whether ${ends.replace(' and ', ' or ')} is true.`,
      ],
    });
  }
  const [lever] = answers.levers() ?? [];
  if (lever) {
    const saves = money(lever.saves);
    const share = formatShare(lever.share);
    const [takes = ''] = sentencesIn(lever.takes);
    const [question = ''] = lever.title.split(': ');
    const deed = inner(
      takes.replace(
        /^Deciding otherwise: (“.*”) instead of/,
        `answering “${question}” with $1 and not`,
      ),
    );
    facts.push({
      kind: 'lever',
      weight: lever.share * 1.3,
      title: `${saves} a month, one decision away`,
      ways: [
        `The largest lever is worth ${saves} a month, ${share} of the bill: ${deed}. We know, and have not pulled it.`,
        `What would save most? ${sentence(deed)} It is ${saves} a month, or ${share}.`,
        `There is ${saves} a month to be had, ${share} of everything, for one change: ${deed}.`,
      ],
    });
  }
  return facts;
}

/** `8 and 30 sessions a user` of values in sessions/user. */
function endsOf({ low, high, unit }: Swing): string {
  const [what, each] = unit.split('/');
  if (each === undefined) return `${formatWithUnit(low, unit)} and ${formatWithUnit(high, unit)}`;
  const article = /^[aeio]/i.test(each) ? 'an' : 'a';
  return `${formatQuantity(low)} and ${formatWithUnit(high, what ?? unit)} ${article} ${each}`;
}

const WORDS: Readonly<Record<number, string>> = {
  ...{ 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine' },
  10: 'ten',
};

function wordOf(count: number): string {
  return WORDS[count] ?? formatQuantity(count);
}

function sizes({ small, large, users, currency }: ModelCost, name: string): string[] {
  const [few, many] = users.map(formatUsers);
  const [less, more] = [small, large].map(({ monthly }) => formatMoney(monthly, currency));
  return [
    `${name} comes to ${less} a month at ${few} users and ${more} at ${many}.`,
    `The whole of it: ${less} a month with ${few} users, ${more} with ${many} (${name}, list prices, nothing reserved).`,
    `These are the two ends that we priced for ${name}: ${less} at ${few} users, ${more} at ${many}.`,
    `With ${few} users the month is ${less}; with ${many} it is ${more}. That is ${name}, every container of it.`,
    `Both sizes of ${name} stand in one model, ${few} users for ${less} and ${many} for ${more} a month.`,
  ];
}

function partsOf(cost: ModelCost): string[] {
  const { currency } = cost;
  const priced = componentCosts(cost).filter(({ large }) => large > 0);
  const line = ({ component, small, large }: ComponentCost) =>
    `– ${component.title}: ${formatMoney(small, currency)}, then ${formatMoney(large, currency)}`;
  const top = priced.slice(0, 4).map(line).join('\n');
  const others = priced.length - 4;
  return [
    `The four dearest parts of ${priced.length}:\n${top}`,
    `Where it goes, dearest first, with ${others} smaller ones left out:\n${top}`,
    `A month's bill from the top, and ${others} more below:\n${top}`,
    `Who spends it, of ${priced.length} parts in all:\n${top}`,
    `The upper end of a list of ${priced.length}:\n${top}`,
  ];
}

function limitOf(cost: ModelCost, first: Capacity | undefined, inner: Speaker['inner']): string[] {
  if (!first || first.saturatesAtUsers === null) return [];
  const [part = '', what = ''] = first.resource.split(/:\s+/, 2);
  const resource = what === '' ? inner(part) : `${inner(what)} (${inner(part)})`;
  const at = formatUsers(first.saturatesAtUsers);
  const room = /\d/.test(resource) ? '' : `, ${formatWithUnit(first.limit, first.unit)} of it`;
  const fix = inner(first.fix);
  return [
    `Money is not what runs out first. At ${at} users it is ${resource}${room}; the next step is ${fix}.`,
    `A curve is only worth something with its end on it. Here it is ${at} users: ${resource}${room}. After that: ${fix}.`,
    `What breaks first? At ${at} users, ${resource}${room}. What we would do then: ${fix}.`,
    `Sized for ${formatUsers(cost.users[1])} users, it carries ${at}. What is full then: ${resource}${room}; what helps: ${fix}.`,
    `The first wall stands at ${at} users: ${resource}${room}. Behind it: ${fix}.`,
  ];
}

function openOf({ large, priceBook, region, currency }: ModelCost): string[] {
  const lines = large.components.reduce((sum, { lines: all }) => sum + all.length, 0);
  const low = large.trust.lowConfidence.monthly;
  return [
    `Every one of the ${lines} lines has its price with source and date (${region}). None of it has met a real invoice yet.`,
    `It is a model of ${lines} lines and not a bill: ${priceBook}, and loads that are estimates with a low and a high.`,
    ...(low >= 1
      ? [
          `How far to trust it: ${lines} lines at list prices of ${region}, ${formatMoney(low, currency)} of them on prices that I would check again.`,
        ]
      : []),
    `What is missing here is a measurement. ${lines} lines are computed, and not one was billed.`,
    `I publish the ${lines} lines behind it so that somebody can find the one that is wrong.`,
    `The ${lines} lines behind it are open, with sources; the loads under them are mine to defend.`,
  ];
}
