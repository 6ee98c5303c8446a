import { MAX_USERS } from '../engine/options.ts';

/** The preferred numbers of a decade (ISO 3, R40): 6 % apart, with 1, 2 and 5 among them. */
const DECADE: readonly number[] = [
  100, 106, 112, 118, 125, 132, 140, 150, 160, 170, 180, 190, 200, 212, 224, 236, 250, 265, 280,
  300, 315, 335, 355, 375, 400, 425, 450, 475, 500, 530, 560, 600, 630, 670, 710, 750, 800, 850,
  900, 950,
];

/** The last step of the slider: from 1,000 users at step 0 to 5 million, in equal ratios. */
export const LAST_STEP = 148;

/** The users at a step of the slider. */
export function usersAt(step: number): number {
  return (DECADE[step % DECADE.length] ?? 0) * 10 ** (1 + Math.floor(step / DECADE.length));
}

/** The step of the slider that is nearest to a number of users, in ratio. */
export function stepOf(users: number): number {
  const guess = Math.round(DECADE.length * Math.log10(users / usersAt(0)));
  const distance = (step: number) => Math.abs(Math.log(usersAt(step) / users));
  return [guess - 1, guess, guess + 1]
    .map((step) => Math.min(Math.max(step, 0), LAST_STEP))
    .reduce((best, step) => (distance(step) < distance(best) ? step : best));
}

const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };

/**
 * A number of users as people write it: `500000`, `500,000`, `500 000`, `500k`, `1.5M`. None where it
 * is not a whole number from 1 to 10 billion.
 */
export function readUsers(text: string): number | undefined {
  // Blanks that do not break and narrow ones become plain ones.
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const match = /^(\d+|\d{1,3}(?:([ ,'’_])\d{3})(?:\2\d{3})*)(\.\d+)? ?([kmb]?)$/.exec(plain);
  if (!match) return undefined;
  const [, whole = '', , fraction = '', factor = ''] = match;
  if (fraction !== '' && factor === '') return undefined;
  const exact = Number(whole.replace(/\D/g, '') + fraction) * (FACTORS[factor] ?? 1);
  const users = Math.round(exact);
  const isWhole = Math.abs(exact - users) < 1e-6 * Math.max(1, exact * 1e-6);
  return isWhole && users >= 1 && users <= MAX_USERS ? users : undefined;
}
