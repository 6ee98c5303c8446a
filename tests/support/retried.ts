import { relative } from 'node:path';
import type { Reporter } from 'vitest/node';

/** Names each test that passed only when it was asked a second time, so that none goes unseen. */
export function retried(root: string): Reporter {
  return {
    onTestCaseResult(test) {
      if (!test.diagnostic()?.flaky) return;
      console.log(`asked twice: ${relative(root, test.module.moduleId)} > ${test.fullName}`);
    },
  };
}
