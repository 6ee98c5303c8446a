import { InvalidArgumentError, Option } from 'commander';
import { hostName } from '#portfolio/config.ts';

/** `--allow-host`, as often as wanted: a host that a workspace may read from, by the setting's own rule. */
export function allowHostOption(): Option {
  const words = 'fetch what a workspace names at this host; may be given again';
  return new Option('--allow-host <host>', words).argParser(
    (text, before: readonly string[] | undefined): readonly string[] => {
      const { success, data, error } = hostName.safeParse(text);
      if (success) return [...(before ?? []), data];
      throw new InvalidArgumentError(`It takes ${error.issues[0]?.message ?? 'something else'}.`);
    },
  );
}
