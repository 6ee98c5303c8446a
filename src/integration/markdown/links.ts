import { defineHastPlugin, type HastNode, type HastPluginDefinition } from 'satteri';
import type { ShownLinks } from '#portfolio/links.ts';

/**
 * Writes the links and pictures of a study as the site needs them: the page instead of the file, the
 * base in front, a picture with its size. Where they lead is for `portfolio/links.ts` to say.
 */
export function studyLinks(linksOf: (file: URL) => ShownLinks): HastPluginDefinition {
  const attributesOf = (tag: string, address: string, links: ShownLinks) => {
    const shown = links.resolve(address) ?? address;
    if (tag === 'a') return { href: shown };
    return { src: shown, ...links.sizeOf(address), loading: 'lazy', decoding: 'async' };
  };
  const visitTag = (node: Readonly<JsxNode>, context: Context) => {
    const { name, fileURL } = { name: node.name ?? '', fileURL: context.fileURL };
    const key = name === 'a' ? 'href' : 'src';
    const written = node.attributes.find((one) => 'name' in one && one.name === key);
    const address = written && 'name' in written ? textOf(written.value) : undefined;
    if (!fileURL || address === undefined) return;
    if (isElsewhere(name, address)) {
      context.replaceNode(node, linkTo(address, ''));
      return;
    }
    const values = attributesOf(name, address, linksOf(fileURL));
    const given = new Set(node.attributes.flatMap((one) => ('name' in one ? [one.name] : [])));
    for (const [attribute, value] of Object.entries(values)) {
      if (attribute !== key && given.has(attribute)) continue;
      // Of a tag, properties are its attributes.
      context.setProperty(node, attribute as 'name', String(value));
    }
  };
  return defineHastPlugin({
    name: 'study-links',
    element: [
      {
        filter: ['a', 'img'],
        visit(node, context) {
          const address = node.properties?.[node.tagName === 'a' ? 'href' : 'src'];
          if (!context.fileURL || typeof address !== 'string') return;
          const links = linksOf(context.fileURL);
          if (isElsewhere(node.tagName, address)) {
            context.replaceNode(node, linkTo(address, String(node.properties?.alt ?? '')));
            return;
          }
          const values = attributesOf(node.tagName, address, links);
          for (const [name, value] of Object.entries(values))
            context.setProperty(node, name, value);
        },
      },
    ],
    mdxJsxFlowElement: [{ filter: ['a', 'img'], visit: visitTag }],
    mdxJsxTextElement: [{ filter: ['a', 'img'], visit: visitTag }],
  });
}

/** A page asks no other host for anything: a picture from elsewhere becomes a link to it. */
function isElsewhere(tag: string, address: string): boolean {
  return tag === 'img' && /^https?:/i.test(address);
}

function linkTo(href: string, text: string): HastNode {
  const children = [{ type: 'text' as const, value: text || href }];
  return { type: 'element', tagName: 'a', properties: { href }, children };
}

type Visitor = NonNullable<HastPluginDefinition['mdxJsxTextElement']>;
type Visit = Extract<Visitor, readonly unknown[]>[number]['visit'];
type Context = Parameters<Visit>[1];
type JsxNode = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Plain text, or quoted text in braces. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('value' in value)) return undefined;
  return /^\s*(["'`])([^"'`\\$\n]*)\1\s*$/.exec(String(value.value))?.[2];
}
