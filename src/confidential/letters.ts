/**
 * Letters of other scripts that look like a Latin one, from the confusables of Unicode TS 39. Full width,
 * mathematical and accented letters are found by decomposition and need no table.
 */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  A: 'АΑᎪ',
  B: 'ВΒᏴ',
  C: 'СϹᏟ',
  D: 'ᎠĐ',
  E: 'ЕΕᎬ',
  G: 'ԌᏀ',
  H: 'НΗᎻ',
  I: 'ІΙӀ',
  J: 'ЈᎫ',
  K: 'КΚᏦ',
  L: 'ᏞŁ',
  M: 'МΜᎷ',
  N: 'Ν',
  O: 'ОΟØ',
  P: 'РΡᏢ',
  R: 'Ꭱ',
  S: 'ЅᏚ',
  T: 'ТΤᎢ',
  V: 'ѴᏙ',
  W: 'ԜᎳ',
  X: 'ХΧ',
  Y: 'УΥҮ',
  Z: 'ΖᏃ',
  a: 'аαɑ',
  b: 'Ьв',
  c: 'сϲ',
  d: 'ԁđ',
  e: 'еє℮',
  g: 'ɡԍ',
  h: 'һн',
  i: 'іιı',
  j: 'јϳ',
  k: 'кκĸ',
  l: 'ӏł',
  m: 'м',
  n: 'пη',
  o: 'оοσøօ',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'νѵ',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγү',
};

/** Where letters of compatible forms stand: all of the first plane, and the mathematical alphabets. */
const RANGES = [
  [0xa0, 0xd7ff],
  [0xf900, 0xffef],
  [0x1d400, 0x1d7ff],
  [0x1f110, 0x1f189],
] as const;

/** A letter or digit without accent and width, its case kept; of `ﬁ` both letters. */
export function plainForm(character: string): string {
  return character.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Which characters are read as a letter or digit, by it: `k` holds `к`, `ｋ`, `𝐤` and `ḱ`. */
export type LookAlikes = ReadonlyMap<string, string>;

/** Looks all of them up; done once for any number of names. */
export function lookAlikes(): LookAlikes {
  const found = new Map<string, string>(Object.entries(LOOK_ALIKE));
  for (const [from, to] of RANGES) {
    for (let code = from; code <= to; code++) {
      const character = String.fromCodePoint(code);
      const plain = plainForm(character);
      if (/^[A-Za-z0-9]$/.test(plain)) found.set(plain, `${found.get(plain) ?? ''}${character}`);
    }
  }
  return found;
}

/** A text without anything but letters and digits, each as the plain small one that it is read as. */
export function squeezer(alike: LookAlikes): (text: string) => string {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0xd800; code++) {
    const character = String.fromCharCode(code);
    if (/[\p{L}\p{N}]/u.test(character)) table[code] = plainCode(character);
  }
  for (const [plain, others] of alike) {
    for (const one of others) if (one.length === 1) table[one.charCodeAt(0)] = plainCode(plain);
  }
  return (text) => {
    const codes = new Uint16Array(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      const code = table[text.charCodeAt(at)] ?? 0;
      if (code !== 0) codes[length++] = code;
    }
    return new TextDecoder('utf-16').decode(codes.subarray(0, length));
  };
}

function plainCode(character: string): number {
  return plainForm(character).toLowerCase().charCodeAt(0);
}
