import { QUESTION_KINDS, type QuestionKind } from '#case-study/portfolio-lists/practice.ts';
import type { Portfolio } from '../portfolio.ts';
import { costQuestions } from './practice/costs.ts';
import { decisionQuestions } from './practice/decisions.ts';
import { failureQuestions } from './practice/failures.ts';
import { QUESTION_WORDS } from './practice/kinds.ts';
import { printedQuestion, type Question } from './practice/question.ts';
import { practiceSchedule, type Schedule } from './practice/schedule.ts';
import { writtenQuestions } from './practice/written.ts';

/** Questions of one kind. */
export interface QuestionGroup {
  readonly kind: QuestionKind;
  readonly title: string;
  /** What is asked for, and how the answer is practised. */
  readonly lead: string;
  readonly questions: readonly Question[];
}

/** A mock interview that can be held. */
export interface PracticeSession {
  /** `15 minutes` */
  readonly title: string;
  /** `6 questions, 15 minutes` */
  readonly questions: number;
  readonly minutes: number;
  /** As the browser reads it: `design 1 5, decision 2 2`. */
  readonly plan: string;
  /** `1 system design, 2 decisions` */
  readonly parts: string;
}

/** A step of the drill for a demand that says too little. */
export interface DrillStep {
  readonly name: string;
  readonly does: string;
  readonly says: string;
}

/** Something that questions can be filtered by. */
interface PracticeFilter {
  readonly name: 'kind' | 'study' | 'mark';
  readonly label: string;
  /** What no choice says. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The page on which interviews are practised. */
export interface PracticePage {
  /** Those that have questions. */
  readonly groups: readonly QuestionGroup[];
  readonly sessions: readonly PracticeSession[];
  readonly filters: readonly PracticeFilter[];
  readonly drill: readonly DrillStep[];
  readonly schedule?: Schedule;
  /** How many questions the author wrote, and how many are asked of the portfolio's own parts. */
  readonly written: number;
  readonly asked: number;
}

/** The data of the practice page; `site` and `base` for the addresses in its calendar. */
export function practicePage(
  portfolio: Portfolio,
  site: string | undefined,
  base: string,
): PracticePage {
  const { drill, sessions } = portfolio.lists.values.practice;
  const written = writtenQuestions(portfolio);
  const asked = [
    ...decisionQuestions(portfolio),
    ...failureQuestions(portfolio),
    ...costQuestions(portfolio),
  ];
  const all = [...written, ...asked].map(printedQuestion);
  const groups = QUESTION_KINDS.flatMap((kind): QuestionGroup[] => {
    const questions = all.filter((one) => one.kind === kind);
    const { title, lead } = QUESTION_WORDS[kind];
    return questions.length > 0 ? [{ kind, title, lead, questions }] : [];
  });
  const schedule = practiceSchedule(portfolio, site, base);
  return {
    groups,
    sessions: sessions.flatMap(({ title, plan }) => sessionOf(title, plan, groups) ?? []),
    filters: filtersOf(groups, all),
    drill: (drill?.prompts.length ?? 0) > 0 ? (drill?.steps ?? []) : [],
    ...(schedule && { schedule }),
    written: written.length,
    asked: asked.length,
  };
}

interface PlanItem {
  readonly kind: QuestionKind;
  readonly count: number;
  readonly minutes: number;
}

/** A session of the kinds that there are; none where there is none of them. */
function sessionOf(
  title: string,
  items: readonly PlanItem[],
  groups: readonly QuestionGroup[],
): PracticeSession | undefined {
  const plan = items.filter(({ kind }) => groups.some((group) => group.kind === kind));
  if (plan.length === 0) return undefined;
  return {
    title,
    questions: plan.reduce((sum, { count }) => sum + count, 0),
    minutes: plan.reduce((sum, { count, minutes }) => sum + count * minutes, 0),
    plan: plan.map(({ kind, count, minutes }) => `${kind} ${count} ${minutes}`).join(', '),
    parts: plan
      .map(({ kind, count }) => `${count} ${QUESTION_WORDS[kind].of[count === 1 ? 0 : 1]}`)
      .join(', '),
  };
}

function filtersOf(groups: readonly QuestionGroup[], all: readonly Question[]): PracticeFilter[] {
  const studies = new Map(
    all.flatMap((one) => one.studies.map(({ slug, text }) => [slug, text] as const)),
  );
  const count = (isWanted: (one: Question) => boolean) => all.filter(isWanted).length;
  const filters: PracticeFilter[] = [
    {
      ...{ name: 'kind', label: 'Kind', all: 'Every kind' },
      options: groups.map(({ kind, title, questions }) => ({
        value: kind,
        text: `${title} (${questions.length})`,
      })),
    },
    {
      ...{ name: 'study', label: 'Study', all: 'Every study' },
      options: [...studies].map(([slug, text]) => {
        const own = count((one) => one.studies.some((study) => study.slug === slug));
        return { value: slug, text: `${text} (${own})` };
      }),
    },
    {
      ...{ name: 'mark', label: 'How it went', all: 'Whatever came of it' },
      options: [
        { value: 'new', text: 'Not practised yet' },
        { value: 'again', text: 'To say again' },
        { value: 'well', text: 'Said well' },
      ],
    },
  ];
  return filters.filter(({ options }) => options.length > 1);
}
