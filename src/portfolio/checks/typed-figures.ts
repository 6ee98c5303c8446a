import type { Reference } from '#case-study/mdx.ts';
import type { StudyPage } from '#case-study/study.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { portfolioProblem } from '../codes.ts';
import type { ModelCost } from '../costs.ts';
import type { Check } from './check.ts';

/** A text with its tags. */
type Body = Pick<StudyPage, 'source' | 'references'>;

/** Components that put a figure of the cost model into a sentence. */
export const FIGURES: ReadonlySet<string> = new Set(['Cost', 'Demand']);

/**
 * A sentence that takes a figure from the model has none of its own beside it: an amount of money, or a
 * number of users that is not the one asked for, goes on saying what it says when the model changes.
 */
export const checkTypedFigures: Check = function* ({ portfolio }) {
  for (const { study, cost } of portfolio.studies) {
    if (!cost) continue;
    for (const page of study.pages) yield* typedBeside(page, cost);
  }
};

/** What is typed beside a figure in a page, or in a text of a list. */
export function* typedBeside(page: Body, cost: ModelCost): Iterable<Diagnostic> {
  const { source, references } = page;
  const text = withoutCode(page);
  const inserted = references.filter(({ component }) => FIGURES.has(component));
  for (const { start, end } of sentencesOf(text)) {
    const here = inserted.filter(({ span }) => span.start >= start && span.start < end);
    if (here.length === 0) continue;
    for (const match of text.slice(start, end).matchAll(TYPED)) {
      const [words, , count] = match;
      if (count !== undefined && isAsked(count, here, cost)) continue;
      const at = start + match.index;
      yield portfolioProblem(
        'typed-figure',
        `\`${words}\` is typed beside a figure of the model, and stays when that changes.`,
        { source, start: at, end: at + words.length },
        {
          hint:
            count === undefined
              ? 'Take it from the model, `<Cost … />`, or say it in a sentence of its own with its source.'
              : `The figure beside it is for ${[...usersOf(here, cost)].join(' and ')} users: write those, or ask for others with \`users\`.`,
        },
      );
    }
  }
}

/** `$1,200`, `$12k`, `$0.09`; `500,000 users`, `2 million users`. */
const TYPED =
  /(\$\d[\d,]*(?:\.\d+)?(?:\s?(?:k|K|M|million|thousand)\b)?)|\b(\d[\d,.]*(?:\s?(?:k|K|M|million|thousand))?)\s+users\b/g;

const SCALES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/** Whether a typed number of users is one that a figure of the sentence is for. */
function isAsked(text: string, here: readonly Reference[], cost: ModelCost): boolean {
  const [, digits = '', unit = ''] = /^([\d,.]+)\s?(\w*)$/.exec(text) ?? [];
  const count = Number(digits.replaceAll(',', '')) * (SCALES[unit.toLowerCase()] ?? 1);
  return usersOf(here, cost).has(count);
}

function usersOf(here: readonly Reference[], cost: ModelCost): ReadonlySet<number> {
  const asked = here.flatMap(({ attributes: { users, per, grown } }) => {
    if (users !== undefined) return [Number(users)];
    if (grown !== undefined) return [cost.users[1] * Number(grown)];
    return per === 'difference' || per === 'times' ? [...cost.users] : [cost.users[1]];
  });
  return new Set(asked);
}

/** The text with blanks for front matter, code, comments and components: places stay. */
function withoutCode({ source, references }: Body): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  const text = source.text
    .replace(/^---\n[\s\S]*?\n---/, blank)
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}|`[^`\n]*`/g, blank);
  return references
    .filter(({ component }) => FIGURES.has(component))
    .reduce(
      (all, { span }) =>
        all.slice(0, span.start) + blank(all.slice(span.start, span.end)) + all.slice(span.end),
      text,
    );
}

/** Stretches of text up to a full stop, or to the end of a paragraph, a cell or an item. */
function* sentencesOf(text: string): Iterable<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const match of text.matchAll(/[.!?](?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*|#]|\d+\.)\s)|\|/g)) {
    const end = match.index + match[0].length;
    yield { start, end };
    start = end;
  }
  yield { start, end: text.length };
}
