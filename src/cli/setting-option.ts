import { InvalidArgumentError } from 'commander';
import { portfolioConfig } from '#portfolio/config.ts';

/** Reads an option that stands above a setting, by the setting's own rule. */
export function readSetting(key: 'site' | 'base'): (text: string) => string {
  return (text) => {
    const { success, error } = portfolioConfig.shape[key].safeParse(text);
    if (success) return text;
    throw new InvalidArgumentError(`It takes ${error.issues[0]?.message ?? 'something else'}.`);
  };
}
