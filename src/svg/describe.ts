import type { ViewGraph } from '#views/graph.ts';

/** How many names of a drawing its description spells out; the text twin has them all. */
const NAMED = 6;

/** One or two sentences that say what a drawing shows to somebody who cannot see it. */
export function describe({ nodes, edges, clusters, description, diagram }: ViewGraph): string {
  const names = nodes.slice(0, NAMED).map(({ name }) => name);
  const rest = nodes.length - names.length;
  const list = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
  const inside =
    clusters.length > 0 ? ` in ${count(clusters.length, 'boundary', 'boundaries')}` : '';
  const lines =
    diagram === 'sequence' ? count(edges.length, 'step') : count(edges.length, 'relationship');
  const named = list && ` (${list})`;
  const shows = `${count(nodes.length, 'element')}${inside}${named} and ${lines}.`;
  return description ? `${sentence(description)} ${shows}` : shows;
}

/** A text with an end: a question or an exclamation has its own. */
function sentence(text: string): string {
  const words = text.trimEnd();
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
