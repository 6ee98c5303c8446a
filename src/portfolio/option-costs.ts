import type { AdrOption, AdrRecord, OptionCost } from '#adr/record.ts';
import type { Changes, ModelCost } from './costs.ts';

/** The option of a record that a cost is stated for: by its name, in any case, or by its place. */
export function optionOf({ options }: AdrRecord, { option }: OptionCost): AdrOption | undefined {
  const named = options.find(({ name }) => plain(name) === plain(option));
  return named ?? (/^\d+$/.test(option.trim()) ? options[Number(option) - 1] : undefined);
}

/** The parameters of a model as an option of a record sets them, and those that it cannot take. */
export interface ReadChanges {
  readonly changes: Changes;
  readonly problems: readonly ParameterProblem[];
}

/** A parameter that the model has not, or a value that it cannot have. */
export interface ParameterProblem {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly kind: 'unknown' | 'option' | 'number';
  /** What could stand there: parameters of the model, or options of the choice. */
  readonly known: readonly string[];
}

/** Reads `queue: sqs` as a choice and its option, and `sessions: 4` as a driver and its value. */
export function readChanges(
  { parameters: { drivers, choices } }: Pick<ModelCost, 'parameters'>,
  { parameters }: Pick<OptionCost, 'parameters'>,
): ReadChanges {
  const read = {
    drivers: {} as Record<string, number>,
    choices: {} as Record<string, string>,
    problems: [] as ParameterProblem[],
  };
  for (const [name, value] of Object.entries(parameters)) {
    const choice = Object.hasOwn(choices, name) ? choices[name] : undefined;
    if (choice) {
      const option = String(value);
      if (Object.hasOwn(choice.options, option)) read.choices[name] = option;
      else {
        read.problems.push({ name, value, kind: 'option', known: Object.keys(choice.options) });
      }
    } else if (!Object.hasOwn(drivers, name)) {
      const known = [...Object.keys(choices), ...Object.keys(drivers)];
      read.problems.push({ name, value, kind: 'unknown', known });
    } else if (typeof value === 'number' && Number.isFinite(value) && value >= 0) {
      read.drivers[name] = value;
    } else read.problems.push({ name, value, kind: 'number', known: [] });
  }
  const { problems, ...changes } = read;
  return { changes, problems };
}

function plain(name: string): string {
  return name.replace(/[*_`]/g, '').trim().toLowerCase();
}
