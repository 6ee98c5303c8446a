import {
  defineHastPlugin,
  defineMdastPlugin,
  type HastNode,
  type HastVisitorContext,
  markdownToHtml,
} from 'satteri';
import { withoutHidden } from '#diagnostics/hidden.ts';
import { MERMAID } from '#mermaid/fences.ts';
import { footnotes } from './footnotes.ts';
import { codeHighlight } from './highlight.ts';

/** Schemes that a link written by somebody else may have; anything else becomes plain text. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

export interface MarkdownOptions {
  /**
   * Where a relative address leads on the site; nothing when it leads nowhere, and the link becomes
   * plain text. Absolute addresses with an allowed scheme and anchors pass as they are.
   */
  readonly resolve: (address: string) => string | undefined;
  /** The size of a picture at an address, as it is written. */
  readonly sizeOf?: (
    address: string,
  ) => { readonly width: number; readonly height: number } | undefined;
  /** A Mermaid diagram's text as HTML; without it, and where it gives nothing, the text is shown. */
  readonly diagram?: (text: string) => string | undefined;
  /** Where labels of links lead, and footnotes, that the text does not define itself; see `definitionsIn`. */
  readonly definitions?: string;
  /** What the ids of footnotes begin with, another for each piece of a page. */
  readonly footnotePrefix?: () => string;
  /** Added to every heading's level, so that a record's sections fit below the page's title. */
  readonly shiftHeadings?: number;
}

/**
 * Markdown of a record or note as HTML. HTML in it is shown as text, since its author is not trusted
 * with the page, and comments (templates are full of them) not at all; links keep allowed schemes only.
 */
export function renderMarkdown(markdown: string, options: MarkdownOptions): string {
  const { definitions, footnotePrefix = () => '' } = options;
  const { html } = markdownToHtml(definitions ? `${markdown}\n\n${definitions}` : markdown, {
    mdastPlugins: [
      htmlAsText,
      headings(options.shiftHeadings ?? 0),
      diagrams(options.diagram ?? (() => undefined)),
    ],
    hastPlugins: [
      footnotes(footnotePrefix()),
      links(options),
      cellAlignment,
      checkboxes,
      codeHighlight,
      scrollableTables,
      scrollableCode,
    ],
    features: {
      // A piece of a record may begin with a rule: that is no front matter.
      frontmatter: false,
      // As the pages of studies have them; dashes and dots stay as they were written.
      smartPunctuation: { quotes: true, dashes: false, ellipses: false },
    },
  });
  // What a text hides is no more in it here, but for what it has in entities.
  return withoutHidden(html);
}

/** Markdown of a sentence or two as HTML without a paragraph around it: table cells, list items. */
export function renderInline(markdown: string, options: MarkdownOptions): string {
  const html = renderMarkdown(markdown, options).trim();
  const match = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>$/.exec(html);
  return match?.[1] ?? html;
}

const htmlAsText = defineMdastPlugin({
  name: 'html-as-text',
  html(node, context) {
    const value = node.value.replace(/<!--[\s\S]*?-->/g, '');
    if (value.trim() === '') return context.removeNode(node);
    const text = { type: 'text' as const, value };
    const inline = context.parent(node).type !== 'root';
    return inline ? text : { type: 'paragraph', children: [text] };
  },
});

const diagrams = (draw: (text: string) => string | undefined) =>
  defineMdastPlugin({
    name: 'diagrams',
    code(node) {
      const html = node.lang === MERMAID ? draw(node.value) : undefined;
      return html === undefined ? undefined : { type: 'html', value: html };
    },
  });

const headings = (by: number) =>
  defineMdastPlugin({
    name: 'shift-headings',
    heading(node, context) {
      if (by > 0)
        context.setProperty(node, 'depth', Math.min(6, node.depth + by) as typeof node.depth);
    },
  });

const links = ({ resolve, sizeOf }: MarkdownOptions) =>
  defineHastPlugin({
    name: 'links',
    element: [
      {
        filter: ['a'],
        visit(node, context) {
          const address = safeAddress(String(node.properties?.href ?? ''), resolve);
          context.setProperty(node, 'href', address ?? null);
        },
      },
      {
        filter: ['img'],
        visit(node, context) {
          const written = String(node.properties?.src ?? '');
          const address = safeAddress(written, resolve);
          const alt = String(node.properties?.alt ?? '');
          const text = { type: 'text' as const, value: alt || (address ?? '') };
          if (address === undefined || isInLink(node, context)) context.replaceNode(node, text);
          else if (/^https?:/i.test(address)) {
            // A page asks no other host for anything: a picture from elsewhere is a link to it.
            const properties = { href: address };
            context.replaceNode(node, {
              type: 'element',
              tagName: 'a',
              properties,
              children: [text],
            });
          } else {
            const size = sizeOf?.(written);
            const properties = { ...size, loading: 'lazy', decoding: 'async' };
            context.setProperty(node, 'src', address);
            for (const [name, value] of Object.entries(properties))
              context.setProperty(node, name, value);
          }
        },
      },
    ],
  });

function isInLink(node: Readonly<HastNode>, context: HastVisitorContext): boolean {
  for (let at = context.parent(node); at; at = context.parent(at)) {
    if (at.type === 'element' && at.tagName === 'a') return true;
  }
  return false;
}

/** Alignment of table cells as a class: an inline style would break a strict content policy. */
export const cellAlignment = defineHastPlugin({
  name: 'cell-alignment',
  element: [
    {
      filter: ['th', 'td'],
      visit(node, context) {
        const style = node.properties?.style;
        if (style === undefined) return;
        const side = /text-align:\s*(left|center|right)/.exec(String(style))?.[1];
        context.setProperty(node, 'style', null);
        if (side) context.setProperty(node, 'className', [`align-${side}`]);
      },
    },
  ],
});

/** A box of a task list as a sign: a form control without a label would say nothing to many. */
const checkboxes = defineHastPlugin({
  name: 'checkboxes',
  element: [
    {
      filter: ['input'],
      visit(node, context) {
        const checked = node.properties?.checked === true || node.properties?.checked === '';
        context.replaceNode(node, { type: 'text', value: checked ? '☑' : '☐' });
      },
    },
  ],
});

/** A table may be wider than the page, and scrolls by itself, with the keyboard too. */
export const scrollableTables = defineHastPlugin({
  name: 'scrollable-tables',
  element: [
    {
      filter: ['table'],
      visit(node, context) {
        const properties = {
          className: ['table-scroll'],
          role: 'group',
          ariaLabel: 'Table',
          tabIndex: 0,
        };
        context.wrapNode(node, { type: 'element', tagName: 'div', properties, children: [] });
      },
    },
  ],
});

/** Code may be wider than the page, and scrolls by itself, with the keyboard too. */
export const scrollableCode = defineHastPlugin({
  name: 'scrollable-code',
  element: [
    {
      filter: ['pre'],
      visit(node, context) {
        context.setProperty(node, 'tabIndex', 0);
      },
    },
  ],
});

/** The address if it may be followed from the site: anchors, allowed schemes, what `resolve` knows. */
export function safeAddress(
  address: string,
  resolve: MarkdownOptions['resolve'],
): string | undefined {
  if (address.startsWith('#')) return address;
  // Browsers drop control characters and blanks before they look for the scheme, so do we.
  const plain = address.replace(/[\p{Cc}\s]/gu, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme !== undefined && SCHEMES.has(scheme)) return address;
  if (plain.startsWith('//')) return undefined;
  return resolve(address);
}
