import { Window } from 'happy-dom';
import type { TextMeasure } from '#layout/measure/text.ts';
import { boxInDrawing, boxOf } from './boxes.ts';
import { isPresentation } from './markup.ts';
import { readStyles, type Styles } from './styles.ts';
import { textBoxes } from './text-boxes.ts';

/** What Mermaid looks for among the globals of a browser. */
const GLOBALS = [
  'document',
  'navigator',
  'screen',
  'Node',
  'Element',
  'HTMLElement',
  'Image',
  'SVGElement',
  'DOMParser',
  'XMLSerializer',
  'CSSStyleSheet',
  'MutationObserver',
  'DocumentFragment',
  'HTMLTemplateElement',
  'NodeFilter',
  'NamedNodeMap',
  'Text',
  'Comment',
  'HTMLFormElement',
  'CSS',
  'getComputedStyle',
  'requestAnimationFrame',
] as const;

/** A browser's window as far as Mermaid needs one, and the globals that lead to it. */
export interface DrawingWindow {
  readonly document: Document;
  readonly globals: Readonly<Record<string, unknown>>;
}

/**
 * Makes a window that loads nothing and runs nothing, in which elements say how large they are by the
 * metrics of our font. What is drawn in it is cleaned by `markup.ts`; DOMPurify, which does not know
 * this DOM and would clear everything away, finds that it is not supported and stands aside.
 */
export function createWindow(measure: TextMeasure): DrawingWindow {
  const window = new Window({
    url: 'https://picture.invalid/',
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
    },
  });
  // happy-dom types its nodes apart from those of a browser; what Mermaid and we ask of them is the same.
  const document: unknown = window.document;
  if (!isDocument(document)) throw new TypeError('happy-dom has made no document');
  Object.assign(document.implementation, { createHTMLDocument: undefined });

  const current: { css: string; styles: Styles } = {
    css: '',
    styles: readStyles('', isPresentation),
  };
  const styles = () => {
    const css = document.querySelector('svg style')?.textContent ?? '';
    if (css !== current.css) {
      current.css = css;
      current.styles = readStyles(css, isPresentation);
    }
    return current.styles;
  };
  const texts = textBoxes(styles, measure);
  const measures = {
    getBBox(this: Element) {
      return boxOf(this, texts);
    },
    getComputedTextLength(this: Element) {
      return texts.length(this);
    },
    getBoundingClientRect(this: Element) {
      const { x, y, width, height } = boxInDrawing(this, texts);
      return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
    },
  };
  // Some kinds have methods of their own, which would hide those of the kind above.
  for (const { prototype } of [
    window.SVGElement,
    window.SVGGraphicsElement,
    window.SVGSVGElement,
    window.SVGTextPositioningElement,
    window.SVGTextElement,
  ]) {
    Object.assign(prototype, measures);
  }
  Object.assign(window.HTMLCanvasElement.prototype, { getContext: () => canvasContext(measure) });

  const globals: Record<string, unknown> = { window };
  for (const name of GLOBALS) {
    const value: unknown = Reflect.get(window, name);
    const isFunction = typeof value === 'function' && /^[a-z]/.test(name);
    globals[name] = isFunction ? value.bind(window) : value;
  }
  return { document, globals };
}

/** A document of a browser's kind, by the type of node that all of them have. */
function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    'nodeType' in value &&
    value.nodeType === DOCUMENT
  );
}

/** `Node.DOCUMENT_NODE` of the DOM standard. */
const DOCUMENT = 9;

/** A canvas that draws nothing: a layout of mind maps asks one for the widths of words. */
function canvasContext(measure: TextMeasure): object {
  const nothing = () => undefined;
  const known: Readonly<Record<string, unknown>> = {
    measureText: (text: string) => ({ width: measure.width(text, { size: 14, weight: 400 }) }),
  };
  return new Proxy(
    {},
    { get: (_, name) => known[String(name)] ?? nothing, set: () => true, has: () => true },
  );
}
