/** The thread of `answer-thread.ts`. */
import { workerData } from 'node:worker_threads';
import type { AnswerTask } from './answer-thread.ts';
import { pageQuestions } from './cost-answers.ts';
import { loadCosts } from './costs.ts';

const { root, wanted } = workerData as AnswerTask;
const { costs } = await loadCosts(root, wanted);
for (const ask of pageQuestions(costs)) ask();
