import type { Payment } from '../prices/book.ts';

/** How a commitment is paid, as options and addresses say it. */
export const PAYMENTS = {
  'no-upfront': 'no_upfront',
  'partial-upfront': 'partial_upfront',
  'all-upfront': 'all_upfront',
} as const satisfies Readonly<Record<string, Payment>>;

/** `any` leaves it to the price book: nothing upfront where there is such a rate, else the cheapest. */
export type PaymentWord = keyof typeof PAYMENTS | 'any';

export const PAYMENT_WORDS = [
  'any',
  'no-upfront',
  'partial-upfront',
  'all-upfront',
] as const satisfies readonly PaymentWord[];
