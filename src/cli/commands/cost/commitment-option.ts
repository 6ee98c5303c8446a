import { PAYMENTS as BY_WORD } from '#cost/explore/payments.ts';
import type { Payment, PriceBook, Term } from '#cost/prices/book.ts';
import { type Commitment, isOf, type PricingPolicy } from '#cost/prices/pricing.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { UsageError } from '../../program.ts';

/** What `--commitment` decides: one commitment for all services, and those of single ones. */
export type Commitments = Pick<PricingPolicy, 'commitment' | 'commitments'>;

const TERMS = ['none', '1y', '3y'] as const satisfies readonly ('none' | Term)[];
const PAYMENTS: Readonly<Record<string, Payment>> = BY_WORD;

/**
 * Reads `--commitment`: `1y`, `3y:all-upfront:70%`, `Amazon RDS=3y,1y`. A part is a service (none for
 * all of them), a term, a payment and the share of use that is covered.
 */
export function readCommitments(text: string): Commitments {
  const parts = text.split(',').map(readPart);
  const general = parts.filter(({ service }) => service === undefined);
  const services = parts.flatMap(({ service = [] }) => service);
  const twice = services.find((name, index) => services.indexOf(name) < index);
  if (general.length > 1 || twice !== undefined) {
    const what = twice === undefined ? 'all services' : `\`${twice}\``;
    throw new UsageError(`--commitment says twice what ${what} is committed for.`);
  }
  const commitments = parts.flatMap(({ service, commitment }) =>
    service === undefined || !commitment ? [] : [{ ...commitment, services: [service] }],
  );
  const none = parts.find(({ service, commitment }) => service !== undefined && !commitment);
  if (none) {
    throw new UsageError(`--commitment: leave \`${none.service}\` out, and it is on demand.`);
  }
  return {
    ...(general[0]?.commitment && { commitment: general[0].commitment }),
    ...(commitments.length > 0 && { commitments }),
  };
}

/** A service that no price is of is wrong usage. */
export function checkServices({ commitments = [] }: Commitments, { prices }: PriceBook): void {
  const all = [...prices.values()];
  for (const service of commitments.flatMap(({ services = [] }) => services)) {
    if (all.some((price) => isOf(price, service))) continue;
    const known = new Set(all.flatMap(({ id, service: name }) => [name, id.split('.')[0] ?? '']));
    const hint = didYouMean(service, known) ?? '`cost --list-meters` has the services.';
    throw new UsageError(`--commitment: no price is of a service \`${service}\`. ${hint}`);
  }
}

/** `committed for 1y`, `on demand, rds committed for 3y, all upfront, 70 %`. */
export function commitmentText({ commitment, commitments = [] }: Commitments): string {
  const general = commitment ? `committed for ${termsText(commitment)}` : 'on demand';
  const own = commitments.map((item) => `${item.services?.join(' and ')} for ${termsText(item)}`);
  return [general, ...own].join(', ');
}

function termsText({ term, payment, coverage = 1 }: Commitment): string {
  const paid = payment === undefined ? '' : ` ${payment.replace('_', ' ')}`;
  const share = coverage < 1 ? ` at ${Number((coverage * 100).toFixed(2))}\u00A0%` : '';
  return `${term}${paid}${share}`;
}

function readPart(text: string): {
  readonly service: string | undefined;
  readonly commitment: Commitment | undefined;
} {
  const [, service, terms = ''] = /^(?:([^=]+)=)?(.*)$/.exec(text.trim()) ?? [];
  const [word = '', ...more] = terms.split(':');
  const term = TERMS.find((known) => known === word);
  if (term === undefined) {
    const hint = didYouMean(word, TERMS) ?? `It takes ${TERMS.join(', ')}.`;
    throw new UsageError(`--commitment does not know \`${word}\`. ${hint}`);
  }
  if (term === 'none' && more.length > 0) {
    throw new UsageError('--commitment: `none` has no payment and covers nothing.');
  }
  const details = more.map((detail) => readDetail(detail));
  const commitment = term === 'none' ? undefined : Object.assign({ term }, ...details);
  return { service: service?.trim(), commitment };
}

function readDetail(text: string): Pick<Commitment, 'payment' | 'coverage'> {
  const payment = Object.hasOwn(PAYMENTS, text) ? PAYMENTS[text] : undefined;
  if (payment) return { payment };
  const share = /^(\d{1,3}(?:\.\d{1,2})?)%$/.exec(text)?.[1];
  if (share !== undefined && Number(share) > 0 && Number(share) <= 100) {
    return { coverage: Number(share) / 100 };
  }
  const hint =
    didYouMean(text, Object.keys(PAYMENTS)) ??
    `It takes ${Object.keys(PAYMENTS).join(', ')}, or a share such as 70%.`;
  throw new UsageError(`--commitment does not know \`${text}\`. ${hint}`);
}
