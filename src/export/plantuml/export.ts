import type { WorkspaceIndex } from '#model/index.ts';
import type { GraphView } from '#model/views.ts';
import type { Diagram, ExportOptions } from '../diagram.ts';
import { framesOf } from '../frames.ts';
import { writeGraph } from '../graph.ts';
import { viewsInOrder } from '../order.ts';
import { type Frame, newSheet, openBook } from '../sheet.ts';
import { plantUmlGraph } from './graph.ts';
import { isAnimated, isSequence } from './header.ts';
import { writeLegend } from './legend.ts';
import { newRules } from './rules.ts';
import { writeSequence } from './sequence.ts';
import { plantUmlSequence } from './sequence-notation.ts';

/** Every view as PlantUML with a legend, as the reference's `StructurizrPlantUMLExporter` writes it. */
export function exportPlantUml(index: WorkspaceIndex, options?: ExportOptions): Diagram[] {
  const book = openBook(index, options);
  let groups = 0;
  // The reference goes on counting groups from one view to the next.
  const nextGroup = () => ++groups;
  const write = (view: GraphView, frame?: Frame) => {
    const sheet = newSheet(book, view, frame);
    const rules = newRules();
    const asSequence = isSequence(sheet);
    const text = asSequence
      ? writeSequence(sheet, plantUmlSequence(sheet, rules))
      : writeGraph(sheet, plantUmlGraph(sheet, rules, nextGroup));
    return { text, legend: writeLegend(book, rules), isAnimated: !asSequence && isAnimated(sheet) };
  };
  return viewsInOrder(index, options?.only).map((view) => {
    const { text, legend, isAnimated } = write(view);
    const frames = isAnimated ? framesOf(book, view).map((frame) => write(view, frame).text) : [];
    return { key: view.key, text, legend, frames };
  });
}
