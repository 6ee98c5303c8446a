import { canonicalName } from '#model/canonical-name.ts';
import type { Element } from '#model/elements.ts';
import { staticElement } from '#model/index.ts';
import type { Line } from '../order.ts';
import { participantsOf } from '../order.ts';
import { holderOf, isOn, type Sheet } from '../sheet.ts';

/** How a PlantUML notation writes the parts of a sequence diagram. */
export interface SequenceNotation {
  header(): void;
  footer(): void;
  /** Begins a box around participants of one system or container. */
  box(element: Element): void;
  element(element: Element): void;
  line(line: Line): void;
}

/** Writes a dynamic view as a sequence diagram; gives the text. */
export function writeSequence(sheet: Sheet, notation: SequenceNotation): string {
  const { out, lines } = sheet;
  notation.header();
  const participants = participantsOf(lines);
  if (hasBoxes(sheet)) writeInBoxes(sheet, notation, participants);
  else for (const element of participants) notation.element(element);
  if (participants.length > 0) out.line();
  for (const line of lines) notation.line(line);
  if (lines.length > 0) out.line();
  notation.footer();
  return out.toString();
}

/** Whether participants stand in boxes of their systems and containers. */
export function hasBoxes(sheet: Sheet): boolean {
  return isOn(sheet, 'plantuml.boundaries', 'true');
}

function writeInBoxes(
  sheet: Sheet,
  notation: SequenceNotation,
  participants: readonly Element[],
): void {
  const { out } = sheet;
  const taking = new Set(participants);
  const open: Element[] = [];
  const endBox = () => {
    open.pop();
    out.close('end box');
  };
  for (const element of inWritingOrder(sheet, participants)) {
    const holder = holderOf(sheet, element);
    const takesPart = taking.has(element);
    while (open.length > 0 && open.at(-1) !== holder) endBox();
    if (takesPart) notation.element(element);
    else {
      notation.box(element);
      open.push(element);
    }
  }
  while (open.length > 0) endBox();
}

/** Participants, each after what holds it and beside those who are held by the same. */
function inWritingOrder(sheet: Sheet, participants: readonly Element[]): Element[] {
  const { index } = sheet;
  const nameOf = (element: Element) =>
    canonicalName(element, {
      parent: (of) => holderOf(sheet, of),
      instanceOf: (of) => staticElement(index, of),
    });
  const order: Element[] = [];
  for (const element of participants) {
    const [, ...holders] = index.lineage(element.id);
    const [holder] = holders;
    if (!holder) {
      order.push(element);
      continue;
    }
    for (const one of holders.reverse()) if (!order.includes(one)) order.push(one);
    const path = nameOf(holder);
    const family = path.slice(path.indexOf('://'));
    const last = order.findLastIndex((one) => nameOf(one).includes(family));
    order.splice((last < 0 ? order.indexOf(holder) : last) + 1, 0, element);
  }
  return order;
}
