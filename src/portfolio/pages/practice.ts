import { QUESTION_KINDS, type QuestionKind } from '#case-study/portfolio-lists/practice.ts';
import type { Portfolio } from '../portfolio.ts';
import { costQuestions } from './practice/costs.ts';
import { decisionQuestions } from './practice/decisions.ts';
import { failureQuestions } from './practice/failures.ts';
import type { Question } from './practice/question.ts';
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
  const all = [...written, ...asked];
  const groups = QUESTION_KINDS.flatMap((kind): QuestionGroup[] => {
    const questions = all.filter((one) => one.kind === kind);
    const { title, lead } = KINDS[kind];
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
      .map(({ kind, count }) => `${count} ${KINDS[kind].of[count === 1 ? 0 : 1]}`)
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

/** Each kind: its title, one and several of it in a sentence, what it asks for. */
const KINDS: Readonly<
  Record<
    QuestionKind,
    { readonly title: string; readonly of: readonly [string, string]; readonly lead: string }
  >
> = {
  design: {
    title: 'System design',
    of: ['system design', 'system designs'],
    lead: 'Settle what is asked for, do the sums, draw the way of one request, and say what you gave up. The answer shows one way; what matters is that yours names its limits as well.',
  },
  behavioural: {
    title: 'How you work',
    of: ['question on how you work', 'questions on how you work'],
    lead: 'No answer is written here, since the experience has to be your own. There is a structure, what this portfolio gives you to tell with, and what only you can fill in.',
  },
  refusal: {
    title: 'Saying no',
    of: ['request to refuse', 'requests to refuse'],
    lead: 'A role-play for two: one reads the request and insists, the other refuses and keeps the colleague.',
  },
  value: {
    title: 'From technology to value',
    of: ['sentence to translate', 'sentences to translate'],
    lead: 'Say the same to somebody who pays for it, and promise nothing that you cannot show.',
  },
  ambiguity: {
    title: 'Vague demands',
    of: ['vague demand', 'vague demands'],
    lead: 'Take the four steps aloud, one at a time. Each opens by itself, so that you can compare before you go on.',
  },
  decision: {
    title: 'Decisions of this portfolio',
    of: ['decision', 'decisions'],
    lead: 'Why this and not that: the constraints, the options, what decided, and what was given up.',
  },
  failure: {
    title: 'When something fails',
    of: ['failure', 'failures'],
    lead: 'What breaks and what goes on, who sees it, how it is noticed, and what is done.',
  },
  limit: {
    title: 'What breaks first',
    of: ['limit', 'limits'],
    lead: 'The capacities of each system in the order in which growth uses them up, as its cost model has them.',
  },
  cost: {
    title: 'What it costs',
    of: ['bill', 'bills'],
    lead: 'A figure, what it is made of, and what moves it. All of it is the model’s.',
  },
};
