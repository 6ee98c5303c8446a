import type { Element } from '#model/elements.ts';
import { groupName, groupStyles, said } from '../group-look.ts';
import type { Notation } from '../notation.ts';
import { endsOf } from '../order.ts';
import { aliasOf } from '../plantuml/names.ts';
import { nodeName } from '../plantuml/parts.ts';
import type { SequenceNotation } from '../plantuml/sequence.ts';
import { isVisible, type Sheet } from '../sheet.ts';
import { orNothing } from '../text.ts';
import { numberedDescription, typeOf } from '../words.ts';
import { call } from './call.ts';
import { elementCall } from './element.ts';
import { writeFooter, writeHeader } from './header.ts';
import { writeProperties } from './properties.ts';
import { elementTags, lineTags, thickness } from './tags.ts';

/** A view in C4-PlantUML, as a graph or as a sequence. Custom elements are not shown. */
export function c4Notation(sheet: Sheet): Notation & SequenceNotation {
  const { index, out } = sheet;
  let groups = 0;
  const writeHidden = (element: Element) => {
    if (!isVisible(sheet, element)) out.line(`hide ${aliasOf(sheet, element)}`);
  };
  return {
    end: '}',
    header: () => writeHeader(sheet),
    footer: () => writeFooter(sheet),
    group(path) {
      const looks = groupStyles(sheet, path);
      const color = said(looks, 'stroke') ?? said(looks, 'color') ?? '#cccccc';
      const tag = call('AddBoundaryTag', [`"${path}"`], {
        borderColor: color,
        fontColor: color,
        borderStyle: 'dashed',
        ...thickness(said(looks, 'strokeWidth')),
      });
      out.line(tag);
      const plain = [`group_${++groups}`, `"${groupName(sheet, path)}"`];
      out.open(`${call('Boundary', plain, { tags: path })} {`);
    },
    boundary(element) {
      const procedure = `${element.kind === 'Container' ? 'Container' : 'System'}_Boundary`;
      const plain = [`"${aliasOf(sheet, element)}_boundary"`, `"${element.name}"`];
      out.open(`${call(procedure, plain, { tags: elementTags(sheet, element) })} {`);
    },
    node(node) {
      writeProperties(sheet, node);
      const named = {
        type: orNothing(node.technology),
        descr: orNothing(node.description),
        tags: elementTags(sheet, node),
        link: orNothing(node.url),
      };
      const plain = [aliasOf(sheet, node), `"${nodeName(node)}"`];
      out.open(`${call('Deployment_Node', plain, named)} {`);
      writeHidden(node);
    },
    box(element) {
      out.open(`box "${element.name}\n<size:12>${typeOf(index, element)}</size>"`);
    },
    element(element) {
      if (element.kind === 'CustomElement') return;
      writeProperties(sheet, element);
      out.line(elementCall(sheet, element));
      writeHidden(element);
    },
    line(line) {
      const { source, destination, relationship } = line;
      if (source.kind === 'CustomElement' || destination.kind === 'CustomElement') return;
      writeProperties(sheet, relationship);
      const ends = endsOf(line).map((end) => aliasOf(sheet, end));
      const named = {
        techn: orNothing(relationship.technology),
        tags: lineTags(sheet, relationship),
        link: orNothing(relationship.url),
      };
      out.line(call('Rel', [...ends, `"${numberedDescription(line, ': ')}"`], named));
    },
  };
}
