import { describe, expect, it, vi } from 'vitest';
import { split } from '#cost/engine/split.ts';
import { costAnswers } from '#sources/cost-answers.ts';
import { BOOK, smallModel } from '../cost/support.ts';

const USERS = [200, 400] as const;
const setting = { priceBook: BOOK };

describe('the answers of a model', () => {
  it('are worked out when they are asked for, once', () => {
    const model = smallModel();
    const run = vi.fn(model.run);
    const answers = costAnswers({ ...model, run }, setting, USERS);
    expect(run).not.toHaveBeenCalled();
    const first = answers.curve();
    const runs = run.mock.calls.length;
    expect(runs).toBeGreaterThan(0);
    expect(answers.curve()).toBe(first);
    expect(run).toHaveBeenCalledTimes(runs);
  });

  it('are those of the engine, at both sizes', () => {
    const model = smallModel();
    const answers = costAnswers(model, setting, USERS);
    expect(answers.splits()?.[1]).toEqual(split(model, { ...setting, users: 400 }));
    expect(answers.ranges()?.map(({ draws }) => draws)).toEqual([3_000, 3_000]);
    expect(answers.swings()?.map(({ driver }) => driver)).toEqual(['traffic', 'hits']);
    expect(answers.next()?.users).toBe(1000);
    // From the smaller size where that is below the usual start.
    const users = answers.curve()?.points.map((point) => point.users);
    expect([users?.[0], users?.at(-1)]).toEqual([200, 5_000_000]);
    expect(users).toContain(400);
    expect(answers.pairs()).toMatchObject([
      { choice: 'Disk', taken: 'small', options: [{ option: 'small' }, { option: 'large' }] },
    ]);
  });

  it('are missing where the model stops', () => {
    const model = smallModel();
    const run: typeof model.run = (input) => {
      if (input.users > 1e6) throw new Error('Nobody has so many.');
      return model.run(input);
    };
    const answers = costAnswers({ ...model, run }, setting, USERS);
    expect(answers.curve()).toBeUndefined();
    expect(answers.splits()).toHaveLength(2);
  });
});
