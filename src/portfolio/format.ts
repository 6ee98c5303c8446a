import { formatCount } from '#cost/report/figures.ts';

// Pages take figures from here, where dates and counts are; the browser's explorer from there.
export {
  formatCents,
  formatCount,
  formatMoney,
  formatPerUser,
  formatQuantity,
  formatShare,
  formatUnitPrice,
  formatUsers,
  formatWithUnit,
} from '#cost/report/figures.ts';

/** `2026-11-21` as `21 November 2026`. */
export function formatDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `1 drawing`, `11 drawings`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Seconds as `1:05`; nothing for none. */
export function formatClock(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
