import type { DeploymentNode, Element } from '#model/elements.ts';
import { endsOf, type Line } from '../order.ts';
import type { Sheet } from '../sheet.ts';
import { isSolid } from '../styles.ts';
import { isEmpty } from '../text.ts';
import { breakText, numberedDescription } from '../words.ts';
import { sized } from './node.ts';

/** The width of a label in pixels, whatever the style says. */
const WIDTH = 400;

/**
 * Writes the edge of a relationship. An edge of a deployment node runs to something inside it and is
 * cut at its border; to a node with nothing inside, on which the reference fails, there is none.
 */
export function writeEdge(sheet: Sheet, line: Line): void {
  const { relationship, source, destination, shown } = line;
  const look = sheet.styles.relationship(relationship);
  const { fontSize, color } = look;
  const words = numberedDescription(line, '. ');
  const { technology } = relationship;
  let label = isEmpty(words) ? '' : sized(fontSize, breakText(WIDTH, fontSize, words));
  if (!isEmpty(technology)) label += `<br />${sized(fontSize - 5, `[${technology}]`)}`;

  const joinsNodes = source.kind === 'DeploymentNode' || destination.kind === 'DeploymentNode';
  const [from, to] = joinsNodes
    ? [inside(sheet, source), inside(sheet, destination)]
    : endsOf(line);
  if (!from || !to) return;
  const tail = source.kind === 'DeploymentNode' ? `,ltail=cluster_${source.id}` : '';
  const head = destination.kind === 'DeploymentNode' ? `,lhead=cluster_${destination.id}` : '';
  const style = isSolid(look) ? 'solid' : 'dashed';
  sheet.out.line(
    `${from.id} -> ${to.id} [id=${shown.id}, label=<${label}>, style="${style}", color="${color}", fontcolor="${color}"${tail}${head}]`,
  );
}

/** What an edge can end at: the element, or of a deployment node the first thing inside. */
function inside(sheet: Sheet, element: Element): Element | undefined {
  return element.kind === 'DeploymentNode' ? firstIn(sheet, element) : element;
}

function firstIn(sheet: Sheet, node: DeploymentNode): Element | undefined {
  const children = sheet.index.children(node.id);
  for (const kind of ['SoftwareSystemInstance', 'ContainerInstance', 'InfrastructureNode']) {
    const found = children.find((child) => child.kind === kind && sheet.inView.has(child));
    if (found) return found;
  }
  for (const child of children) {
    const found = child.kind === 'DeploymentNode' && firstIn(sheet, child);
    if (found) return found;
  }
  return undefined;
}
