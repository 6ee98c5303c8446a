import { cleanDeclarations, cleanSheet, isHarmless } from './css.ts';
import { isRasterUri } from './raster.ts';
import { ATTRIBUTES, ELEMENTS, PROPERTIES, SILENT, TRANSPARENT } from './svg-lists.ts';
import { readXml, type XmlElement } from './xml.ts';

/** A picture made anew of what is allowed, with the names of what was not. */
export interface CleanSvg {
  readonly svg: string;
  /** What could have run, fetched or led away: `<script>`, `onload`; each once. */
  readonly left: readonly string[];
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** As many elements may be drawn in all, copies by `use` counted. */
const DRAWN = 200_000;

/**
 * An SVG that shows what it showed and can do nothing: written anew from allow-lists of elements,
 * attributes, style properties and functions. It runs nothing, fetches nothing, leads nowhere, and has
 * no markup of other languages in it.
 */
export function cleanSvg(text: string): CleanSvg | { readonly fault: string } {
  const root = readXml(text);
  if ('fault' in root) return root;
  const left = new Set<string>();
  const body = write(
    root,
    new Map([
      ['', SVG],
      ['xlink', XLINK],
    ]),
    left,
    true,
  );
  if (body === undefined) return { fault: `its root is \`<${root.name}>\`, not \`<svg>\`` };
  if (copies(root) > DRAWN) return { fault: 'it copies its parts without end' };
  return { svg: body, left: [...left] };
}

type Namespaces = ReadonlyMap<string, string>;

/** An element as markup; an empty text for what goes, nothing for a root that is no SVG. */
function write(
  element: XmlElement,
  outer: Namespaces,
  left: Set<string>,
  isRoot = false,
): string | undefined {
  const spaces = namespacesOf(element, outer);
  const [local, space] = resolved(element.name, spaces, spaces.get('') ?? '');
  const isSvg = space === SVG || space === '';
  if (isRoot && !(isSvg && local === 'svg')) return undefined;
  const children = () =>
    element.children
      .map((child) => (typeof child === 'string' ? escaped(child) : write(child, spaces, left)))
      .join('');
  if (isSvg && TRANSPARENT.has(local)) return children();
  if (!isSvg || !ELEMENTS.has(local)) {
    if (isSvg && !SILENT.has(local)) left.add(`\`<${local}>\``);
    else if (/^http:\/\/www\.w3\.org\/1999\/xhtml$/.test(space)) left.add('markup of HTML');
    return '';
  }
  const written = attributesOf(element, local, spaces, left);
  if (local === 'image' && !written.includes(' href=')) return '';
  const head = `<${local}${isRoot ? ` xmlns="${SVG}"` : ''}${written}`;
  if (local !== 'style') {
    const body = children();
    return body === '' ? `${head}/>` : `${head}>${body}</${local}>`;
  }
  const sheet = element.children.filter((child) => typeof child === 'string').join('');
  const { css, left: dropped } = cleanSheet(sheet);
  for (const name of dropped) left.add(name);
  return css === '' ? '' : `${head}>${escaped(css)}</style>`;
}

function attributesOf(
  { attributes }: XmlElement,
  element: string,
  spaces: Namespaces,
  left: Set<string>,
): string {
  let markup = '';
  for (const [name, value] of attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const [local, space] = resolved(name, spaces, '');
    const kept = keptValue(local, space, element, value.trim(), left);
    if (kept !== undefined && !markup.includes(` ${local}="`))
      markup += ` ${local}="${escaped(kept)}"`;
  }
  return markup;
}

/** The value that an attribute keeps; nothing where it goes. */
function keptValue(
  name: string,
  space: string,
  element: string,
  value: string,
  left: Set<string>,
): string | undefined {
  if (name === 'href' && (space === '' || space === XLINK)) {
    const isOwn = element === 'image' ? isRasterUri(value) : /^#[^\s]+$/.test(value);
    if (isOwn) return value;
    left.add(`\`href\` of \`<${element}>\``);
    return undefined;
  }
  if (space !== '') return undefined;
  if (/^on/i.test(name)) left.add(`\`${name}\``);
  if (name === 'style') {
    const { css, left: dropped } = cleanDeclarations(value);
    for (const one of dropped) left.add(one);
    return css === '' ? undefined : css;
  }
  if (/^(?:aria|data)-[\w-]+$/.test(name)) return value;
  if (!PROPERTIES.has(name) && !ATTRIBUTES.has(name)) return undefined;
  if (ATTRIBUTES.has(name) ? !/url\s*\(/i.test(value) : isHarmless(value)) return value;
  left.add(`\`${name}\` of \`<${element}>\``);
  return undefined;
}

function namespacesOf({ attributes }: XmlElement, outer: Namespaces): Namespaces {
  const own = [...attributes].flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

/** A name without its prefix, and the space that it is of. */
function resolved(name: string, spaces: Namespaces, plain: string): [string, string] {
  const colon = name.indexOf(':');
  if (colon < 0) return [name, plain];
  return [name.slice(colon + 1), spaces.get(name.slice(0, colon)) ?? `unknown:${name}`];
}

/** How many elements are drawn when every `use` is followed. */
function copies(root: XmlElement): number {
  const byId = new Map<string, XmlElement>();
  const index = (element: XmlElement) => {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) if (typeof child !== 'string') index(child);
  };
  index(root);
  const known = new Map<XmlElement, number>();
  const count = (element: XmlElement): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    // What is met again while it is counted copies itself.
    known.set(element, DRAWN + 1);
    let sum = 1;
    for (const child of element.children) if (typeof child !== 'string') sum += count(child);
    for (const [name, value] of element.attributes) {
      const target =
        name.endsWith('href') && value.startsWith('#') ? byId.get(value.slice(1)) : undefined;
      if (target && target !== element) sum += count(target);
    }
    const bounded = Math.min(sum, DRAWN + 1);
    known.set(element, bounded);
    return bounded;
  };
  return count(root);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
