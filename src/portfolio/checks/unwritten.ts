import type { Source } from '#diagnostics/source.ts';
import { portfolioProblem } from '../codes.ts';
import { allRecords } from '../records.ts';
import type { Check, CheckInput } from './check.ts';

/** How a scaffold marks what is still to be written. */
export const UNWRITTEN = 'To be written:';

/** How it begins a good example of that, in a comment below it. */
export const EXAMPLE = 'For example:';

/** Everything that a scaffold left to its author, with the example that it brought. */
export const checkUnwritten: Check = function* (input) {
  for (const source of sourcesOf(input)) {
    const marked = /^[ \t]*(?:(?:#|\/\/|--|\*)[ \t]*|[\w-]+:[ \t]*["']?)?(To be written: )(.*)$/gm;
    for (const match of source.text.matchAll(marked)) {
      const [line, mark = '', words = ''] = match;
      const start = match.index + line.indexOf(mark);
      const span = { source, start, end: start + UNWRITTEN.length };
      const example = exampleIn(source.text.slice(match.index + line.length));
      yield portfolioProblem(
        'unwritten',
        `Still to be written: ${words.replace(/["']?,?$/, '')}`,
        span,
        { hint: example && `${EXAMPLE}${example.includes('\n') ? '\n\n' : ' '}${example}` },
      );
    }
  }
};

/** Every text of an author, each once; what the workspace includes is known by what it defines there. */
function sourcesOf({ portfolio, modelSources }: CheckInput): ReadonlySet<Source> {
  const { studies } = portfolio;
  const { workspace } = portfolio.index;
  const dsl = Map.groupBy(
    [...workspace.elements, ...workspace.views].flatMap(({ origin }) => origin?.source ?? []),
    ({ name }) => name,
  );
  return new Set([
    ...studies.flatMap(({ study }) => study.pages.map(({ source }) => source)),
    ...studies.flatMap(({ study }) => [...study.listFiles.values()].map(({ source }) => source)),
    ...allRecords(portfolio).map(({ source }) => source),
    ...modelSources.values(),
    ...[...dsl.values()].flatMap(([first]) => first ?? []),
  ]);
}

/** How a comment ends that does not end with its line. */
const CLOSING: Readonly<Record<string, string>> = { '{/*': '*/}', '<!--': '-->' };

/** The example in a comment right below, its marks taken off. */
function exampleIn(text: string): string | undefined {
  const begun = /^\s*?\n[ \t]*(#|\/\/|--|\{\/\*|<!--)[ \t]*For example:/.exec(text);
  const [head, opening = ''] = begun ?? [];
  if (head === undefined) return undefined;
  const rest = text.slice(head.length);
  const closing = CLOSING[opening];
  if (closing !== undefined) return rest.slice(0, rest.indexOf(closing)).trim();
  const lines = rest.split('\n');
  const below = lines.slice(1).map((line) => line.trimStart());
  const end = below.findIndex((line) => !line.startsWith(opening));
  const more = below
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.slice(opening.length).replace(/^ /, ''));
  return [lines[0] ?? '', ...more].join('\n').trim();
}
