import { plainText } from '#adr/markdown/inline.ts';
import type { AdrOption, AdrRecord, Located } from '#adr/record.ts';
import type { Spend } from '../costs.ts';
import { formatMoney, formatUsers } from '../format.ts';
import type { StudyEntry } from '../portfolio.ts';
import { type Draft, inOne, paragraphs } from './draft.ts';
import type { Speaker } from './speaker.ts';
import { hashtag, sentence, sentencesIn, within } from './words.ts';

/** What the options of a record cost a month at both sizes, by their places in it. */
export interface PricedOptions {
  readonly currency: string;
  readonly users: readonly [number, number];
  readonly byOption: ReadonlyMap<number, Spend>;
}

/** The trade-off that one record decided: what was asked, the ways, the price of the one taken. */
export function tradeOffDraft(
  { study }: StudyEntry,
  record: AdrRecord,
  spend: PricedOptions | undefined,
  place: number,
  speaker: Speaker,
): Draft {
  const { say, inner } = speaker;
  const title = plainText(record.title);
  const [first = '', ...others] = proseOf(record, 'context');
  const [second = ''] = others;
  // A paragraph is whole or is left out: a half of one ends in the middle of a thought.
  const asked = first.length + second.length <= 420 ? inOne([first, second]) : first;
  const [decided = ''] = proseOf(record, 'decision');
  const chosen = record.options.find((option) => option.chosen);
  const options = record.options.map((option) => line(option, spend, record, inner));
  const lists = say('options', [options.join('\n')]);
  const count = COUNTS[record.options.length] ?? String(record.options.length);
  const opening = say('opening', [sentence(title)]);
  const question = say('context', [asked, within(first, 300)]);
  const choice = inOne([
    say(
      'choice',
      chosen && record.options.length > 1 && !saysAgain(plainText(chosen.name), decided)
        ? choiceOf(inner(plainText(chosen.name)), count)
        : [],
    ),
    say('decided', [within(decided, 420)]),
  ]);
  const loss = lossOf(record, speaker);
  const money = spend ? say('money', moneyOf(record, spend, inner)) : '';
  const ways = record.options.length > 1 ? paragraphs([say('ways', waysOf(count)), lists]) : lists;
  const orders = {
    asked: [...hook(opening, question), ways, choice, money, ...loss],
    priced: [...hook(opening, money), question, ways, choice, ...loss],
    decided: [opening, choice, question, ways, money, ...loss],
  };
  const order = money !== '' ? 'priced' : place % 3 === 2 ? 'decided' : 'asked';
  return {
    study: study.slug,
    id: `trade-off-${record.number ?? record.slug}`,
    kind: 'trade-off',
    of: String(record.number ?? record.slug),
    title,
    body: paragraphs(orders[order]),
    facts: JSON.stringify([
      title,
      [asked, decided, options],
      [record.consequences?.markdown ?? '', record.status.label, amended(record)],
      spend ? [...spend.byOption] : [],
    ]),
    hashtags: ['SoftwareArchitecture', 'ADR', ...study.meta.tags.slice(0, 2).map(hashtag)],
  };
}

/** Whether the first sentence of a decision names what was chosen, by a word that is its own. */
function saysAgain(chosen: string, decided: string): boolean {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{N}-]{2,}/gu)
      ?.filter((word) => !COMMON.has(word)) ?? [];
  const said = new Set(wordsOf(sentencesIn(decided)[0] ?? ''));
  return wordsOf(chosen).some((word) => said.has(word));
}

const COMMON: ReadonlySet<string> = new Set(
  'and are but each every for from has have its not one our own that the their then they this two with'.split(
    ' ',
  ),
);

/** The title with what follows it, where both are seen before “see more”. */
function hook(opening: string, next: string): string[] {
  return opening.length + next.length < 200 ? [inOne([opening, next])] : [opening, next];
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' };

function waysOf(count: string): string[] {
  return [
    `We looked at ${count} ways:`,
    `The ${count} ways on the table:`,
    `What we had to choose from (${count}):`,
    `Nobody starts from nothing. Ours were ${count}:`,
    `The candidates, ${count} of them:`,
    `Each of the ${count} has a case:`,
  ];
}

function choiceOf(chosen: string, count: string): string[] {
  return [
    `We took: ${chosen}.`,
    `Of the ${count}, one was left: ${chosen}.`,
    `We chose this: ${chosen}.`,
    `Our answer: ${chosen}.`,
    `We settled on this: ${chosen}.`,
  ];
}

/** An option with the first that speaks for it and against it, and what it costs. */
function line(
  option: AdrOption,
  spend: PricedOptions | undefined,
  record: AdrRecord,
  inner: Speaker['inner'],
): string {
  const name = plainText(option.name);
  const [pro, con] = [argument(option.pros[0]), argument(option.cons[0])];
  const cost = spend?.byOption.get(record.options.indexOf(option));
  const price =
    spend && cost && !isEven(spend)
      ? `, ${formatMoney(cost.large, spend.currency)} a month at ${formatUsers(spend.users[1])}`
      : '';
  const words = pro !== '' && con !== '' ? `${inner(pro)}; but ${inner(con)}` : inner(pro || con);
  return words === '' ? `– ${name}${price}` : `– ${name}${price}: ${words}`;
}

/** Whether money decides nothing: no option is a dollar dearer than another. */
function isEven({ byOption }: PricedOptions): boolean {
  const amounts = [...byOption.values()].map(({ large }) => large);
  return Math.max(...amounts) - Math.min(...amounts) < 1;
}

/** `Good, because it is exact` as `it is exact`. */
function argument(located: Located | undefined): string {
  return plainText(located?.text ?? '').replace(/^(?:good|bad|neutral),? because /i, '');
}

/** What the options cost, in a sentence that compares the one taken with the others. */
function moneyOf({ options }: AdrRecord, spend: PricedOptions, inner: Speaker['inner']): string[] {
  const priced = options.flatMap((option, place) => {
    const cost = spend.byOption.get(place);
    const name = plainText(option.name);
    return cost
      ? [{ name: name.includes(',') ? `“${name}”` : inner(name), chosen: option.chosen, cost }]
      : [];
  });
  const taken = priced.find(({ chosen }) => chosen);
  const others = priced.filter((one) => one !== taken);
  if (!taken || others.length === 0) return [];
  const money = (amount: number) => formatMoney(amount, spend.currency);
  const [few, many] = spend.users.map(formatUsers);
  const [less, more] = [money(taken.cost.small), money(taken.cost.large)];
  if (isEven(spend)) {
    return [
      `Money does not decide this one: ${more} a month at ${many} users, whichever way is taken.`,
      `The bill is the same on every side, ${more} a month at ${many} users.`,
    ];
  }
  const rest = others.map(({ name, cost }) => `${money(cost.large)} for ${name}`);
  const apart = others.map(({ name, cost }) => {
    const extra = cost.large - taken.cost.large;
    if (Math.abs(extra) < 1) return `${name} would cost the same`;
    return `${name} would ${extra > 0 ? 'add' : 'save'} ${money(Math.abs(extra))}`;
  });
  return [
    `At ${many} users it costs ${more} a month, against ${series(rest)}.`,
    `The bill for it is ${less} a month at ${few} users and ${more} at ${many}; at the larger size ${series(apart)}.`,
    `In dollars a month at ${many} users: ${more} as decided, ${series(rest)}.`,
    `We pay ${more} a month for it at ${many} users; ${series(apart)}.`,
    `Its price is ${less} a month at ${few} users and ${more} at ${many}. The others, at the larger size: ${series(rest)}.`,
  ];
}

/** `a`, `a and b`, `a, b and c`. */
function series(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}

/** What was given up and what is watched, and what later changed the record. */
function lossOf(record: AdrRecord, { say, inner }: Speaker): string[] {
  const givenUp = plainText(record.consequences?.givenUp[0]?.text ?? '');
  const watched = plainText(record.consequences?.neutral[0]?.text ?? '');
  const later = amended(record);
  const lead = (leads: readonly string[], words: string) =>
    words === '' ? [] : leads.map((one) => `${one} ${inner(within(words, 360))}.`);
  return [
    say('given-up', lead(GIVEN_UP, givenUp)),
    say('watched', lead(WATCHED, watched)),
    say('amended', later === '' ? [] : AMENDED.map((words) => `${words} ${sentence(later)}`)),
  ];
}

/** Also for what a story or a card says was given up. */
export const GIVEN_UP: readonly string[] = [
  'What we gave up:',
  'What it costs us:',
  'The price of it:',
  'Not for free:',
  'The downside:',
  'We pay for it:',
];
const WATCHED = [
  'What we keep an eye on:',
  'Still open:',
  'What we watch:',
  'What would make me look again:',
];
const AMENDED = [
  'That was not the last word:',
  'A later record changed a part of it:',
  'Since then we wrote another one:',
  'It has a sequel:',
];

/** The title of the record that amended this one. */
function amended({ amendedBy }: AdrRecord): string {
  return plainText(amendedBy[0]?.text ?? '').replace(/^\d+\.\s+/, '');
}

/** Paragraphs of prose of a section, without lists, code and the line that names the option. */
function proseOf(record: AdrRecord, role: 'context' | 'decision'): string[] {
  const section = record.sections.find((one) => one.role === role);
  if (!section) return [];
  return section.markdown
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '' && !/^\s*(?:[-*+>|#]|\d+\.\s)/.test(block))
    .map(plainText)
    .filter((text) => !/^chosen option/i.test(text));
}
