import { plainText } from '../markdown/inline.ts';
import type { StatusKind } from '../record.ts';

/** Words by which logs say what a status means; longer ones first where one begins another. */
const WORDS: readonly (readonly [StatusKind, RegExp])[] = [
  ['partly-superseded', /part(?:ly|ially) (?:superseded|superceded|replaced)/],
  ['superseded', /superseded|superceded|replaced/],
  ['proposed', /not[ -]implemented|proposed|proposal|pending|draft|tentative|in[ -]review/],
  ['proposed', /in[ -]progress|incomplete|on[ -]hold|experimental|under discussion|wip/],
  ['rejected', /rejected|declined|not accepted|withdrawn/],
  ['deprecated', /deprecated|reverted|obsolete|retired/],
  ['accepted', /accepted|approved|adopted|decided|active|implemented|done/],
];

const ANY = new RegExp(
  `(?<![a-z-])(?:${WORDS.map(([, { source }]) => `(${source})`).join('|')})(?![a-z])`,
  'i',
);

/** A status word in a line. */
export interface StatusWord {
  readonly kind: StatusKind;
  /** In lower case. */
  readonly word: string;
  /** Whether the line begins with it. */
  readonly leads: boolean;
}

/** The first status word of a line, from plain text. */
export function findStatusWord(line: string): StatusWord | undefined {
  const match = ANY.exec(line);
  if (!match) return undefined;
  const group = match.slice(1).findIndex((text) => text !== undefined);
  const kind = WORDS[group]?.[0] ?? 'unknown';
  return { kind, word: match[0].toLowerCase(), leads: match.index === 0 };
}

/** A line of a status as its reader sees it: no quote signs, badges, braces, emoji before it. */
export function statusText(markdown: string): string {
  return plainText(
    markdown
      .replace(/^[\s>]*(?:[-*+]\s+)?/, '')
      .replace(/~~.*?~~/g, '')
      .trim(),
  )
    .replace(/^(?:[\s{}[\]"'“”*_`:.\p{S}\p{Extended_Pictographic}]|\uFE0F|\u200D)+/u, '')
    .replace(/[\s{}[\]"'“”`]+$/u, '');
}

/** Whether a line is what a template says about statuses, and no status. */
export function isTemplateText(line: string): boolean {
  const text = line.replace(/^[\s>]+/, '');
  return (
    /^valid (?:adr )?status(?:es)? |^a decision may be /i.test(text) ||
    /^[{[<]?\s*\w+(?:\s*\|\s*[\w …]+)+/.test(text) ||
    /^accepted or rejected\b/i.test(text) ||
    /^(?:status|what is the status\b.*|\{?status\}?)$/i.test(text)
  );
}
