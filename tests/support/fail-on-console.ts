import { afterEach, expect, vi } from 'vitest';

/** Pure code prints nothing: a call of console is a failure of the test that caused it. */
const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
const spies = methods.map((method) => vi.spyOn(console, method));

afterEach(() => {
  for (const [index, spy] of spies.entries()) {
    expect(spy.mock.calls, `console.${methods[index]} was called`).toEqual([]);
    spy.mockClear();
  }
});
