import type { WorkspaceIndex } from '#model/index.ts';
import type { GraphView } from '#model/views.ts';
import type { Diagram, ExportOptions } from '../diagram.ts';
import { framesOf } from '../frames.ts';
import { writeGraph } from '../graph.ts';
import { viewsInOrder } from '../order.ts';
import { isAnimated, isSequence } from '../plantuml/header.ts';
import { writeSequence } from '../plantuml/sequence.ts';
import { type Frame, newSheet, openBook } from '../sheet.ts';
import { c4Notation } from './notation.ts';

/** Every view but custom ones, as the reference's `C4PlantUMLExporter` writes it. */
export function exportC4PlantUml(index: WorkspaceIndex, options?: ExportOptions): Diagram[] {
  const book = openBook(index, options);
  const write = (view: GraphView, frame?: Frame) => {
    const sheet = newSheet(book, view, frame);
    const notation = c4Notation(sheet);
    const text = isSequence(sheet) ? writeSequence(sheet, notation) : writeGraph(sheet, notation);
    return { text, isAnimated: isAnimated(sheet) };
  };
  return viewsInOrder(index, options?.only).flatMap((view) => {
    if (view.kind === 'Custom') return [];
    const { text, isAnimated } = write(view);
    const steps = isAnimated && view.kind !== 'Dynamic' ? framesOf(book, view) : [];
    return [{ key: view.key, text, frames: steps.map((step) => write(view, step).text) }];
  });
}
