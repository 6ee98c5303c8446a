import { effectiveStatus } from '#adr/log.ts';
import { lineSpan } from '#diagnostics/source.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/**
 * Every decision that holds has a card in the defence of a study. One that was superseded is asked about
 * where its successor is; one that was only amended still holds. Asked of whoever keeps such cards.
 */
export const checkDecisionCards: Check = function* ({ portfolio: { log, studies } }) {
  const cards = studies.flatMap(({ study }) => study.defence);
  if (cards.length === 0) return;
  const defended = new Set(cards.flatMap(({ decisions }) => decisions));
  for (const record of log.records) {
    const { number, heading, source, title } = record;
    if (number === undefined || defended.has(number)) continue;
    if (!['accepted', 'partly-superseded'].includes(effectiveStatus(log, record))) continue;
    const home = studies.find(({ decisions }) => decisions.includes(record))?.study;
    const file = home?.listFiles.get('defence')?.source.name ?? 'the defence.yaml of its study';
    yield portfolioProblem(
      'decision-without-card',
      `No defence card is about “${title}”.`,
      heading.text === '' ? lineSpan(source, 1) : heading.span,
      {
        hint: `Add one to ${file}, or name ${number} in the \`decisions\` of another.`,
      },
    );
  }
};
