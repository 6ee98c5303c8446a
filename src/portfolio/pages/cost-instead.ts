import type { LineReport } from '#cost/engine/report.ts';
import type { ModelCost } from '../costs.ts';

/** A part of the system under two options of a choice, in dollars a month at the larger size. */
export interface InsteadRow {
  readonly title: string;
  readonly taken: number;
  readonly instead: number;
}

/** What is to be known of a service that the option that was not taken rests on. */
export interface ServiceRemark {
  readonly service: string;
  readonly notes: readonly string[];
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
  readonly remarks: readonly ServiceRemark[];
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
  return {
    choice: choice.label,
    taken: choice.options[choice.taken] ?? choice.taken,
    instead: choice.options[option] ?? option,
    rows: all.filter((row) => apart(row) > 0).toSorted((a, b) => apart(b) - apart(a)),
    same: all.reduce((sum, row) => (apart(row) > 0 ? sum : sum + row.taken), 0),
    total: { taken: cost.large.monthly, instead: report.monthly },
    remarks: remarksOn(report.components.flatMap((component) => component.lines)),
  };
}

/** The notes on lines, by service and each once. */
function remarksOn(lines: readonly LineReport[]): ServiceRemark[] {
  const noted = lines.filter(({ notes = [] }) => notes.length > 0);
  return [...Map.groupBy(noted, ({ service }) => service)].map(([service, of]) => ({
    service,
    notes: [...new Set(of.flatMap(({ notes = [] }) => notes))],
  }));
}
