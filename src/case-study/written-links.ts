import type { markdownToMdast } from 'satteri';
import type { Source, Span } from '#diagnostics/source.ts';
import { attributesOf } from './jsx.ts';

/** A link or picture as an author wrote it, in Markdown or as a tag. */
export interface WrittenLink {
  readonly kind: 'link' | 'image';
  /** As it is written, escapes of Markdown resolved. */
  readonly address: string;
  /** The address, where it stands as it is; else the whole link. */
  readonly span: Span;
  readonly whole: Span;
}

/** A reference such as `[text][label]` whose label is defined nowhere: it would be shown as text. */
export interface LooseReference {
  readonly label: string;
  readonly span: Span;
}

type MdastNode = ReturnType<typeof markdownToMdast>;

/** A tag's attribute that is an address. */
const TAGS: Readonly<
  Record<string, { readonly name: string; readonly kind: WrittenLink['kind'] }>
> = {
  a: { name: 'href', kind: 'link' },
  img: { name: 'src', kind: 'image' },
};

/** The links of one node of a tree, its children left out; a definition is the links that use it. */
export function linksOfNode(node: MdastNode, source: Source): WrittenLink[] {
  const whole = spanOf(source, node);
  switch (node.type) {
    case 'link':
    case 'definition':
      return [{ kind: 'link', address: node.url, span: addressSpan(node.url, whole), whole }];
    case 'image':
      return [{ kind: 'image', address: node.url, span: addressSpan(node.url, whole), whole }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const tag = TAGS[node.name ?? ''];
      if (!tag) return [];
      return attributesOf(node.attributes, whole).flatMap(({ name, value, valueSpan }) =>
        name === tag.name && value !== undefined
          ? [{ kind: tag.kind, address: value, span: valueSpan, whole }]
          : [],
      );
    }
    default:
      return [];
  }
}

/** The references of a text that lead to no definition. */
export function looseReferences(node: MdastNode, source: Source): LooseReference[] {
  if (node.type !== 'text') return [];
  const { start, end } = spanOf(source, node);
  return [...source.text.slice(start, end).matchAll(REFERENCE)].map((match) => {
    const from = start + match.index;
    return {
      label: match[1] ?? '',
      span: { source, start: from, end: from + match[0].length },
    };
  });
}

/** Not `list[0][1]`, and not what is escaped. */
const REFERENCE = /(?<![\w\\\])}])\[[^\][\n]+\]\[([^\][\n]+)\]/g;

export function spanOf(source: Source, { position }: MdastNode): Span {
  return { source, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function addressSpan(address: string, whole: Span): Span {
  const written = whole.source.text.slice(whole.start, whole.end);
  const at = address === '' ? -1 : written.lastIndexOf(address);
  if (at < 0) return whole;
  return { ...whole, start: whole.start + at, end: whole.start + at + address.length };
}
