import type { Source } from '#diagnostics/source.ts';
import { plainText } from '../markdown/inline.ts';
import { type Line, linesWithin } from '../markdown/lines.ts';
import { paragraphsOf } from '../markdown/paragraphs.ts';
import type { AdrSection, Located } from '../record.ts';
import { allSections } from './sections.ts';

const CHOSEN =
  /(?:chosen|selected|preferred) (?:option|alternative|solution)s?\s*(?:is|was)?\s*[:-]?\s*(?:\*\*|__)?\s*(?:["“„«]([^"”“»]{1,300})["”“»]|\*{0,2}`?([^,.\n*]{1,200}))/i;

/**
 * The option that a record says it chose, as written: `Chosen option: "X", because …`, anywhere in
 * its Decision, or a first line of the Decision that is nothing but the name of an option.
 */
export function chosenOption(
  source: Source,
  lines: readonly Line[],
  sections: readonly AdrSection[],
  names: readonly string[],
): Located | undefined {
  for (const { role, body } of allSections(sections)) {
    if (role !== 'decision') continue;
    const paragraphs = paragraphsOf(source, linesWithin(lines, body.start, body.end));
    for (const { markdown, span } of paragraphs) {
      const match = CHOSEN.exec(markdown);
      const name = plainText(match?.[1] ?? match?.[2] ?? '');
      if (name && !/^\{/.test(name)) return { text: name, span };
    }
    const [first] = paragraphs;
    const text = plainText(first?.markdown ?? '').replace(/[.!]$/, '');
    if (first && names.some((name) => isSameOption(name, text))) return { text, span: first.span };
  }
  return undefined;
}

/** Whether an option says of itself that it was chosen. */
export function markedChosen(markdown: string): boolean {
  return /\((?:chosen|selected|accepted|our choice)\)|\[(?:chosen|selected)\](?!\()/i.test(
    markdown,
  );
}

/** Whether two texts name one option: case, marks and `Option 2:` before the name do not matter. */
export function isSameOption(a: string, b: string): boolean {
  const [left, right] = [normalize(a), normalize(b)];
  if (left.name === '' || right.name === '')
    return left.number !== '' && left.number === right.number;
  if (left.name === right.name) return true;
  const [short, long] = left.name.length < right.name.length ? [left, right] : [right, left];
  return short.name.length >= 8 && long.name.startsWith(`${short.name} `);
}

function normalize(text: string): { number: string; name: string } {
  const plain = plainText(text)
    .toLowerCase()
    .replace(/\((?:chosen|selected|accepted|our choice)\)/, '')
    .trim();
  const prefix =
    /^(?:option|alternative|solution)?\s*#?(\d{1,3}|[a-z])\s*[:.)–—-]\s*(?=\S)|^(?:option|alternative|solution)\s*#?(\d{1,3}|[a-z])$/.exec(
      plain,
    );
  const name = plain
    .slice(prefix?.[0].length ?? 0)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  return { number: prefix?.[1] ?? prefix?.[2] ?? '', name };
}
