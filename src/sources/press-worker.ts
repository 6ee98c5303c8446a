/**
 * The thread that prints: cards as PNG, carousels as PDF. One job after the other, in the order in which
 * they were asked for; the answer has the number of its job.
 */
import { parentPort } from 'node:worker_threads';
import { keepCompiled } from './compiled.ts';
import type { Bytes, PrintJob } from './print.ts';

/** What the thread is asked. */
export interface PrintRequest {
  readonly id: number;
  readonly job: PrintJob;
}

/** What it answers. */
export type PrintAnswer =
  | { readonly id: number; readonly bytes: Bytes }
  | { readonly id: number; readonly fault: string };

keepCompiled();
const { createPrint } = await import('./print.ts');
const print = createPrint();
let last = Promise.resolve();

parentPort?.on('message', ({ id, job }: PrintRequest) => {
  last = last.then(async () => {
    try {
      const bytes = await print(job);
      parentPort?.postMessage({ id, bytes } satisfies PrintAnswer, [bytes.buffer]);
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, fault } satisfies PrintAnswer);
    }
  });
});
