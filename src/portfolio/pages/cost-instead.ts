import type { ModelCost } from '../costs.ts';

/** A part of the system under two options of a choice, in dollars a month at the larger size. */
export interface InsteadRow {
  readonly title: string;
  readonly taken: number;
  readonly instead: number;
}

/** What the design took beside what it did not, part by part. */
export interface InsteadTable {
  /** What is decided. */
  readonly choice: string;
  /** The options by name. */
  readonly taken: string;
  readonly instead: string;
  /** Parts that cost the same either way are one row, the last. */
  readonly rows: readonly InsteadRow[];
  readonly same: number;
  readonly total: Omit<InsteadRow, 'title'>;
  /** What is to be known about lines of the option that was not taken, each once. */
  readonly notes: readonly string[];
}

/** Two options side by side, the part in which they differ most at the top; none for an unknown option. */
export function insteadTable(cost: ModelCost, option: string): InsteadTable | undefined {
  const report = cost.alternatives.get(option);
  const choice = Object.values(cost.parameters.choices).find(({ options }) =>
    Object.hasOwn(options, option),
  );
  if (!report || !choice) return undefined;
  const titles = new Map<string, string>();
  const amounts = [cost.large, report].map(({ components }) => {
    for (const { id, title } of components) titles.set(id, title);
    return new Map(components.map(({ id, monthly }) => [id, monthly]));
  });
  const all = [...titles].map(([id, title]) => {
    const [taken = 0, instead = 0] = amounts.map((of) => of.get(id));
    return { title, taken, instead };
  });
  const apart = ({ taken, instead }: InsteadRow) => Math.abs(instead - taken);
  const lines = report.components.flatMap((component) => component.lines);
  return {
    choice: choice.label,
    taken: choice.options[choice.taken] ?? choice.taken,
    instead: choice.options[option] ?? option,
    rows: all.filter((row) => apart(row) > 0).toSorted((a, b) => apart(b) - apart(a)),
    same: all.reduce((sum, row) => (apart(row) > 0 ? sum : sum + row.taken), 0),
    total: { taken: cost.large.monthly, instead: report.monthly },
    notes: [
      ...new Set(
        lines.flatMap(({ notes = [], service }) => notes.map((note) => `${service}: ${note}`)),
      ),
    ],
  };
}
