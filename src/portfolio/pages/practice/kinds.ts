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
    lead: 'Clarify the requirements, estimate the load, draw the path of one request, and name the trade-offs. The model answer is one of several; yours should state its limits too.',
  },
  behavioural: {
    title: 'How you work',
    of: ['question on how you work', 'questions on how you work'],
    lead: 'There is no model answer, because the experience has to be your own. Each question has a structure, material from this portfolio, and the gaps that only you can fill.',
  },
  refusal: {
    title: 'Saying no',
    of: ['request to refuse', 'requests to refuse'],
    lead: 'A role-play for two: one makes the request and insists, the other refuses without losing the colleague.',
  },
  value: {
    title: 'From technology to value',
    of: ['sentence to translate', 'sentences to translate'],
    lead: 'Say the same to somebody who pays for it, and promise nothing that you cannot prove.',
  },
  ambiguity: {
    title: 'Vague demands',
    of: ['vague demand', 'vague demands'],
    lead: 'Go through the four steps aloud. Each opens separately, so you can compare before going on.',
  },
  decision: {
    title: 'Decisions of this portfolio',
    of: ['decision', 'decisions'],
    lead: 'Why this option and not another: the constraints, the alternatives, the criteria, and the trade-off.',
  },
  failure: {
    title: 'When something fails',
    of: ['failure', 'failures'],
    lead: 'What breaks, what keeps working, who notices, how it is detected, and how it is mitigated.',
  },
  limit: {
    title: 'What breaks first',
    of: ['limit', 'limits'],
    lead: 'The capacities of each system, in the sequence in which growth exhausts them, from its cost model.',
  },
  cost: {
    title: 'What it costs',
    of: ['bill', 'bills'],
    lead: 'A figure, what it consists of, and what changes it, all from the cost model.',
  },
};
