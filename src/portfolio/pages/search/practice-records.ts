import type { SearchRecord } from '#search/format.ts';
import { PRACTICE_PATH } from '../../addresses.ts';
import type { Portfolio } from '../../portfolio.ts';
import type { AnswerLine } from '../practice/question.ts';
import { writtenQuestions } from '../practice/written.ts';

/** The questions that the author wrote, with what an answer holds; the others are asked of what is found itself. */
export function practiceRecords(portfolio: Portfolio): SearchRecord[] {
  return writtenQuestions(portfolio).map(({ ask, kind, setting = '', answers, studies }) => ({
    kind: 'Stories',
    title: ask,
    href: `${PRACTICE_PATH}#${kind}`,
    context: ['Practice', ...studies.map(({ text }) => text)].join(', '),
    names: `practice interview ${kind}`,
    text: [setting, ...answers.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines))]
      .map(textOf)
      .filter((text) => text !== '')
      .join(' '),
  }));
}

function textOf(line: AnswerLine): string {
  if (typeof line === 'string') return line;
  return 'gap' in line ? line.gap : `${line.money} ${line.text}`;
}
