import type { Element } from '#model/elements.ts';
import { staticElement } from '#model/index.ts';
import { groupColor, groupName } from '../group-look.ts';
import type { Notation } from '../notation.ts';
import { endsOf, type Line } from '../order.ts';
import { directionOf, type Sheet, setting, titleOf } from '../sheet.ts';
import { type ElementLook, isSolid } from '../styles.ts';
import { isEmpty, trim } from '../text.ts';
import { isAddress, numberedDescription, typeOf, wrap } from '../words.ts';

/** A view as a Mermaid flowchart. */
export function mermaidGraph(sheet: Sheet): Notation {
  const { styles, out } = sheet;
  let groups = 0;
  const open = (id: string, name: string, style: string) => {
    out.open(`subgraph ${id} ["${name}"]`);
    out.line(`style ${id} ${style}`);
    out.line();
  };
  return {
    end: 'end',
    header() {
      out.open(`graph ${directionOf(sheet)}`);
      out.line('linkStyle default fill:#ffffff');
      out.line();
      const title = setting(sheet, 'mermaid.title', 'true') === 'true' ? titleOf(sheet) : ' ';
      open('diagram', title, 'fill:#ffffff,stroke:#ffffff');
    },
    footer() {
      out.close('end');
      out.outdent();
    },
    group(path) {
      const color = groupColor(sheet, path);
      // The reference takes the name as a format, in which `%%` is one percent sign.
      const name = groupName(sheet, path).replaceAll('%%', '%');
      const style = `fill:#ffffff,stroke:${color},color:${color},stroke-dasharray:5`;
      open(`group${++groups}`, name, style);
    },
    boundary(element) {
      const { stroke } = styles.element(element);
      open(element.id, element.name, `fill:#ffffff,stroke:${stroke},color:${stroke}`);
    },
    node(node) {
      const { stroke, color } = styles.element(node);
      open(node.id, node.name, `fill:#ffffff,stroke:${stroke},color:${color}`);
    },
    element(element) {
      const { id, url } = element;
      const look = styles.element(element);
      const [before, after] = BRACKETS[look.shape as keyof typeof BRACKETS] ?? ['[', ']'];
      out.line(`${id}${before}"${labelOf(sheet, element, look)}"${after}`);
      if (!isEmpty(url)) out.line(`click ${id} ${url} "${url}"`);
      out.line(`style ${id} fill:${look.background},stroke:${look.stroke},color:${look.color}`);
    },
    line(line) {
      const { relationship, source, destination } = line;
      if (source.kind === 'DeploymentNode' || destination.kind === 'DeploymentNode') return;
      const [from, to] = endsOf(line);
      const stroke = isSolid(styles.relationship(relationship)) ? '-' : '.';
      out.line(`${from.id}-${stroke} "${lineLabel(line)}" ${stroke}->${to.id}`);
    },
  };
}

/** What the shapes that Mermaid knows are written in; the others are boxes. */
const BRACKETS = { RoundedBox: ['(', ')'], Cylinder: ['[(', ')]'] } as const;

function labelOf(sheet: Sheet, element: Element, look: ElementLook): string {
  const { name, description } = staticElement(sheet.index, element);
  const type = typeOf(sheet.index, staticElement(sheet.index, element));
  const parts = [`<div style='font-weight: bold'>${name}</div>`];
  if (look.metadata) {
    parts.push(`<div style='font-size: 70%; margin-top: 0px'>${type}</div>`);
  }
  if (look.description && !isEmpty(description)) {
    parts.push(`<div style='font-size: 80%; margin-top:10px'>${inLines(description)}</div>`);
  }
  if (setting(sheet, 'mermaid.icons', 'false') === 'true' && isAddress(look.icon)) {
    const style = 'max-height: 50px; margin: auto; margin-top:10px';
    parts.push(`<div><img src='${look.icon}' style='${style}'/></div>`);
  }
  return parts.join('');
}

function lineLabel(line: Line): string {
  const { technology } = line.relationship;
  const below = isEmpty(technology) ? '' : `[${technology}]`;
  const words = inLines(numberedDescription(line, '. '));
  return `<div>${words}</div><div style='font-size: 70%'>${below}</div>`;
}

/** A text in lines of less than thirty characters. */
function inLines(text: string): string {
  return wrap(trim(text).split(/[ \t\n\v\f\r]+/), 30);
}
