import type { Source } from '#diagnostics/source.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import { type ListItem, listItemsOf } from '../markdown/lists.ts';
import { paragraphsOf } from '../markdown/paragraphs.ts';
import type { Located } from '../record.ts';

/** What speaks for something, against it, for neither, and what the text does not sort. */
export interface Arguments {
  readonly pros: readonly Located[];
  readonly cons: readonly Located[];
  readonly neutral: readonly Located[];
  readonly unsorted: readonly Located[];
}

type Side = 'pros' | 'cons' | 'neutral';

/** Headings and labels that sort what follows: `Negative Consequences`, `Pros:`, `To be watched`. */
const LABELS: readonly (readonly [Side, RegExp])[] = [
  ['pros', label('pros?|positives?|good|advantages?|benefits?|gain(?:s|ed)?|upsides?|strengths?')],
  ['cons', label('cons?|negatives?|bad|disadvantages?|drawbacks?|given up|trade-?offs?|lost')],
  ['cons', label('downsides?|weakness(?:es)?|limitations?')],
  ['neutral', label('neutral|to (?:be )?watch(?:ed)?|risks?|open (?:questions|points)')],
];

/** Marks before an argument: `Good, because`, `Pro:`, `+`, a check mark. */
const LEADS: readonly (readonly [Side, RegExp])[] = [
  ['pros', /^[*_]*(?:good|pro|positive)\b[*_]*(?:,? because\b[*_:]*|[*_]*:[*_]*)\s*/i],
  ['cons', /^[*_]*(?:bad|con|negative)\b[*_]*(?:,? because\b[*_:]*|[*_]*:[*_]*)\s*/i],
  ['neutral', /^[*_]*neutral\b[*_]*(?:,? because\b[*_:]*|[*_]*:[*_]*)\s*/i],
  ['pros', /^(?:`\+`|\+|\\\+|✅|👍|✔️?|:(?:white_check_mark|heavy_plus_sign|\+1):)\s+/u],
  ['cons', /^(?:`-`|-|–|−|\\-|❌|👎|✖️?|:(?:x|heavy_minus_sign|-1):)\s+/u],
  ['neutral', /^(?:`[~o=]`|~|➖)\s+/u],
];

/**
 * Sorts the list items and paragraphs of a stretch of text by their own marks, or by the heading or
 * label that they stand under (`### Negative`, `**Pros:**`).
 */
export function readArguments(source: Source, lines: readonly Line[]): Arguments {
  const found: (readonly [Side | 'unsorted', Located])[] = [];
  for (const { side, lines: part } of partsOf(lines)) {
    for (const item of listItemsOf(source, part)) found.push(...sortItem(item, side));
    for (const { markdown, span } of paragraphsOf(source, part)) {
      found.push(sortText(markdown, side, span));
    }
  }
  const all = (wanted: Side | 'unsorted') =>
    found
      .filter(([side, { text }]) => side === wanted && text !== '' && !isPlaceholder(text))
      .map(([, located]) => located)
      .toSorted((a, b) => a.span.start - b.span.start);
  return {
    pros: all('pros'),
    cons: all('cons'),
    neutral: all('neutral'),
    unsorted: all('unsorted'),
  };
}

/** `{argument}`: what a template of MADR asks for. */
export function isPlaceholder(text: string): boolean {
  return /^\{[^{}]*\}$/.test(text);
}

/** The side that a heading or label stands for. */
export function sideOf(label: string): Side | undefined {
  const text = plainText(label).replace(/^(?:[\p{S}\p{Extended_Pictographic}\s]|\uFE0F)+/u, '');
  return LABELS.find(([, pattern]) => pattern.test(text))?.[0];
}

function label(words: string): RegExp {
  const tail = '(?:,? because| consequences?| impacts?| effects?| (?:and|&|of|for|/) .{1,40})?';
  return new RegExp(`^(?:${words})${tail}\\s*:?$`, 'i');
}

function partsOf(lines: readonly Line[]): { side: Side | undefined; lines: readonly Line[] }[] {
  const parts: { side: Side | undefined; lines: Line[] }[] = [{ side: undefined, lines: [] }];
  for (const line of lines) {
    const label = line.kind === 'text' ? labelOf(line.text) : undefined;
    if (label === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ side: sideOf(label), lines: [] });
  }
  return parts;
}

/** The text of a heading, or of a line that is a label and nothing else. */
function labelOf(text: string): string | undefined {
  const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(text)?.[1];
  if (heading !== undefined) return heading;
  const label =
    /^ {0,3}(?:\*\*|__)([^*_]{1,40})(?:\*\*|__):?\s*$|^ {0,3}([^\s:|>-][^:|]{0,38}):\s*$/.exec(
      text,
    );
  const words = label?.[1] ?? label?.[2];
  return words !== undefined && sideOf(words) ? words : undefined;
}

function sortItem(
  item: ListItem,
  side: Side | undefined,
): (readonly [Side | 'unsorted', Located])[] {
  const { markdown, span, children } = item;
  const label = children.length > 0 && /^[^.]{1,40}$/.test(markdown) ? sideOf(markdown) : undefined;
  const [own, located] = sortText(markdown, side, span);
  if (label && (located.text === '' || /:[*_]*$|^[*_]+[^*_]+[*_]+$/.test(markdown))) {
    return children.flatMap((child) => sortItem(child, label));
  }
  const marked = children.flatMap((child) => sortItem(child, undefined));
  return [[own, located], ...marked.filter(([childSide]) => childSide !== 'unsorted')];
}

function sortText(
  markdown: string,
  side: Side | undefined,
  span: Located['span'],
): readonly [Side | 'unsorted', Located] {
  for (const [own, pattern] of LEADS) {
    const lead = pattern.exec(markdown);
    if (!lead) continue;
    const text = markdown.slice(lead[0].length).trim();
    return [
      own,
      { text, span: { ...span, start: Math.min(span.start + lead[0].length, span.end) } },
    ];
  }
  return [side ?? 'unsorted', { text: markdown.trim(), span }];
}
