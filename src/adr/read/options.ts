import type { Source } from '#diagnostics/source.ts';
import { plainText } from '../markdown/inline.ts';
import { type Line, linesWithin } from '../markdown/lines.ts';
import { type ListItem, listItemsOf } from '../markdown/lists.ts';
import { paragraphsOf } from '../markdown/paragraphs.ts';
import type { AdrOption, AdrSection, Located } from '../record.ts';
import { isPlaceholder, readArguments, sideOf } from './arguments.ts';
import { chosenOption, isSameOption, markedChosen } from './chosen.ts';
import { readOptionTable } from './option-table.ts';
import { allSections } from './sections.ts';

/** The options of a record, and the one that it chose, as written. */
export interface Options {
  readonly options: readonly AdrOption[];
  readonly chosen?: Located | undefined;
}

/**
 * Options from Considered Options or Alternatives (a list, a table, or a heading each), with what
 * Pros and Cons says about them.
 */
export function readOptions(
  source: Source,
  lines: readonly Line[],
  sections: readonly AdrSection[],
): Options {
  const all = allSections(sections);
  const considered = all.filter(({ role }) => role === 'options');
  const argued = all.filter(({ role }) => role === 'pros-and-cons');
  const named = considered.flatMap((section) => optionsIn(source, lines, section));
  const discussed = argued.flatMap((section) => headedOptions(source, lines, section));
  const options = merge(named, discussed).filter(({ name }) => !isPlaceholder(name));
  const names = options.map(({ name }) => name);
  const chosen = chosenOption(source, lines, sections, names);
  return { options: options.map((option) => markChosen(option, chosen)), chosen };
}

function optionsIn(source: Source, lines: readonly Line[], section: AdrSection): AdrOption[] {
  const headed = headedOptions(source, lines, section);
  if (headed.length > 0) return headed;
  const inner = linesWithin(lines, section.body.start, section.body.end);
  const table = readOptionTable(source, inner);
  if (table.length > 0) return table;
  return listItemsOf(source, inner)
    .filter(({ markdown }) => !sideOf(markdown))
    .map((item) => listedOption(source, lines, item));
}

/** An option for each subsection, unless the subsections are Pros and Cons themselves. */
function headedOptions(source: Source, lines: readonly Line[], section: AdrSection): AdrOption[] {
  return section.children
    .filter(({ heading, role }) => heading !== '' && role === 'other' && !sideOf(heading))
    .map(({ heading, body, span }) => {
      const inner = linesWithin(lines, body.start, body.end);
      const { pros, cons, neutral } = readArguments(source, inner);
      const taken = new Set([...pros, ...cons, ...neutral].map((each) => each.span.end));
      const lead = paragraphsOf(source, inner).find(
        (each) => !taken.has(each.span.end) && !sideOf(each.markdown),
      );
      const description = lead?.markdown ?? '';
      return {
        name: heading,
        description,
        chosen: markedChosen(heading),
        pros,
        cons,
        neutral,
        span,
      };
    });
}

/** `**Name**: what it is`, or a name alone, a box before it aside; nested items are arguments. */
function listedOption(source: Source, lines: readonly Line[], item: ListItem): AdrOption {
  const { span, children } = item;
  const markdown = item.markdown.replace(/^\[[ xX]\]\s+/, '');
  const bold = /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*[:.–—-]*\s*([\s\S]*)$/.exec(markdown);
  const name = plainText(bold?.[1] ?? markdown).replace(/:$/, '');
  const end = children.at(-1)?.span.end ?? span.end;
  const nested = linesWithin(lines, span.start + 1, end);
  const { pros, cons, neutral } = readArguments(source, nested);
  const description = bold?.[2]?.trim() ?? '';
  return { name, description, chosen: markedChosen(markdown), pros, cons, neutral, span };
}

/** Options in the order in which they are named, with the arguments that come later. */
function merge(named: readonly AdrOption[], discussed: readonly AdrOption[]): AdrOption[] {
  const rest = [...discussed];
  const merged = named.map((option) => {
    const at = rest.findIndex(({ name }) => isSameOption(name, option.name));
    const [more] = at === -1 ? [] : rest.splice(at, 1);
    return more ? { ...more, ...pick(option, more), name: option.name, span: option.span } : option;
  });
  return [...merged, ...rest];
}

function pick(option: AdrOption, more: AdrOption) {
  return {
    description: option.description || more.description,
    chosen: option.chosen || more.chosen,
    pros: [...option.pros, ...more.pros],
    cons: [...option.cons, ...more.cons],
    neutral: [...option.neutral, ...more.neutral],
  };
}

function markChosen(option: AdrOption, chosen: Located | undefined): AdrOption {
  return chosen && isSameOption(option.name, chosen.text) ? { ...option, chosen: true } : option;
}
