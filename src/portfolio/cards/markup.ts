import { turned } from '#svg/direction.ts';
import { attributes, escapeXml, number } from '#svg/escape.ts';
import type { Item, PathItem, RectItem, Setter, Sheet, TextItem } from './sheet.ts';

/**
 * A sheet as SVG whose words are outlines, so that no font of the machine comes into it; but for scripts
 * that our fonts do not have, which the machine sets as well as it can.
 */
export function sheetMarkup({ width, height, items }: Sheet, setter: Setter): string {
  const body = items.map((item, place) => itemMarkup(item, place, setter)).join('');
  const box = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${body}</svg>\n`;
}

function itemMarkup(item: Item, place: number, setter: Setter): string {
  if (item.kind !== 'group') return partMarkup(item, setter);
  const { x, y, scale, clip, items } = item;
  const id = `clip-${place}`;
  const inner = items.map((part) => partMarkup(part, setter)).join('');
  const frame = attributes({ x: clip.x, y: clip.y, width: clip.width, height: clip.height });
  return (
    `<clipPath id="${id}"><rect${frame}/></clipPath><g clip-path="url(#${id})">` +
    `<g transform="translate(${number(x)} ${number(y)}) scale(${scale.toFixed(4)})">${inner}</g></g>`
  );
}

function partMarkup(item: RectItem | PathItem | TextItem, setter: Setter): string {
  if (item.kind === 'text') {
    const { text, face, size, fill, anchor, opacity } = item;
    if (text === '') return '';
    const width = anchor === 'start' || anchor === undefined ? 0 : setter.width(text, face, size);
    const x = item.x - (anchor === 'middle' ? width / 2 : width);
    if (setter.lacks(text)) return foreignMarkup(item);
    const { d, scale } = setter.outline(text, face, size);
    const by = scale.toFixed(5);
    const transform = `translate(${number(x)} ${number(item.y)}) scale(${by} -${by})`;
    return `<path${attributes({ d, transform, fill, opacity })}/>`;
  }
  const { fill = 'none', stroke, strokeWidth, dash, opacity } = item;
  const paint = {
    fill,
    opacity,
    ...(stroke && { stroke, 'stroke-width': strokeWidth, 'stroke-dasharray': dash }),
  };
  if (item.kind === 'path') return `<path${attributes({ d: item.d, ...paint })}/>`;
  const { x, y, width, height, radius } = item;
  return `<rect${attributes({ x, y, width, height, rx: radius, ...paint })}/>`;
}

function foreignMarkup({ x, y, text, face, size, fill, anchor, opacity }: TextItem): string {
  const family = face.startsWith('serif') ? 'serif' : 'sans-serif';
  const set = { 'font-family': family, 'font-size': size, fill, 'fill-opacity': opacity };
  const weight = { 'font-weight': face.endsWith('600') ? 600 : 400 };
  const place = { x, y, ...set, ...weight, 'text-anchor': anchor, ...turned(anchor, text) };
  return `<text${attributes(place)}>${escapeXml(text)}</text>`;
}
