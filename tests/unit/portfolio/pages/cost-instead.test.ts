import { expect, it } from 'vitest';
import { insteadTable } from '#portfolio/pages/cost-instead.ts';
import { costOf } from '../../../support/portfolios.ts';

const PARTS = [
  { element: 'shop.web', title: 'Web', small: 10, large: 40 },
  { element: 'shop.db', title: 'Database', small: 130, large: 400 },
  { element: 'shop.mail', title: 'Mail', small: 1, large: 5 },
];
const other = costOf('shop', [
  { ...PARTS[0]!, large: 70 },
  { ...PARTS[1]!, large: 90 },
  { ...PARTS[2]! },
  { element: 'shop.queue', title: 'Queue', small: 0, large: 3 },
]).large;
const [first] = other.components;
const note = 'Nobody new can buy it.';
const closed = {
  ...other,
  components: [
    {
      ...first!,
      lines: [first!.lines[0]!, first!.lines[0]!].map((line) => ({ ...line, notes: [note] })),
    },
    ...other.components.slice(1),
  ],
};
const cost = costOf('shop', PARTS, {
  alternatives: new Map([['spot', closed]]),
  parameters: {
    drivers: {},
    choices: {
      machines: {
        label: 'Machines',
        options: { demand: 'at any time', spot: 'while there are some' },
        taken: 'demand',
      },
    },
  },
});

it('puts two options side by side, with what differs most at the top', () => {
  expect(insteadTable(cost, 'spot')).toMatchObject({
    choice: 'Machines',
    taken: 'at any time',
    instead: 'while there are some',
    rows: [
      { title: 'Database', taken: 400, instead: 90 },
      { title: 'Web', taken: 40, instead: 70 },
      { title: 'Queue', taken: 0, instead: 3 },
    ],
    same: 5,
    total: { taken: 445, instead: 168 },
  });
});

it('says once what is to be known of the other option’s lines', () => {
  const service = closed.components[0]?.lines[0]?.service;
  expect(insteadTable(cost, 'spot')?.remarks).toEqual([{ service, notes: [note] }]);
});

it.each(['spto', 'demand'])('has nothing for `%s`, which is no other option', (option) => {
  expect(insteadTable(cost, option)).toBeUndefined();
});
