import type { WorkspaceIndex } from '#model/index.ts';
import type { Diagram, ExportOptions } from '../diagram.ts';
import { writeGraph } from '../graph.ts';
import { viewsInOrder } from '../order.ts';
import { newSheet, openBook } from '../sheet.ts';
import { dotGraph } from './graph.ts';

/** Every view for Graphviz, as the reference's `DOTExporter` writes it. */
export function exportDot(index: WorkspaceIndex, options?: ExportOptions): Diagram[] {
  const book = openBook(index, options);
  return viewsInOrder(index, options?.only).map((view) => {
    const sheet = newSheet(book, view);
    return { key: view.key, text: writeGraph(sheet, dotGraph(sheet)), frames: [] };
  });
}
