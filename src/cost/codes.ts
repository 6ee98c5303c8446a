import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** Every finding of the cost engine. Codes are permanent: authors and tests name them. */
export const COST_CODES = {
  'cost-book-invalid': { severity: 'error', meaning: 'A price book does not follow its schema.' },
  'cost-book-duplicate': { severity: 'error', meaning: 'A price book lists a dimension twice.' },
  'cost-book-tier-order': {
    severity: 'error',
    meaning: 'Steps of a price ladder overlap: each must end above the one before.',
  },
  'cost-book-tier-gap': {
    severity: 'error',
    meaning: 'A price ladder has no steps, or a step without an end before its last.',
  },
  'cost-book-unknown-source': {
    severity: 'warning',
    meaning: 'A price names a source that its book does not list.',
  },
  'cost-prices-invalid': {
    severity: 'error',
    meaning: "The author's price file does not follow its schema.",
  },
  'cost-prices-unknown-dimension': {
    severity: 'error',
    meaning: "The author's price file names a dimension that no book has.",
  },
  'cost-prices-unknown-region': {
    severity: 'error',
    meaning: "The author's price file names a region without a book.",
  },
  'cost-prices-weak': {
    severity: 'warning',
    meaning: 'More of a total than is accepted rests on prices that are old or of low confidence.',
  },
  'cost-model-missing': {
    severity: 'error',
    meaning: 'A file of cost-models/ does not export a cost model.',
  },
  'cost-model-duplicate': { severity: 'error', meaning: 'Two cost models have the same id.' },
  'cost-model-invalid': { severity: 'error', meaning: 'A part of a cost model makes no sense.' },
  'cost-model-threw': { severity: 'error', meaning: 'A cost model stopped with an exception.' },
  'cost-model-timeout': { severity: 'error', meaning: 'A cost model ran longer than it may.' },
  'cost-driver-range': {
    severity: 'error',
    meaning: 'A driver must have finite values with low <= likely <= high, none negative.',
  },
  'cost-driver-reason': {
    severity: 'error',
    meaning: 'A driver has no reason for its values.',
  },
  'cost-driver-inverted': {
    severity: 'warning',
    meaning: 'More of a driver costs less, so the scenarios are not ordered.',
  },
  'cost-unit-mismatch': {
    severity: 'error',
    meaning: 'A model combines units that do not fit, or meters another unit than is billed.',
  },
  'cost-quantity-invalid': {
    severity: 'error',
    meaning: 'A quantity is negative, infinite or not a number.',
  },
  'cost-dimension-unknown': {
    severity: 'error',
    meaning: 'A line names a dimension that no price book has.',
  },
  'cost-dimension-unpriced': {
    severity: 'error',
    meaning: 'The region has no price for a dimension that the model needs.',
  },
  'cost-region-unknown': {
    severity: 'error',
    meaning: 'The configuration names a region that no price book has.',
  },
  'cost-service-closed': {
    severity: 'error',
    meaning: 'A line rests on a service that new customers cannot buy.',
  },
  'cost-service-kept': {
    severity: 'warning',
    meaning: 'A line rests on a service that new customers cannot buy, and says why.',
  },
  'cost-ladder-end': {
    severity: 'warning',
    meaning: 'A quantity is above the last sourced step of its price ladder.',
  },
  'cost-capacity-exceeded': {
    severity: 'warning',
    meaning: 'The design does not carry this many users; its cost is a lower bound.',
  },
  'cost-budget-exceeded': { severity: 'error', meaning: 'The monthly total is above the budget.' },
  'claim-figure': {
    severity: 'error',
    meaning: 'A claim’s figure, quantity or tolerance cannot be read.',
  },
  'claim-expression': {
    severity: 'error',
    meaning: 'An expression of a file of claims cannot be worked out.',
  },
  'claim-reference': {
    severity: 'error',
    meaning: 'An expression names a figure that its file lacks.',
  },
  'claim-circular': { severity: 'error', meaning: 'A figure of a file of claims rests on itself.' },
  'claim-unit': {
    severity: 'error',
    meaning: 'A claim and what it is held against count different things.',
  },
  'claim-dimension': {
    severity: 'error',
    meaning: 'A claim is held against a dimension that the price book lacks.',
  },
  'claim-region': {
    severity: 'error',
    meaning: 'A file of claims names a region that no price book has.',
  },
  'claim-model': {
    severity: 'error',
    meaning: 'A claim is held against a cost model, or a part of it, that does not exist.',
  },
  'claim-reason': {
    severity: 'error',
    meaning: 'A claim differs from what it comes to, or is held against nothing, without a reason.',
  },
  'claim-total': {
    severity: 'error',
    meaning: 'The lines of an estimate do not add up to its total, and nothing says why.',
  },
} as const satisfies CodeTable;

/** Words a finding of the cost engine. */
export const finding = diagnosticsOf(COST_CODES);
