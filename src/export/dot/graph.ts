import type { Container, SoftwareSystem } from '#model/elements.ts';
import { groupColor, groupName } from '../group-look.ts';
import type { Notation } from '../notation.ts';
import { directionOf, holderOf, type Sheet, titleOf } from '../sheet.ts';
import { isEmpty } from '../text.ts';
import { typeOf } from '../words.ts';
import { writeEdge } from './edge.ts';
import { sized, writeNode } from './node.ts';

/** The colours of boundaries: of what the view is about, and of others. */
const OWN = '#444444';
const OTHER = '#cccccc';

/** A view as a Graphviz digraph. */
export function dotGraph(sheet: Sheet): Notation {
  const { index, styles, view, out } = sheet;
  const open = (id: string, label: string, color: string, fontColor: string, fill: string) => {
    out.open(`subgraph ${id} {`);
    out.line('margin=25');
    out.line(`label=<${label}>`);
    out.line('labelloc=b');
    out.line(`color="${color}"`);
    out.line(`fontcolor="${fontColor}"`);
    out.line(`fillcolor="${fill}"`);
  };
  return {
    end: '}',
    header() {
      out.open('digraph {');
      out.line('compound=true');
      const direction = directionOf(sheet);
      out.line(`graph [fontname="Arial", rankdir=${direction}, ranksep=1.0, nodesep=1.0]`);
      out.line('node [fontname="Arial", shape=box, margin="0.4,0.3"]');
      out.line('edge [fontname="Arial"]');
      const { description } = view;
      const below = isEmpty(description) ? '' : `<br />${sized(24, description)}`;
      out.line(`label=<<br />${sized(34, titleOf(sheet))}${below}>`);
      out.line();
    },
    footer() {
      out.close('}');
    },
    group(path) {
      const name = groupName(sheet, path);
      const color = groupColor(sheet, path);
      open(`"cluster_group_${name}"`, sized(24, `<br />${name}`), color, color, '#ffffff');
      out.line('style="dashed"');
      out.line();
    },
    boundary(element) {
      const color = isOwn(sheet, element) ? OWN : OTHER;
      const { id, name } = element;
      const label = `${sized(24, `<br />${name}`)}<br />${sized(19, typeOf(index, element))}`;
      open(`cluster_${id}`, label, color, color, color);
      out.line();
    },
    node(node) {
      const { stroke, color } = styles.element(node);
      const label = `${sized(24, node.name)}<br />${sized(19, typeOf(index, node))}`;
      open(`cluster_${node.id}`, label, stroke, color, '#ffffff');
      out.line();
    },
    element(element) {
      writeNode(sheet, element);
    },
    line(line) {
      writeEdge(sheet, line);
    },
  };
}

/** Whether a view is about what is inside a system or container. */
function isOwn(sheet: Sheet, element: SoftwareSystem | Container): boolean {
  const { view, index } = sheet;
  if (view.kind === 'Dynamic') {
    const scope = view.scope && index.element(view.scope);
    // The reference does not find out the system of a container when it reads the view from JSON.
    const isSystem = scope && view.origin && holderOf(sheet, scope) === element;
    return scope === element || isSystem === true;
  }
  if (element.kind === 'Container')
    return view.kind !== 'Component' || view.container === element.id;
  return 'softwareSystem' in view && view.softwareSystem === element.id;
}
