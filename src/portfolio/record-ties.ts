import type { AdrRecord, Located, RelationshipTie } from '#adr/record.ts';
import type { Element, Relationship } from '#model/elements.ts';
import type { ElementId } from '#model/ids.ts';
import { Identifier } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import { type ModelCost, partCost, type Spend } from './costs.ts';

/** The elements at the ends of the relationships that a record names. */
export function endsOf(index: WorkspaceIndex, { ties }: AdrRecord): Element[] {
  return ties.relationships
    .flatMap(({ source, destination }) => [source, destination])
    .flatMap((name) => index.byIdentifier(Identifier(name)) ?? []);
}

/**
 * The relationships of the model that a record means: between two elements or parts of them, with
 * the description that it gives, if any.
 */
export function relationshipsOf(
  index: WorkspaceIndex,
  { source, destination, description }: RelationshipTie,
): Relationship[] {
  const [from, to] = [source, destination].map((name) => index.byIdentifier(Identifier(name)));
  if (!from || !to) return [];
  const isIn = (id: ElementId, holder: Element) => index.lineage(id).some((one) => one === holder);
  return index.workspace.relationships.filter(
    (one) =>
      isIn(one.source, from) &&
      isIn(one.destination, to) &&
      (description === '' || one.description?.toLowerCase() === description.toLowerCase()),
  );
}

/** What a record names of a bill: a model, and one of its parts or lines, if any. */
export function billOf({ text }: Located): { readonly model: string; readonly part: string } {
  const at = text.indexOf('/');
  return at < 0
    ? { model: text, part: '' }
    : { model: text.slice(0, at), part: text.slice(at + 1) };
}

/** What that costs a month at both sizes; nothing where the model has no such part. */
export function billSpend(cost: ModelCost, part: string): Spend | undefined {
  if (part === '') return { small: cost.small.monthly, large: cost.large.monthly };
  const large = partCost(cost, part);
  if (large === undefined) return undefined;
  // A part may be there at the larger size alone.
  return { small: partCost({ ...cost, large: cost.small }, part) ?? 0, large };
}
