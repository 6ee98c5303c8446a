/** Which boundary holds each box and boundary; those at the outside are held by none. */
export type Holders = ReadonlyMap<string, string | undefined>;

/** The boundaries around something, innermost first. */
export function boundariesAround(holders: Holders, id: string): string[] {
  const around: string[] = [];
  for (let at = holders.get(id); at !== undefined; at = holders.get(at)) around.push(at);
  return around;
}

/** The innermost boundary that holds both, never one of the two themselves. */
export function commonAncestor(holders: Holders, a: string, b: string): string | undefined {
  const around = new Set(boundariesAround(holders, a));
  return boundariesAround(holders, b).find((boundary) => around.has(boundary));
}
