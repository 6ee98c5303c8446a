import type { WorkspaceIndex } from '#model/index.ts';
import type { Diagram, ExportOptions } from '../diagram.ts';
import { writeGraph } from '../graph.ts';
import { viewsInOrder } from '../order.ts';
import { isOn, newSheet, openBook, type Sheet } from '../sheet.ts';
import { mermaidGraph } from './graph.ts';
import { writeSequence } from './sequence.ts';

/** Every view as Mermaid, as the reference's `MermaidDiagramExporter` writes it. */
export function exportMermaid(index: WorkspaceIndex, options?: ExportOptions): Diagram[] {
  const book = openBook(index, options);
  return viewsInOrder(index, options?.only).map((view) => {
    const text = write(newSheet(book, view));
    return { key: view.key, text, frames: [] };
  });
}

function write(sheet: Sheet): string {
  const asSequence =
    sheet.view.kind === 'Dynamic' && isOn(sheet, 'mermaid.sequenceDiagram', 'false');
  return asSequence ? writeSequence(sheet) : writeGraph(sheet, mermaidGraph(sheet));
}
