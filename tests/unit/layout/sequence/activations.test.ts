import { describe, expect, it } from 'vitest';
import { activationsOf, type Message } from '#layout/sequence/activations.ts';

/** Steps as `01` (who calls whom) and `10<` for an answer, each 100 pixels below the one before. */
function messages(steps: string): Message[] {
  return steps.split(' ').map((step, index) => ({
    from: Number(step[0]),
    to: Number(step[1]),
    y: 100 * (index + 1),
    response: step.endsWith('<'),
  }));
}

/** Where each participant works, one after the other: `0: 100-200 400-512`. */
function work(steps: string): string[] {
  const stretches = activationsOf(messages(steps), new Set());
  const columns = [...new Set(stretches.map(({ column }) => column))].sort();
  return columns.map((column) => {
    const own = stretches.filter((stretch) => stretch.column === column);
    const rows = own.toSorted((a, b) => a.from - b.from).map(({ from, to }) => `${from}-${to}`);
    return `${column}: ${rows.join(' ')}`;
  });
}

describe('a participant works', () => {
  it.each([
    ['from a call to its answer', '01 10<', ['0: 100-212', '1: 100-200']],
    [
      'without an answer until its caller goes on',
      '01 02',
      ['0: 100-212', '1: 100-112', '2: 200-212'],
    ],
    [
      'without an answer no longer than its caller',
      '01 12 10< 32 23<',
      ['0: 100-312', '1: 100-300', '2: 200-212 400-500', '3: 400-512'],
    ],
    [
      'not while others do, when it has its answer and nobody called it',
      '01 10< 23 01 10<',
      ['0: 100-212 400-512', '1: 100-200 400-500', '2: 300-312', '3: 300-312'],
    ],
    [
      'on, when its own next step follows its answer',
      '01 10< 01 10<',
      ['0: 100-412', '1: 100-200 300-400'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(work(steps)).toEqual(expected);
  });
});
