import { plainText } from '../markdown/inline.ts';
import type { StatusKind } from '../record.ts';

/** Words by which logs say what a status means; longer ones first where one begins another. */
const WORDS: readonly (readonly [StatusKind, RegExp])[] = [
  ['partly-superseded', /part(?:ly|ially) (?:super[sc]ee?ded|replaced|obsoleted)/],
  ['superseded', /super[sc]ee?ded|replaced|obsoleted/],
  [
    'proposed',
    /not[ -]implemented|proposed|proposal|pending|draft|tentative|(?:in|under)[ -]review/,
  ],
  ['proposed', /in[ -]progress|incomplete|on[ -]hold|experimental|(?:in|under) discussion|wip/],
  ['proposed', /(?:not yet|to be) (?:accepted|approved|adopted|decided|implemented)|undecided/],
  ['rejected', /rejected|declined|(?:not|never) (?:accepted|approved|adopted)|withdrawn/],
  ['rejected', /cancell?ed|abandoned/],
  ['deprecated', /deprecated|reverted|obsolete|outdated|retired/],
  ['accepted', /accepted|approved|adopted|decided|agreed|ratified|active|implemented|done/],
];

/** Words that mean a status only where nothing else stands: `Final`, not “the final version”. */
const ALONE: readonly (readonly [StatusKind, RegExp])[] = [
  ['proposed', /^(?:open|rfc|tbd|idea|candidate)$/],
  ['accepted', /^(?:accept|final|in (?:force|effect|use))$/],
];

/** Signs that stand for a status where there are no words. */
const SIGNS: readonly (readonly [StatusKind, RegExp])[] = [
  ['accepted', /^(?:[✅☑✔👍🟢]|:(?:white_check_mark|heavy_check_mark|\+1|green_circle):)/u],
  ['rejected', /^(?:[❌✖👎🚫]|:(?:x|heavy_multiplication_x|-1|no_entry_sign):)/u],
  ['proposed', /^(?:[🤔💭🚧🟡]|:(?:thinking|thought_balloon|construction|yellow_circle):)/u],
];

const ANY = new RegExp(
  `(?<![a-z-])(?:${WORDS.map(([, { source }]) => `(${source})`).join('|')})(?![a-z])`,
  'i',
);

/** A status word in a line. */
export interface StatusWord {
  readonly kind: StatusKind;
  /** In lower case; empty for a sign. */
  readonly word: string;
  /** Whether the line begins with it, a date before it aside. */
  readonly leads: boolean;
}

/** The first status word of a line, from plain text. Full-width letters count as others do. */
export function findStatusWord(line: string): StatusWord | undefined {
  const text = line.normalize('NFKC').replace(/^\d[\d/.-]{5,9}\s*(?:[:–—-]\s*)?/, '');
  const match = ANY.exec(text);
  if (!match) return aloneOrSign(text);
  const group = match.slice(1).findIndex((text) => text !== undefined);
  const kind = WORDS[group]?.[0] ?? 'unknown';
  return { kind, word: match[0].toLowerCase(), leads: match.index === 0 };
}

function aloneOrSign(text: string): StatusWord | undefined {
  const word = text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const alone = ALONE.find(([, pattern]) => pattern.test(word));
  if (alone) return { kind: alone[0], word, leads: true };
  const sign = SIGNS.find(([, pattern]) => pattern.test(text));
  return sign && { kind: sign[0], word: '', leads: true };
}

/**
 * A line of a status as its reader sees it: no quote signs, braces, emoji before it, badges by what
 * they say. A line of nothing else keeps its emoji.
 */
export function statusText(markdown: string): string {
  const line = plainText(badgeTexts(markdown.replace(/^[\s>]*(?:[-*+]\s+)?(?:\[[xX]\]\s+)?/, '')));
  const text = line
    .replace(/^(?::[a-z\d_+-]+:\s*)+/, '')
    .replace(/^(?:[\s{}[\]"'“”„«»*_`:.\p{S}\p{Cf}\p{Extended_Pictographic}]|\uFE0F)+/u, '')
    .replace(/[\s{}[\]"'“”«»`\p{Cf}]+$/u, '');
  return text !== '' || !/[\p{Extended_Pictographic}\p{S}]|^:\S+:$/u.test(line) ? text : line;
}

/** Images by their alternative text, or by a status in their address, as badges have it. */
function badgeTexts(markdown: string): string {
  const text = (alternative: string, address: string) =>
    findStatusWord(alternative) ? alternative : (findStatusWord(address)?.word ?? alternative);
  return markdown
    .replace(/!\[([^\]]{0,500})\]\(([^)]{0,2000})\)/g, (_, alternative: string, address: string) =>
      text(alternative, address.replace(/[-_]/g, ' ')),
    )
    .replace(/<img\s[^<>]*?\balt=["']([^"']*)["'][^<>]*>/gi, '$1');
}

/** Whether a line is what a template says about statuses, and no status. */
export function isTemplateText(line: string): boolean {
  const text = line.replace(/^[\s>]+/, '');
  return (
    /^valid (?:adr )?status(?:es)? |^a decision may be /i.test(text) ||
    /^[{[<]?\s*\w+(?:\s*\|\s*[\w …]+)+/.test(text) ||
    /^accepted or rejected\b/i.test(text) ||
    isChoice(text) ||
    /^(?:status|what is the status\b.*|\{?status\}?)$/i.test(text)
  );
}

/** Three statuses or more with nothing but signs between them: `Proposed / Accepted / Rejected`. */
function isChoice(text: string): boolean {
  const parts = text
    .split(/[/|,;·]|\bor\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return (
    parts.length >= 3 && parts.every((part) => /^[\w -]+\.?$/.test(part) && findStatusWord(part))
  );
}
