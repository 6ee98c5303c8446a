import { degreeOf } from './degree.ts';

/** What money and counts are multiplied with. */
type Ratio = number;

/** Amounts of money: `$1,234.56`, `$9K`, `€ 2 million`. */
const MONEY =
  /(?<![\w.])((?:US)?[$€£] ?)(\d[\d,]*(?:\.\d+)?)( ?(?:[KkMBb]|thousand|million|billion))?(?![\w%]|[.,]\d)/g;
/** Counts from a thousand on: `500,000`, `500K`, `2 million`; and in identifiers `live500k`. */
const COUNT =
  /(?<![\w.,$€£]|[A-Za-z][-_])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?= ?(?:[KkM]|thousand|million|billion)\b))( ?(?:[KkM]|thousand|million|billion))?(?![\w%]|[.,]\d)/g;
const IN_NAMES = /(?<=[A-Za-z][-_]?)(\d+)([kK])(?![A-Za-z0-9])/g;
/** Numbers of users as components, lists and addresses ask for them. */
const ASKED = /(\b(?:users\w*|entries)(?:: ?|=)(?:\{|\[)?)(\d[\d_]*(?:, *\d[\d_]*)*)/g;

/** What comes behind a price of one: `/GB`, `a user`, `per request`. */
const FOR_ONE = /^ ?(?:\/ ?|(?:per|an?|for (?:an?|each|every)) )([\w-]+)/;
/** What comes before a count that something is given for: `per 1,000 requests`. */
const OF_SO_MANY = /\b(?:per|every|each|next|an?) $/;
/** What comes behind a length of time or a share. */
const NOT_A_COUNT = /^ ?(%|[A-Za-z]+)/;

/**
 * A text with its money and counts multiplied: amounts, and numbers from a thousand on that are written
 * as such (`1,200`, `500K`). Shares, lengths of time, prices of one and years stay, and so do smaller
 * numbers: of these a text does not say whether they count something or order it.
 */
export function withRatio(text: string, ratio: Ratio): string {
  return text
    .replace(ASKED, (_, before: string, numbers: string) => {
      const scaled = numbers.replace(/\d[\d_]*/g, (one) =>
        String(Math.round(Number(one.replaceAll('_', '')) * ratio)),
      );
      return `${before}${scaled}`;
    })
    .replace(MONEY, (all: string, sign: string, number: string, size = '', ...rest) => {
      const [at, whole] = placeOf(rest);
      const one = FOR_ONE.exec(whole.slice(at + all.length))?.[1];
      if (one !== undefined && degreeOf(one) !== 0) return all;
      return `${sign}${times(number, ratio, size)}${size}`;
    })
    .replace(COUNT, (all: string, number: string, size = '', ...rest) => {
      const [at, whole] = placeOf(rest);
      if (OF_SO_MANY.test(whole.slice(Math.max(0, at - 8), at))) return all;
      const unit = NOT_A_COUNT.exec(whole.slice(at + all.length))?.[1] ?? 'things';
      return degreeOf(unit) === 0 ? all : `${times(number, ratio, size)}${size}`;
    })
    .replace(IN_NAMES, (_, number: string, size: string) => {
      return `${Math.round(Number(number) * ratio)}${size}`;
    });
}

/** The place of a match and the text that it is in: the last two of what `replace` hands over. */
function placeOf(rest: readonly unknown[]): [number, string] {
  const [at, whole] = rest.slice(-2);
  return [Number(at), String(whole)];
}

/** A number times the ratio, in the form in which it was written. */
function times(number: string, ratio: Ratio, size: string): string {
  const value = Number(number.replaceAll(',', '')) * ratio;
  if (size !== '') return String(Number(value.toPrecision(3)));
  const decimals = /\.(\d+)/.exec(number)?.[1]?.length ?? 0;
  const [whole = '', part] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** A text of YAML that is a number but for its separators, which it may lose. */
const BARE = /^(\s*(?:- )?[\w-]+: +)(\d{1,3}(?:,\d{3})+)$/gm;

/** YAML with its money and counts multiplied: what was a text stays one. */
export function yamlWithRatio(text: string, ratio: Ratio): string {
  return withRatio(text.replace(BARE, '$1"$2"'), ratio);
}

/** What holds to the last digit does not, with other digits: it then holds as roughly as these are rounded. */
const ROUNDED = /\b(tolerance:) rounding\b/g;
/** Keys of `claims.yaml` whose figures are calculated with. */
const CALCULATED = /^(\s*(?:- )?(?:\{ ?)?)(claimed|computed|facts|meters):/;
const FIGURE =
  /(?<![\w.,-])(\$ ?)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)((?: ?([A-Za-z%][\w-]*))?(?: ?\/ ?([A-Za-z][\w-]*))?)(?![\d.])/g;

/**
 * `claims.yaml` with its figures multiplied: what is calculated with unit by unit and exactly, so that what
 * held still holds; the rest as in any text.
 */
export function claimsWithRatio(text: string, ratio: Ratio): string {
  let within: number | undefined;
  return text
    .replace(ROUNDED, '$1 50 %')
    .split('\n')
    .map((line) => {
      const indent = /^\s*(?:- )?/.exec(line)?.[0].length ?? 0;
      if (within !== undefined && indent <= within && line.trim() !== '') within = undefined;
      const isKey = CALCULATED.exec(line);
      if (isKey && /:\s*$/.test(line)) within = indent;
      const inline = /(?:claimed|computed|facts|meters|total)[^#]*$/.exec(line);
      if (within !== undefined && !isKey) return exactly(line, ratio);
      if (isKey || /\b(?:claimed|computed|meters|facts):/.test(line)) {
        const at = inline?.index ?? 0;
        return withRatio(line.slice(0, at), ratio) + exactly(line.slice(at), ratio);
      }
      return withRatio(line, ratio);
    })
    .join('\n');
}

function exactly(text: string, ratio: Ratio): string {
  return text.replace(
    FIGURE,
    (all, sign: string | undefined, number: string, tail: string, num, den) => {
      const degree =
        sign === undefined ? (num === undefined ? 0 : degreeOf(num, den)) : degreeOf('$', den);
      if (degree === 0) return all;
      const value = Number(number.replaceAll(',', '')) * ratio ** degree;
      return `${sign ?? ''}${Number(value.toPrecision(12))}${tail}`;
    },
  );
}
