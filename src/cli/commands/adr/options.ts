import { finding } from '#adr/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';

/** Options of a command by name: a letter is `-s`, a word is `--json`. */
export interface OptionSpec {
  /** Those with a value. */
  readonly values?: readonly string[];
  readonly flags?: readonly string[];
  /** Whether options may follow other words, as `generate toc` allows. */
  readonly anywhere?: boolean;
}

/** A command line, read. */
export interface ParsedOptions {
  /** Values in order, by option; flags have an empty one. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
  readonly problem?: Diagnostic | undefined;
}

/**
 * Reads options as adr-tools' shell does: they come before all other words, `--` ends them, `-s2` is
 * `-s 2`, and an option may be given more than once. `--name value` and `--name=value` are new.
 */
export function parseOptions(
  command: string,
  args: readonly string[],
  { values = [], flags = [], anywhere = false }: OptionSpec,
): ParsedOptions {
  const options = new Map<string, string[]>();
  const words: string[] = [];
  const rest = [...args];
  const fail = (problem: Diagnostic): ParsedOptions => ({ options, words, problem });
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') return { options, words: [...words, ...rest] };
    if (!/^-./.test(arg)) {
      words.push(arg);
      if (!anywhere) return { options, words: [...words, ...rest] };
      continue;
    }
    const { name, attached } = splitOption(arg);
    if (flags.includes(name) && attached === undefined) {
      options.set(name, ['']);
      continue;
    }
    if (!values.includes(name)) return fail(unknownOption(command, arg, [...values, ...flags]));
    const value = attached ?? rest.shift();
    if (value === undefined) return fail(missingValue(command, name));
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return { options, words };
}

/** The last value of an option. */
export function optionValue({ options }: ParsedOptions, name: string): string | undefined {
  return options.get(name)?.at(-1);
}

function splitOption(arg: string): { name: string; attached: string | undefined } {
  const long = /^--([^=]+)(?:=([\s\S]*))?$/.exec(arg);
  if (long) return { name: long[1] ?? '', attached: long[2] };
  return { name: arg.slice(1, 2), attached: arg.length > 2 ? arg.slice(2) : undefined };
}

function unknownOption(command: string, arg: string, known: readonly string[]): Diagnostic {
  const names = known.map(dashed);
  const near = arg.startsWith('--') ? didYouMean(arg, names) : undefined;
  const title = command === 'new' ? ' Put `--` before a title that begins with a hyphen.' : '';
  return finding('adr-usage', `\`adr ${command}\` has no option \`${arg}\`.`, undefined, {
    hint: near ?? `It has ${names.join(', ')}.${title}`,
  });
}

function missingValue(command: string, name: string): Diagnostic {
  return finding('adr-usage', `\`${dashed(name)}\` needs a value.`, undefined, {
    hint: `See \`adr help ${command}\`.`,
  });
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}
