import { didYouMean } from '#diagnostics/suggest.ts';
import type { Decimal } from '../money/decimal.ts';
import { fromDecimal, isOutsized, minus, over, plus, type Rational, times } from './rational.ts';
import { combined, isSame, type Measure, readUnit, wordsOf } from './units.ts';

/** An exact number with what it counts, in base units. */
export interface Amount {
  readonly value: Rational;
  readonly measure: Measure;
}

/** What is wrong with a text, and where in it. */
export interface Fault {
  readonly code:
    | 'claim-expression'
    | 'claim-reference'
    | 'claim-circular'
    | 'claim-unit'
    /** Something that it refers to is faulty, and was told of there. */
    | 'told';
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string | undefined;
}

/** What a name in an expression stands for. */
export interface Scope {
  readonly names: () => Iterable<string>;
  /** `unknown`, or why it has no amount. */
  readonly resolve: (name: string) => Amount | 'unknown' | 'circular' | 'faulty';
}

export type Result<T> = { readonly value: T } | { readonly fault: Fault };

/** A figure as a text writes it: an amount, the unit it is shown in, and how far it is rounded. */
export interface Figure extends Amount {
  /** `messages/s`, `$`, `%`; empty for a plain number. */
  readonly unit: string;
  /** How many base units one of the unit is. */
  readonly scale: Rational;
  /** Half of its last digit. */
  readonly rounding: Rational;
}

/** Digits with separators, a fraction, an exponent; then a unit right behind it, or after a blank. */
const NUMBER = String.raw`(?<money>\$\s?)?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:e(?<exponent>[+-]?\d{1,3}))?(?![\d.])`;
const WORD = String.raw`\$|%|[A-Za-zµ]+(?:-[A-Za-z]+)*`;
const UNIT = String.raw`(?:[ \u00A0]?(?<unit>(?:${WORD})(?:/(?:${WORD}))*)|(?<rate>(?:/(?:${WORD}))+))?`;
const FIGURE = new RegExp(`^\\s*(?<minus>[-−])?${NUMBER}${UNIT}\\s*$`, 'u');
const TOKEN = new RegExp(
  `\\s*(?:${NUMBER}${UNIT}|(?<name>[a-z][\\w-]*(?:\\.[a-z][\\w-]*)?)|(?<sign>[-+*/()×−]))`,
  'uy',
);
/** More than any figure needs; it bounds what a text can make of the arithmetic. */
const MAX_LENGTH = 400;
const MAX_EXPONENT = 60;
const MAX_DEPTH = 40;

/** Reads one figure: `$3,000`, `86e9 messages`, `94.7 %`, `$0.09/GB`. Nothing where it is none. */
export function readFigure(text: string): Figure | undefined {
  const groups = text.length <= MAX_LENGTH ? FIGURE.exec(text)?.groups : undefined;
  return groups && figureOf(groups, groups.minus !== undefined);
}

/**
 * Works an expression out exactly: figures with units, names, `+ - * /` and parentheses. Sums take
 * one unit, products and quotients make new ones.
 */
export function evaluate(text: string, scope: Scope): Result<Amount> {
  if (text.length > MAX_LENGTH) {
    return fault('claim-expression', `It is longer than ${MAX_LENGTH} characters.`, 0, MAX_LENGTH);
  }
  const tokens = tokensOf(text);
  if ('fault' in tokens) return tokens;
  return new Evaluator(tokens.value, text, scope).run();
}

interface Token {
  readonly kind: 'figure' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly figure?: Figure;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Result<Token[]> {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    if (!match) {
      const found = text.slice(start).split(/\s/, 1)[0] ?? '';
      return fault('claim-expression', `\`${found}\` is not understood.`, start, start + 1, {
        hint: 'It takes figures with units (`30 s`, `$0.09/GB`), names of other figures, + - * / and parentheses.',
      });
    }
    at = TOKEN.lastIndex;
    const { digits, name, sign } = match.groups ?? {};
    const place = { text: match[0].trim(), start, end: at };
    if (digits !== undefined) {
      const figure = figureOf(match.groups ?? {}, false);
      if (!figure) {
        return fault('claim-expression', 'The number has too large an exponent.', start, at);
      }
      tokens.push({ kind: 'figure', figure, ...place });
    } else
      tokens.push({
        kind: name === undefined ? 'sign' : 'name',
        ...place,
        text: name ?? sign ?? '',
      });
  }
  return { value: [...tokens, { kind: 'end', text: '', start: text.length, end: text.length }] };
}

function figureOf(
  groups: Readonly<Record<string, string | undefined>>,
  negative: boolean,
): Figure | undefined {
  const { money, digits = '', exponent = '0', unit, rate } = groups;
  const power = Number(exponent);
  if (Math.abs(power) > MAX_EXPONENT) return undefined;
  const shown =
    money === undefined
      ? (unit ?? (rate === undefined ? '' : `x${rate}`))
      : `$${rate ?? (unit === undefined ? '' : `-${unit}`)}`;
  const { scale, measure } = readUnit(shown);
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const number = shifted(
    BigInt(`${negative ? '-' : ''}${whole}${fraction}`),
    fraction.length - power,
  );
  const half = shifted(5n, fraction.length - power + 1);
  return {
    value: times(fromDecimal(number), scale),
    measure,
    unit: shown,
    scale,
    rounding: times(fromDecimal(half), scale),
  };
}

function shifted(digits: bigint, scale: number): Decimal {
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** Sums of products of factors, worked out as they are read; the first fault ends it. */
class Evaluator {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  readonly #scope: Scope;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], text: string, scope: Scope) {
    this.#tokens = tokens;
    this.#text = text;
    this.#scope = scope;
  }

  run(): Result<Amount> {
    const result = this.#sum();
    if ('fault' in result) return result;
    const rest = this.#next();
    return rest.kind === 'end' ? result : this.#unexpected(rest);
  }

  #sum(): Result<Amount> {
    let left = this.#product();
    for (let sign = this.#sign('+', '-', '−'); sign; sign = this.#sign('+', '-', '−')) {
      const right = this.#product();
      if ('fault' in left) return left;
      if ('fault' in right) return right;
      const [a, b] = [left.value, right.value];
      if (!isSame(a.measure, b.measure)) {
        const verb = sign.text === '+' ? 'added' : 'subtracted';
        const message = `${wordsOf(a.measure)} and ${wordsOf(b.measure)} cannot be ${verb}.`;
        return fault('claim-unit', capital(message), sign.start, sign.end);
      }
      const value = (sign.text === '+' ? plus : minus)(a.value, b.value);
      left = this.#bounded({ value, measure: a.measure }, sign);
    }
    return left;
  }

  #product(): Result<Amount> {
    let left = this.#factor();
    for (let sign = this.#sign('*', '×', '/'); sign; sign = this.#sign('*', '×', '/')) {
      const right = this.#factor();
      if ('fault' in left) return left;
      if ('fault' in right) return right;
      const [a, b] = [left.value, right.value];
      const divides = sign.text === '/';
      const value = divides ? over(a.value, b.value) : times(a.value, b.value);
      if (!value) return fault('claim-expression', 'This divides by zero.', sign.start, sign.end);
      const measure = combined(a.measure, b.measure, divides ? -1 : 1);
      left = this.#bounded({ value, measure }, sign);
    }
    return left;
  }

  #factor(): Result<Amount> {
    const token = this.#next();
    this.#at++;
    if (token.figure) return { value: token.figure };
    if (token.kind === 'name') return this.#reference(token);
    if (token.text === '(' || token.text === '-' || token.text === '−') {
      if (++this.#depth > MAX_DEPTH) {
        return fault('claim-expression', 'It is nested too deeply.', token.start, token.end);
      }
      const inner = token.text === '(' ? this.#sum() : this.#factor();
      this.#depth--;
      if ('fault' in inner) return inner;
      if (token.text !== '(') {
        const { value, measure } = inner.value;
        return { value: { value: { num: -value.num, den: value.den }, measure } };
      }
      return this.#sign(')')
        ? inner
        : fault('claim-expression', 'This parenthesis has no end.', token.start, token.end);
    }
    return this.#unexpected(token);
  }

  #reference({ text, start, end }: Token): Result<Amount> {
    const found = this.#scope.resolve(text);
    if (typeof found === 'object') return { value: found };
    if (found === 'unknown') {
      const names = [...this.#scope.names()];
      const known = names.length > 0 ? `There are ${names.join(', ')}.` : 'The file has none yet.';
      const hint = didYouMean(text, names) ?? known;
      return fault('claim-reference', `No figure is called \`${text}\`.`, start, end, { hint });
    }
    if (found === 'faulty') return fault('told', '', start, end);
    return fault('claim-circular', `\`${text}\` leads back to itself.`, start, end, {
      hint: 'State one of the figures as the text gives it.',
    });
  }

  #bounded(amount: Amount, { start, end }: Token): Result<Amount> {
    return isOutsized(amount.value)
      ? fault('claim-expression', 'The number is too large to be meant.', start, end)
      : { value: amount };
  }

  #unexpected({ kind, text, start, end }: Token): Result<Amount> {
    return kind === 'end'
      ? fault(
          'claim-expression',
          'Something is missing at the end.',
          Math.max(0, this.#text.length - 1),
          this.#text.length,
        )
      : fault('claim-expression', `\`${text}\` does not fit here.`, start, end);
  }

  #sign(...signs: readonly string[]): Token | undefined {
    const token = this.#next();
    if (token.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.#at++;
    return token;
  }

  #next(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fault(
  code: Fault['code'],
  message: string,
  start: number,
  end: number,
  detail: Pick<Fault, 'hint'> = {},
): { readonly fault: Fault } {
  return { fault: { code, message, start, end, ...detail } };
}
