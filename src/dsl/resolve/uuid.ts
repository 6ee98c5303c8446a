/**
 * The reference gives random UUIDs to what has no name. Ours are made from a counter, so that the
 * same text gives the same bytes; `space` keeps those of different uses apart.
 */
export function madeUpUuid(space: 'element' | 'text', number: number): string {
  const variant = space === 'element' ? '8000' : '9000';
  return `00000000-0000-4000-${variant}-${String(number).padStart(12, '0')}`;
}

/** Whether a text holds an identifier that nobody wrote. */
export function hasUuid(text: string): boolean {
  return /[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}/.test(text);
}
