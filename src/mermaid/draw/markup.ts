import { escapeXml } from '#svg/escape.ts';
import type { Styles } from './styles.ts';

/** What a picture may consist of; everything else is left out with all that it holds. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'svg g path rect circle ellipse line polygon polyline text tspan defs marker title desc linearGradient radialGradient stop clipPath symbol use'.split(
    ' ',
  ),
);

/** Elements that vanish while what they hold stays: a link in a picture leads nowhere. */
const TRANSPARENT: ReadonlySet<string> = new Set(['a', 'switch']);

const GEOMETRY: ReadonlySet<string> = new Set(
  'd x y x1 y1 x2 y2 dx dy width height rx ry r cx cy points transform viewBox markerWidth markerHeight markerUnits orient refX refY preserveAspectRatio offset gradientUnits gradientTransform clipPathUnits fx fy textLength lengthAdjust'.split(
    ' ',
  ),
);

const PRESENTATION: ReadonlySet<string> = new Set(
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity font-size font-weight font-style text-anchor dominant-baseline alignment-baseline text-decoration letter-spacing marker-start marker-mid marker-end clip-path clip-rule stop-color stop-opacity paint-order shape-rendering visibility display color'.split(
    ' ',
  ),
);

/** Whether a style property may also be written as an attribute. */
export function isPresentation(name: string): boolean {
  return PRESENTATION.has(name);
}

/**
 * An element as markup with every style in attributes: no style sheet, no script, no link, nothing that
 * is fetched. What is not on the lists does not pass, whatever it is.
 */
export function markupOf(root: Element, styles: Styles): string {
  const referenced = referencesIn(root, styles);
  const write = (element: Element): string => {
    const name = element.localName;
    const children = () => [...element.childNodes].map(writeNode).join('');
    if (TRANSPARENT.has(name)) return children();
    if (!ELEMENTS.has(name)) return '';
    const style = styles.own(element);
    if (style.get('display') === 'none' || style.get('visibility') === 'hidden') return '';
    const body = children();
    if (body === '' && (name === 'g' || name === 'defs' || name === 'text')) return '';
    return `<${name}${attributesOf(element, style)}${body === '' ? '/>' : `>${body}</${name}>`}`;
  };
  const writeNode = (node: ChildNode): string => {
    if (node.nodeType === 1) return write(node as Element);
    if (node.nodeType !== 3 || !isInText(node)) return '';
    return escapeXml((node.textContent ?? '').replace(/\s+/g, ' '));
  };
  const attributesOf = (element: Element, style: ReadonlyMap<string, string>): string => {
    let markup = '';
    const add = (name: string, value: string) => {
      markup += ` ${name}="${escapeXml(value)}"`;
    };
    const id = element.getAttribute('id');
    if (id !== null && referenced.has(id)) add('id', id);
    for (const { name, value } of element.attributes) {
      if (name === 'transform' && style.has('transform')) continue;
      if (GEOMETRY.has(name) && isHarmless(value)) add(name, rounded(value));
      if (/^(?:xlink:)?href$/.test(name) && element.localName === 'use' && value.startsWith('#')) {
        add('href', value);
      }
    }
    const turn = style.get('transform');
    if (turn !== undefined) add('transform', aroundOrigin(turn, element, style));
    for (const [name, value] of style) {
      const written = presentable(element, name, value);
      if (written !== undefined) add(name, written);
    }
    return markup;
  };
  const presentable = (element: Element, name: string, value: string): string | undefined => {
    if (!PRESENTATION.has(name) || name === 'color' || name === 'display') return undefined;
    const plain =
      value.toLowerCase() === 'currentcolor' ? styles.inherited(element, 'color') : value;
    if (plain === undefined || plain === '' || !isHarmless(plain)) return undefined;
    if (/^(?:inherit|initial|unset)$/.test(plain)) return undefined;
    return rounded(localReference(plain).replace(/(?<=\d)px$/, ''));
  };
  return write(root);
}

/** A style's transform as an attribute: angles without a unit, its origin as two shifts. */
function aroundOrigin(turn: string, element: Element, style: ReadonlyMap<string, string>): string {
  const plain = turn.replace(/(-?[\d.]+)(?:deg|px)/g, '$1');
  const origin = style.get('transform-origin') ?? element.getAttribute('transform-origin') ?? '';
  const [, x, y] = /^(-?[\d.]+)(?:px)?[\s,]+(-?[\d.]+)(?:px)?/.exec(origin) ?? [];
  if (!/^[\w\s(),.+-]*$/.test(plain)) return '';
  if (x === undefined || y === undefined) return plain;
  return rounded(`translate(${x},${y}) ${plain} translate(${-Number(x)},${-Number(y)})`);
}

/** Words belong to texts and names; blanks between shapes say nothing. */
function isInText(node: ChildNode): boolean {
  const name = node.parentElement?.localName ?? '';
  return name === 'text' || name === 'tspan' || name === 'title' || name === 'desc';
}

/** Ids that something of the drawing points to: heads of lines, gradients. */
function referencesIn(root: Element, styles: Styles): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const value of styles.own(element).values()) {
      const [, id] = /url\(["']?[^"')]*#([^"')]+)["']?\)/.exec(value) ?? [];
      if (id !== undefined) ids.add(id);
    }
    const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
    if (href?.startsWith('#')) ids.add(href.slice(1));
  }
  return ids;
}

/** `url(anything#id)` as `url(#id)`: a picture points into itself only. */
function localReference(value: string): string {
  return value.replace(/url\(["']?[^"')#]*#([\w-]+)["']?\)/g, 'url(#$1)');
}

/** A value that fetches nothing and cannot end its attribute or hide a function in an escape. */
function isHarmless(value: string): boolean {
  return !/[<>\\{};]|(?:java|vb)script:|data:|@|url\((?!["']?[^"')]*#[\w-]+["']?\))/i.test(value);
}

/** Numbers to two decimals: the same picture on every machine, and fewer bytes. */
function rounded(value: string): string {
  return value.replace(/-?\d*\.\d{3,}(?:e[-+]?\d+)?/gi, (text) =>
    String(Math.round(Number(text) * 100) / 100 + 0),
  );
}
