/** Options of `export` that only some formats heed: what each is called, and which those are. */
const HEEDED = {
  theme: { flag: '--theme', by: ['svg', 'png'] },
  titleBlock: { flag: '--no-title-block', by: ['svg', 'png'] },
  textAsPaths: { flag: '--text-as-paths', by: ['svg'] },
  scale: { flag: '--scale', by: ['png'] },
} as const;

/**
 * A line for each option on the command line that the format does not heed; `isGiven` knows options
 * by their names in code.
 */
export function withoutEffect(
  format: string,
  { key }: { readonly key?: boolean },
  isGiven: (option: string) => boolean,
): string[] {
  const heeded = [
    ...Object.entries(HEEDED).map(([option, words]) => ({ option, ...words })),
    { option: 'key', flag: key === false ? '--no-key' : '--key', by: ['svg', 'png'] },
    ...(['json', 'dsl'].includes(format) ? [{ option: 'view', flag: '--view', by: [] }] : []),
  ] satisfies { option: string; flag: string; by: readonly string[] }[];
  return heeded
    .filter(({ option, by }) => isGiven(option) && !by.some((one) => one === format))
    .map(({ flag, by }) => {
      const where =
        by.length > 0 ? `it is for ${by.join(' and ')}` : 'it takes the whole workspace';
      return `warning: ${flag} has no effect with --format ${format}: ${where}.\n`;
    });
}
