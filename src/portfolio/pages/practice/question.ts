import { namedBy, type Reference } from '#case-study/portfolio-lists/fields.ts';
import type { QuestionKind } from '#case-study/portfolio-lists/practice.ts';
import { studyPath } from '../../addresses.ts';
import { partCost } from '../../costs.ts';
import { formatMoney } from '../../format.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { namedTarget } from '../../references.ts';
import { printed } from '../../speech/figure-texts.ts';
import type { PageLink } from '../links.ts';

/** A line of an answer: words, an amount with words after it, or what only the author can say. */
export type AnswerLine =
  | string
  | { readonly money: string; readonly text: string }
  | { readonly gap: string };

/** Lines under a word of their own. */
export interface AnswerBlock {
  readonly label: string;
  readonly lines: readonly AnswerLine[];
}

/** What opens at one press. */
export interface Answer {
  readonly title: string;
  readonly blocks: readonly AnswerBlock[];
}

/** Where an answer is shown, with what that costs a month at the larger size. */
export interface SourceLink extends PageLink {
  readonly money?: string;
}

/** A question that can be practised. */
export interface Question {
  /** Does not depend on what stands beside it: a browser keeps by it what went well. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly ask: string;
  /** What is told with the question. */
  readonly setting?: string;
  readonly minutes: number;
  readonly studies: readonly StudyName[];
  /** Opened one after another. */
  readonly answers: readonly Answer[];
  readonly sources: readonly SourceLink[];
}

/** A study as a question names it. */
export interface StudyName extends PageLink {
  readonly slug: string;
}

export function studyName({ study: { slug, meta } }: StudyEntry): StudyName {
  return { slug, text: meta.name ?? meta.title, href: studyPath(slug) };
}

/** What a list names, as links; what is not there is a finding of `check` and left out. */
export function sourceLinks(portfolio: Portfolio, named: readonly Reference[]): SourceLink[] {
  return named.flatMap((one): SourceLink[] => {
    const { kind, name } = namedBy(one);
    const target = namedTarget(portfolio, kind, name);
    if (target.kind === 'broken') return [];
    const money = kind === 'cost' ? moneyOf(portfolio, name) : undefined;
    return [{ ...target.link, ...(money !== undefined && { money }) }];
  });
}

/** What a model or a part of it costs a month at the larger size. */
function moneyOf({ costs }: Portfolio, name: string): string | undefined {
  const [model, part] = name.split(/\/(.*)/s);
  const cost = costs.find(({ id }) => id === model);
  const monthly = cost && (part === undefined ? cost.large.monthly : partCost(cost, part));
  return cost && monthly !== undefined ? formatMoney(monthly, cost.currency) : undefined;
}

/** A block of one line. */
export function said(label: string, line: AnswerLine): AnswerBlock {
  return { label, lines: [line] };
}

/** A question with the quotes and apostrophes of print, as pages have them. */
export function printedQuestion(question: Question): Question {
  const { ask, setting, answers } = question;
  return {
    ...question,
    ask: printed(ask),
    ...(setting !== undefined && { setting: printed(setting) }),
    answers: answers.map(({ title, blocks }) => ({
      title: printed(title),
      blocks: blocks.map(({ label, lines }) => ({
        label: printed(label),
        lines: lines.map(printedLine),
      })),
    })),
  };
}

function printedLine(line: AnswerLine): AnswerLine {
  if (typeof line === 'string') return printed(line);
  return 'gap' in line ? { gap: printed(line.gap) } : { ...line, text: printed(line.text) };
}
