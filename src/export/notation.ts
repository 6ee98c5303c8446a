import type { Container, DeploymentNode, Element, SoftwareSystem } from '#model/elements.ts';
import type { Line } from './order.ts';
import type { Sheet } from './sheet.ts';

/** How a notation writes the parts of a graph; `graph.ts` says which parts, and in which order. */
export interface Notation {
  header(): void;
  footer(): void;
  /** Begins a group, given by its whole path; what follows is inside. */
  group(path: string): void;
  /** Begins a software system or container that is looked into. */
  boundary(element: SoftwareSystem | Container): void;
  /** Begins a deployment node. */
  node(node: DeploymentNode): void;
  /** What ends each of these three; nothing in a notation that passes over them. */
  readonly end: string | undefined;
  element(element: Element): void;
  line(line: Line): void;
}

/** Ends a group, boundary or node. */
export function endPart({ out }: Sheet, { end }: Notation): void {
  if (end === undefined) return;
  out.close(end);
  out.line();
}
