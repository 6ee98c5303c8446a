import type { QuestionKind } from '#case-study/portfolio-lists/practice.ts';

/** What a kind of question is called. */
interface QuestionWords {
  readonly title: string;
  /** One and several of it in a sentence. */
  readonly of: readonly [string, string];
  /** What it asks for, and how the answer is practised. */
  readonly lead: string;
}

export const QUESTION_WORDS: Readonly<Record<QuestionKind, QuestionWords>> = {
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
