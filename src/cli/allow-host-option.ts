import { InvalidArgumentError, Option } from 'commander';
import { HOST } from '#model/hosts.ts';

/** `--allow-host`, as often as wanted: a host that a workspace may read from, by the setting's own rule. */
export function allowHostOption(): Option {
  const words = 'fetch what a workspace names at this host; may be given again';
  return new Option('--allow-host <host>', words).argParser(
    (text, before: readonly string[] | undefined): readonly string[] => {
      if (HOST.pattern.test(text)) return [...(before ?? []), text.toLowerCase()];
      throw new InvalidArgumentError(`It takes ${HOST.words}.`);
    },
  );
}
