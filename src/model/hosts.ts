/** How a host is written that an author permits: https, unless http is written. */
export const HOST = {
  pattern: /^(?:http:\/\/)?(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i,
  words: 'a host such as raw.githubusercontent.com, or http://localhost:8080 where it has no https',
} as const;

/**
 * Whether an address may be fetched or shown: its host is one of those that the author permits. A host
 * permits https; `http://localhost:8080` permits that one over http.
 */
export function isPermitted(address: string, hosts: readonly string[]): boolean {
  const entry = hostEntry(address);
  return entry !== undefined && hosts.includes(entry);
}

/** What permits an address, as it is written in `hosts`; nothing for what is no http address. */
export function hostEntry(address: string): string | undefined {
  const url = URL.parse(address);
  if (url?.protocol === 'https:') return url.host;
  return url?.protocol === 'http:' ? `http://${url.host}` : undefined;
}

/** What an author does to have an address fetched. */
export function permitHint(address: string): string {
  const entry = hostEntry(address);
  return `Permit its host: \`hosts: ['${entry}']\` in astro.config.mjs, or \`--allow-host ${entry}\` where the command line names a file.`;
}
