/** A call of one of the C4 library's procedures; what has no name stands as it is. */
export function call(
  procedure: string,
  plain: readonly string[],
  named: Readonly<Record<string, string>>,
): string {
  const values = Object.entries(named).map(([name, value]) => `$${name}="${value}"`);
  return `${procedure}(${[...plain, ...values].join(', ')})`;
}
