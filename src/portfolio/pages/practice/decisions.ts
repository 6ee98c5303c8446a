import { effectiveStatus } from '#adr/log.ts';
import { plainText } from '#adr/markdown/inline.ts';
import type { AdrRecord, Located } from '#adr/record.ts';
import { formatCount, formatMoney } from '../../format.ts';
import type { Portfolio } from '../../portfolio.ts';
import { filledText, readText } from '../../speech/figure-texts.ts';
import { CARD_PARTS } from '../../speech/list-texts.ts';
import { optionSpend } from '../adr-options.ts';
import { type AnswerBlock, type Question, said, sourceLinks, studyName } from './question.ts';

/** Minutes for a decision. */
const MINUTES = 3;

/**
 * Why this and not that: of each card for the defence of a decision, then of each record in force that no
 * card covers and that says what else was considered.
 */
export function decisionQuestions(portfolio: Portfolio): Question[] {
  const covered = new Set(
    portfolio.studies.flatMap(({ study }) => study.defence.flatMap(({ decisions }) => decisions)),
  );
  return [
    ...cardQuestions(portfolio),
    ...portfolio.log.records
      .filter((record) => holds(portfolio, record))
      .filter(({ number }) => number !== undefined && !covered.has(number))
      .flatMap((record) => recordQuestion(portfolio, record) ?? []),
  ];
}

function cardQuestions(portfolio: Portfolio): Question[] {
  return portfolio.studies.flatMap((entry) =>
    entry.study.defence.map((card): Question => {
      const blocks = CARD_PARTS.map(([part, label]) =>
        said(label, filledText(readText(card[part]), entry.cost)),
      );
      return {
        id: `decision-${entry.study.slug}-${card.id}`,
        kind: 'decision',
        ask: card.question,
        minutes: MINUTES,
        studies: [studyName(entry)],
        answers: [{ title: 'The answer here', blocks }],
        sources: sourceLinks(portfolio, [
          ...card.decisions.map((decision) => ({ decision })),
          { entry: `${entry.study.slug}/defence#${card.id}` },
        ]),
      };
    }),
  );
}

function holds({ log }: Portfolio, record: AdrRecord): boolean {
  const status = effectiveStatus(log, record);
  return status === 'accepted' || status === 'partly-superseded';
}

function recordQuestion(portfolio: Portfolio, record: AdrRecord): Question | undefined {
  const { options, consequences, number } = record;
  const chosen = options.find((option) => option.chosen);
  const others = options.filter((option) => option !== chosen);
  if (!chosen || others.length === 0 || number === undefined) return undefined;
  const names = others.map(({ name }) => `“${plainText(name)}”`).join(' or ');
  const blocks = [
    said('Decided', `${plainText(record.title)}.`),
    ...spendOf(portfolio, record),
    ...listed('Gained', consequences?.gained),
    ...listed('Given up', consequences?.givenUp),
  ];
  return {
    id: `decision-${record.id}`,
    kind: 'decision',
    ask: `Why “${plainText(chosen.name)}”, and not ${names}?`,
    minutes: MINUTES,
    studies: portfolio.studies.filter(({ decisions }) => decisions.includes(record)).map(studyName),
    answers: [{ title: 'The answer here', blocks }],
    sources: sourceLinks(portfolio, [{ decision: number }]),
  };
}

/** What each option costs a month, where the record ties them to a model. */
function spendOf(portfolio: Portfolio, record: AdrRecord): AnswerBlock[] {
  const spend = optionSpend(portfolio, record);
  if (!spend) return [];
  const what = spend.parts.length > 0 ? ` for ${spend.parts.join(', ')}` : '';
  const lines = record.options.flatMap(({ name }, place) => {
    const amount = spend.byOption.get(place);
    const text = `a month: ${plainText(name)}.`;
    return amount ? [{ money: formatMoney(amount.large, spend.currency), text }] : [];
  });
  return [{ label: `At ${formatCount(spend.users[1])} users${what}`, lines }];
}

function listed(label: string, items: readonly Located[] | undefined): AnswerBlock[] {
  return items && items.length > 0
    ? [{ label, lines: items.map(({ text }) => plainText(text)) }]
    : [];
}
