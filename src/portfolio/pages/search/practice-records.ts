import { EVIDENCE_LISTS } from '#case-study/portfolio-lists/evidence.ts';
import type { SearchRecord } from '#search/format.ts';
import { evidencePath, PRACTICE_PATH, pitchPath } from '../../addresses.ts';
import { evidenceGroups } from '../../evidence.ts';
import type { Portfolio } from '../../portfolio.ts';
import { saidText } from '../../speech/figure-texts.ts';
import { costOfPitch } from '../../speech/pitches.ts';
import { sectionHead } from '../evidence.ts';
import { QUESTION_WORDS } from '../practice/kinds.ts';
import type { AnswerLine } from '../practice/question.ts';
import { writtenQuestions } from '../practice/written.ts';

/** Pitches, on the page about the author. */
export function pitchRecords(portfolio: Portfolio): SearchRecord[] {
  return portfolio.lists.values.interview.pitches.map((pitch) => ({
    kind: 'Stories',
    title: pitch.title,
    href: pitchPath(pitch.id),
    context: 'Pitch',
    text: saidText(pitch.say, costOfPitch(portfolio, pitch)),
  }));
}

/** Questions that the author wrote; what the portfolio asks of itself is found where it is answered. */
export function practiceRecords(portfolio: Portfolio): SearchRecord[] {
  return writtenQuestions(portfolio).map(({ id, kind, ask, setting, studies, answers }) => ({
    kind: 'Practice',
    title: ask,
    href: `${PRACTICE_PATH}#${encodeURIComponent(id)}`,
    context: [QUESTION_WORDS[kind].title, ...studies.map(({ text }) => text)].join(', '),
    names: `practice interview ${kind}`,
    text: [
      ...(setting === undefined ? [] : [setting]),
      ...answers.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(lineText))),
    ].join(' '),
  }));
}

/** What is asked of the author, group by group. */
export function evidenceRecords(portfolio: Portfolio): SearchRecord[] {
  return EVIDENCE_LISTS.flatMap((list) =>
    evidenceGroups(portfolio, list).map(({ id, title, advice, entries }) => ({
      kind: 'Evidence',
      title,
      href: `${evidencePath()}#${encodeURIComponent(`${list}-${id}`)}`,
      context: sectionHead(portfolio, list).title,
      text: [
        ...(advice === undefined ? [] : [advice]),
        entries.map(({ asked }) => asked.replaceAll('`', '')).join('; '),
      ].join(' '),
    })),
  );
}

function lineText(line: AnswerLine): string {
  if (typeof line === 'string') return line;
  return 'gap' in line ? line.gap : `${line.money} ${line.text}`;
}
