import { defineHastPlugin, markdownToMdast } from 'satteri';

/**
 * What a record defines for all of its parts: where the labels of its links lead, and its footnotes. A
 * part that is shown by itself needs them, wherever in the file they stand.
 */
export function definitionsIn(markdown: string): string {
  if (!/^[ \t]{0,3}\[[^\]\n]+\]:/m.test(markdown)) return '';
  const found: string[] = [];
  const visit = (node: ReturnType<typeof markdownToMdast>) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const { start, end } = node.position ?? {};
      found.push(markdown.slice(start?.offset ?? 0, end?.offset ?? 0));
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownToMdast(markdown, { position: true, features: { frontmatter: true } }));
  return found.join('\n\n');
}

/** The ids that the library gives, and what the rest of one is. */
const ID = /^#?user-content-(fn(?:ref)?-.*)$/;

/**
 * Footnotes of one piece among several on a page: `prefix` makes their ids its own. The list stands
 * below the piece, without a heading that the page's outline would have to hold.
 */
export const footnotes = (prefix: string) =>
  defineHastPlugin({
    name: 'footnotes',
    element: [
      {
        filter: ['a', 'li'],
        visit(node, context) {
          const { id, href } = node.properties ?? {};
          const [own, target] = [ID.exec(String(id ?? '')), ID.exec(String(href ?? ''))];
          if (own) context.setProperty(node, 'id', `${prefix}${own[1]}`);
          if (!target || node.tagName !== 'a') return;
          context.setProperty(node, 'href', `#${prefix}${target[1]}`);
          context.setProperty(node, 'ariaDescribedBy', null);
          if (!own) {
            const text = { type: 'text' as const, value: 'back' };
            const properties = {
              href: `#${prefix}${target[1]}`,
              className: ['back'],
              ariaLabel: node.properties?.ariaLabel ?? 'Back',
            };
            context.replaceNode(node, {
              ...{ type: 'element', tagName: 'a', properties, children: [text] },
            });
          }
        },
      },
      {
        filter: ['h2'],
        visit(node, context) {
          if (node.properties?.id === 'footnote-label') context.removeNode(node);
        },
      },
    ],
  });
