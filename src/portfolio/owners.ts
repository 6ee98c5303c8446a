import type { Element } from '#model/elements.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';

/** Who answers for an element. */
export interface Owner {
  readonly name: string;
  /** What holds the element and names its owner, where the element does not itself. */
  readonly through?: Element;
}

/** The property `owner` of an element, of what an instance runs, else of the nearest that holds it. */
export function ownerOf(index: WorkspaceIndex, element: Element): Owner | undefined {
  const own = named(element);
  if (own) return { name: own };
  const behind = staticElement(index, element);
  for (const holder of index.lineage(behind.id)) {
    const name = named(holder);
    if (name) return { name, ...(holder !== behind && { through: holder }) };
  }
  return undefined;
}

/** Every owner that the workspace names, in the order of its elements. */
export function ownersIn({ workspace }: WorkspaceIndex): readonly string[] {
  return [...new Set(workspace.elements.flatMap((element) => named(element) ?? []))];
}

function named({ properties }: Element): string | undefined {
  return properties.owner?.trim() || undefined;
}

/** The style sheet of pages knows this many colours for owners. */
export const OWNER_HUES = 6;

/**
 * Colours, from 1, for the owners on a drawing, `shown` with how much each has there. An owner keeps its
 * colour from drawing to drawing unless another has it already; where there are too many, those who have
 * least go without.
 */
export function ownerHues(
  shown: ReadonlyMap<string, number>,
  all: readonly string[],
): ReadonlyMap<string, number> {
  const chosen = new Set(
    all
      .filter((name) => shown.has(name))
      .toSorted((a, b) => (shown.get(b) ?? 0) - (shown.get(a) ?? 0))
      .slice(0, OWNER_HUES),
  );
  const free = new Set(Array.from({ length: OWNER_HUES }, (_, place) => place + 1));
  const hues = new Map<string, number>();
  for (const [place, name] of all.entries()) {
    if (!chosen.has(name)) continue;
    const wanted = (place % OWNER_HUES) + 1;
    const [next = wanted] = free;
    const hue = free.has(wanted) ? wanted : next;
    free.delete(hue);
    hues.set(name, hue);
  }
  return hues;
}
