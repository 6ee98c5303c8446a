import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Path } from '#diagnostics/located.ts';
import { validate } from '#diagnostics/validate.ts';
import { studyProblem } from '../codes.ts';
import type { StudyFile } from '../study.ts';
import {
  PORTFOLIO_LIST_NAMES,
  PORTFOLIO_LISTS,
  type PortfolioListName,
  type PortfolioLists,
  portfolioLists,
} from './table.ts';

/** The typed lists of the portfolio as a whole, and the files that they stand in. */
export interface ReadPortfolioLists {
  readonly values: PortfolioLists;
  /** Of those that can be used, for checks that point into them. */
  readonly files: ReadonlyMap<PortfolioListName, StudyFile>;
}

/** No list has anything. */
export const NO_PORTFOLIO_LISTS: ReadPortfolioLists = {
  values: portfolioLists.parse(emptyLists()),
  files: new Map(),
};

/** Reads the files of `case-studies/` itself. A list without a file, or with a broken one, is empty. */
export function readPortfolioLists(files: readonly StudyFile[]): {
  readonly lists: ReadPortfolioLists;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const usable = new Map<PortfolioListName, StudyFile>();
  for (const file of files) {
    const name = PORTFOLIO_LIST_NAMES.find((one) => one === file.name);
    if (name === undefined || file.located.value === undefined) continue;
    const checked = validate(file.located, PORTFOLIO_LISTS[name], (message, span, detail) =>
      studyProblem('invalid-list', message, span, detail),
    );
    diagnostics.push(...checked.diagnostics, ...sharedIds(file));
    if (checked.value !== undefined) usable.set(name, file);
  }
  const written = [...usable].map(([name, { located }]) => [name, located.value]);
  const values = portfolioLists.parse({ ...emptyLists(), ...Object.fromEntries(written) });
  return { lists: { values, files: usable }, diagnostics };
}

function emptyLists(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(PORTFOLIO_LIST_NAMES.map((name) => [name, {}]));
}

/** Entries of one list that have the same id, however deep the list stands. */
function sharedIds({ located }: StudyFile): Diagnostic[] {
  return [...listsIn(located.value, [])].flatMap(({ list, path }) => {
    const ids = list.map((entry) => idOf(entry));
    return ids.flatMap((id, index): Diagnostic[] => {
      const first = ids.indexOf(id);
      if (id === undefined || first === index) return [];
      const span = (at: number) => located.spanOf([...path, at, 'id']);
      const related = [{ message: 'It is used first here', span: span(first) }];
      return [
        studyProblem('duplicate-id', `The id \`${id}\` is used twice.`, span(index), { related }),
      ];
    });
  });
}

function* listsIn(
  value: unknown,
  path: Path,
): Iterable<{ readonly list: readonly unknown[]; readonly path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) yield { list: value, path };
  const parts = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [step, one] of parts) yield* listsIn(one, [...path, step]);
}

function idOf(entry: unknown): string | undefined {
  const id: unknown =
    typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}
