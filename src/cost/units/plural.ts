/**
 * A unit as a reader expects it behind a number: `1 address`, `164 addresses`, `20 events/s`,
 * `730 instance-hours`. Symbols stay as they are: `GB`, `vCPU-ms`, `LCU`.
 */
export function unitAfter(quantity: number, unit: string): string {
  if (quantity === 1) return unit;
  const [num = '', ...over] = unit.split('/');
  return [pluralOf(num), ...over].join('/');
}

/** The last word is the one that counts: `instance-hours`, `state transitions`. */
function pluralOf(noun: string): string {
  const word = /[^ -]+$/.exec(noun)?.[0] ?? '';
  if (word === '' || /[A-Z0-9]|^m?s$/.test(word)) return noun;
  if (/[^aeiou]y$/.test(word)) return `${noun.slice(0, -1)}ies`;
  return `${noun}${/(s|x|ch|sh)$/.test(word) ? 'es' : 's'}`;
}

/**
 * The same in words, for a sentence: `images a screen`, `kB a request`, `events/s`. A ratio has none.
 */
export function unitInWords(quantity: number, unit: string): string {
  if (unit === 'ratio') return '';
  const [num = '', ...over] = unitAfter(quantity, unit).split('/');
  const words = over.map((word) => {
    const isSymbol = /[A-Z0-9]|^m?s$/.test(word);
    return isSymbol ? `/${word}` : ` ${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
  });
  return [num, ...words].join('');
}
