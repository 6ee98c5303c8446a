import type { WorkspaceIndex } from '#model/index.ts';
import type { Diagram, ExportOptions } from '../diagram.ts';
import { writeGraph } from '../graph.ts';
import type { Notation } from '../notation.ts';
import { endsOf, participantsOf, viewsInOrder } from '../order.ts';
import { newSheet, openBook, type Sheet } from '../sheet.ts';
import { isEmpty } from '../text.ts';
import { descriptionOf, termOf } from '../words.ts';

/**
 * The dynamic views for websequencediagrams.com, as the reference's `WebSequenceDiagramsExporter`
 * writes them. It writes custom views, too, in the way of a graph.
 */
export function exportWebSequenceDiagrams(
  index: WorkspaceIndex,
  options?: ExportOptions,
): Diagram[] {
  const book = openBook(index, options);
  return viewsInOrder(index, options?.only).flatMap((view) => {
    if (view.kind !== 'Dynamic' && view.kind !== 'Custom') return [];
    const sheet = newSheet(book, view);
    const notation = sequenceNotation(sheet);
    const text =
      view.kind === 'Custom' ? writeGraph(sheet, notation) : writeSequence(sheet, notation);
    return [{ key: view.key, text, frames: [] }];
  });
}

function writeSequence({ out, lines }: Sheet, notation: Notation): string {
  notation.header();
  for (const element of participantsOf(lines)) notation.element(element);
  out.line();
  for (const line of lines) notation.line(line);
  if (lines.length > 0) out.line();
  return out.toString();
}

function sequenceNotation({ index, view, out, nameOf }: Sheet): Notation {
  return {
    end: undefined,
    header() {
      const below = isEmpty(view.description) ? '' : `\n${view.description}`;
      out.line(`title ${nameOf(view)}${below}`);
      out.line();
    },
    footer() {},
    group() {},
    boundary() {},
    node() {},
    element(element) {
      const word = element.kind === 'Person' ? 'actor' : 'participant';
      out.line(`${word} <<${termOf(index, element)}>>\\n${element.name} as ${element.name}`);
    },
    line(line) {
      const [from, to] = endsOf(line);
      const arrow = `${line.shown.response ? '--' : '-'}${
        line.relationship.interactionStyle === 'Asynchronous' ? '>>' : '>'
      }`;
      out.line(`${from.name}${arrow}${to.name}: ${descriptionOf(line)}`);
    },
  };
}
