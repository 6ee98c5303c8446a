import { describe, expect, it } from 'vitest';
import { packSource } from '#cost/engine/pack-source.ts';
import {
  addressOf,
  commandOf,
  commitmentOf,
  initialState,
  type Offer,
  readAddress,
} from '#cost/explore/state.ts';
import { LAST_STEP, readUsers, stepOf, usersAt } from '#cost/explore/users.ts';
import { Source } from '#diagnostics/source.ts';

describe('a number of users as people write it', () => {
  it.each([
    ['500000', 500_000],
    ['500,000', 500_000],
    ['1,234,567', 1_234_567],
    ['500 000', 500_000],
    ['500\u00A0000', 500_000],
    ['500\u202F000', 500_000],
    ["500'000", 500_000],
    [' 500k ', 500_000],
    ['500 K', 500_000],
    ['1M', 1_000_000],
    ['1.5m', 1_500_000],
    ['1.1M', 1_100_000],
    ['0.5k', 500],
    ['2.345678M', 2_345_678],
    ['10b', 1e10],
    ['1', 1],
    ['10000000000', 1e10],
  ])('%j is %d', (text, users) => {
    expect(readUsers(text)).toBe(users);
  });

  it.each([
    '',
    '0',
    '-5',
    '1.5',
    '1.2345k',
    '0.0001k',
    'NaN',
    'Infinity',
    '1e11',
    '1e5',
    '10000000001',
    '11b',
    '50,00',
    '1,000 000',
    '500.000',
    ',500',
    '5 5',
    'k',
    'lots',
    '½',
    '0x10',
  ])('%j is none', (text) => {
    expect(readUsers(text)).toBeUndefined();
  });
});

describe('the slider', () => {
  it('goes from 1,000 to 5 million in steps of about 6 %, with the sizes of the portfolio on it', () => {
    const all = Array.from({ length: LAST_STEP + 1 }, (_, step) => usersAt(step));
    expect([all[0], all.at(-1)]).toEqual([1000, 5_000_000]);
    for (const users of [10_000, 100_000, 500_000, 1_000_000]) expect(all).toContain(users);
    for (const [step, users] of all.entries()) {
      expect(stepOf(users)).toBe(step);
      const ratio = (all[step + 1] ?? users * 1.06) / users;
      expect(ratio).toBeGreaterThan(1.04);
      expect(ratio).toBeLessThan(1.08);
    }
  });

  it.each([
    [1, 0],
    [999, 0],
    [1e10, LAST_STEP],
    [501_000, stepOf(500_000)],
  ])('stands nearest to %d users', (users, step) => {
    expect(stepOf(users)).toBe(step);
  });
});

const offer: Offer = {
  model: 'shop',
  regions: ['us-east-1', 'eu-west-1'],
  currencies: ['USD', 'EUR'],
  choices: {
    traffic: { label: 'Traffic', options: { nat: 'NAT', endpoints: 'Endpoints' }, taken: 'nat' },
    peak: { label: 'Peak', options: { sale: 'Sale', evening: 'Evening' }, taken: 'sale' },
  },
};
const initial = initialState(500_000, 'us-east-1', offer.choices);

describe('a state', () => {
  it.each([
    [{}, 'users=500000&region=us-east-1', ''],
    [
      { users: 7, region: 'eu-west-1', commitment: '3y', scenario: 'low', freeTier: true },
      'users=7&region=eu-west-1&commitment=3y&scenario=low&free-tier=yes',
      ' --commitment 3y --scenario low --free-tier',
    ],
    [
      { commitment: '1y', payment: 'all-upfront', coverage: 70, currency: 'EUR' },
      'users=500000&region=us-east-1&commitment=1y&payment=all-upfront&coverage=70&currency=EUR',
      ' --commitment 1y:all-upfront:70% --currency EUR',
    ],
    [
      { choices: { traffic: 'endpoints', peak: 'evening' } },
      'users=500000&region=us-east-1&choose=endpoints,evening',
      ' --choose endpoints,evening',
    ],
  ] as const)('%j is written as an address and as a command', (changes, address, options) => {
    const state = { ...initial, ...changes };
    expect(addressOf(state, offer)).toBe(address);
    expect(readAddress(`#${address}`, offer, initial)).toEqual({ state, problems: [] });
    expect(commandOf(state, offer)).toBe(
      `npm run cost -- --model shop --users ${state.users} --region ${state.region}${options}`,
    );
  });

  it('leaves payment and share out where nothing is committed', () => {
    const state = { ...initial, payment: 'all-upfront', coverage: 70 } as const;
    expect(addressOf(state, offer)).toBe('users=500000&region=us-east-1');
    expect(commandOf(state, offer)).not.toMatch(/upfront|%/);
    expect(commitmentOf(state)).toBeUndefined();
  });

  it.each(['', '#', '#main', '#region=eu-west-1'])('is not in the address %j', (hash) => {
    expect(readAddress(hash, offer, initial)).toBeUndefined();
  });

  it.each([
    ['users=0', 1],
    ['users=1.5&region=moon-1&commitment=9y&scenario=best&free-tier=maybe&choose=warp', 6],
    ['users=500000&payment=gold&coverage=0&currency=XAU', 3],
    ['users=10000000001', 1],
    ['users=', 1],
    ['users=500000&choose=', 1],
  ])('is what can be followed of %j, and says what can not', (address, count) => {
    const read = readAddress(address, offer, initial);
    expect(read?.state).toEqual(initial);
    expect(read?.problems).toHaveLength(count);
  });
});

describe('a source with a few words left in it', () => {
  it('has them where they were, with their neighbours', () => {
    const text = "a: 1,\r\n  price: line('x', 's3.one'),\n// price of it\n";
    const { text: kept } = packSource(new Source('model.ts', text), ['price', 's3.one']);
    expect(kept).toBe("\r\n~ price:~~~~~~~~~~~'s3.one'\n~~ price \n");
  });
});
