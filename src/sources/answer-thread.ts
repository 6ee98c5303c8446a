import { Worker } from 'node:worker_threads';
import { CACHE_VARIABLE, cacheFolder } from './cache.ts';
import type { Wanted } from './costs.ts';

/** What the thread works on. */
export interface AnswerTask {
  readonly root: string;
  readonly wanted: Wanted;
}

/**
 * Has a thread answer what pages will ask of a folder's models, into the cache: whoever asks finds the
 * answer there, or works it out. Says whether it began: without a cache nobody would hear of it.
 */
export function beginAnswers(task: AnswerTask): boolean {
  const folder = cacheFolder(process.env, process.cwd());
  if (folder === undefined) return false;
  const { root, wanted } = task;
  const worker = new Worker(new URL('./answer-worker.ts', import.meta.url), {
    workerData: { root, wanted },
    // A build goes to another folder meanwhile.
    env: { ...process.env, [CACHE_VARIABLE]: folder },
    // A model that prints has printed already.
    stdout: true,
    stderr: true,
  });
  // Answers that do not come are worked out by who asks, and that is where what is wrong is told.
  worker.on('error', () => {});
  worker.unref();
  return true;
}
