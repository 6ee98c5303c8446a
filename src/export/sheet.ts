import type { Element } from '#model/elements.ts';
import type { ElementId } from '#model/ids.ts';
import { parentOf, type WorkspaceIndex } from '#model/index.ts';
import { viewName } from '#model/view-names.ts';
import type { GraphView } from '#model/views.ts';
import type { ExportOptions } from './diagram.ts';
import { elementsOf, type Line, linesOf } from './order.ts';
import { officialStyles, type Styles } from './styles.ts';
import { isEmpty } from './text.ts';
import { Writer } from './writer.ts';

/** What the diagrams of one export share. */
export interface Book {
  readonly index: WorkspaceIndex;
  readonly styles: Styles;
  /** The name that Structurizr gives a view. */
  nameOf(view: GraphView): string;
  /** The longer side of an icon in pixels, if somebody knows it. */
  iconSize(address: string): number | undefined;
}

/** One text that is being written: a view, or one frame of it. */
export interface Sheet extends Book {
  readonly view: GraphView;
  /** The elements of the view, by number. */
  readonly elements: readonly Element[];
  readonly inView: ReadonlySet<Element>;
  /** The relationships of the view, in the order in which they are written. */
  readonly lines: readonly Line[];
  readonly out: Writer;
  /** What is shown of an animated view; everything where there is no frame. */
  readonly frame: Frame | undefined;
}

/** An animation's step by its number, or the step of a dynamic view. */
export type Frame = number | string;

/** What the diagrams of an export share, worked out once. */
export function openBook(index: WorkspaceIndex, options: ExportOptions = {}): Book {
  const { workspace } = index;
  const { themes = [], iconSize = () => undefined } = options;
  const elements = new Map(workspace.elements.map((element) => [element.id, element]));
  const views = new Map(workspace.views.map((view) => [view.key, view]));
  return {
    index,
    styles: officialStyles(index, themes),
    nameOf: (view) => viewName(view, elements, views) ?? '',
    iconSize,
  };
}

/** A blank sheet for a view, or for one frame of it. */
export function newSheet(book: Book, view: GraphView, frame?: Frame): Sheet {
  const elements = elementsOf(book.index, view);
  return {
    ...book,
    view,
    elements,
    inView: new Set(elements),
    lines: linesOf(book.index, view),
    out: new Writer(),
    frame,
  };
}

/** A property of the view, else of all views. */
export function setting({ index, view }: Sheet, name: string, otherwise: string): string {
  const { properties } = index.workspace.viewConfiguration;
  return view.properties[name] ?? properties[name] ?? otherwise;
}

/** Whether a setting says `true`, in whatever case. */
export function isOn(sheet: Sheet, name: string, otherwise: 'true' | 'false'): boolean {
  return setting(sheet, name, otherwise).toLowerCase() === 'true';
}

/** The view's title, else the name that Structurizr gives it. */
export function titleOf({ view, nameOf }: Sheet): string {
  return isEmpty(view.title) ? nameOf(view) : view.title;
}

/** Which way the view runs, as Mermaid and Graphviz abbreviate it. */
export function directionOf({ view }: Sheet): 'TB' | 'BT' | 'LR' | 'RL' {
  switch (view.autoLayout?.rankDirection) {
    case 'BottomTop':
      return 'BT';
    case 'LeftRight':
      return 'LR';
    case 'RightLeft':
      return 'RL';
    default:
      return 'TB';
  }
}

/** The element that holds another. */
export function holderOf({ index }: Sheet, element: Element): Element | undefined {
  const parent = parentOf(element);
  return parent === undefined ? undefined : index.element(parent);
}

/** Whether an element has come up by the sheet's frame. */
export function isVisible({ view, lines, frame }: Sheet, element: Element): boolean {
  if (frame === undefined || view.kind === 'Custom') return true;
  if (view.kind === 'Dynamic') {
    return lines.some(
      ({ shown, source, destination }) =>
        shown.order === frame && (source === element || destination === element),
    );
  }
  const shown = (ids: readonly ElementId[]) => ids.includes(element.id);
  return view.animations.some(({ order, elements }) => order <= Number(frame) && shown(elements));
}
