import { mdxToMdast } from 'satteri';
import type { StudyPage } from './study.ts';
import { spanOf } from './written-links.ts';

/** What stands between two headings of a page. */
export interface Passage {
  /** Its heading and the anchor of it; none for what stands before the first. */
  readonly heading?: { readonly text: string; readonly id: string };
  readonly text: string;
  /** Components that are used in it. */
  readonly components: ReadonlySet<string>;
}

/** The words that a component puts into its sentence, if it does. */
export type Sayer = (
  component: string,
  attributes: Readonly<Record<string, string>>,
) => string | undefined;

type Node = ReturnType<typeof mdxToMdast>;

/**
 * A page's text without marks, cut at its headings of the second and third level; what is one of `without`
 * is left out, `table` or `code`.
 */
export function passagesOf(
  page: Pick<StudyPage, 'isRead' | 'source' | 'headings' | 'references'>,
  say: Sayer,
  without: ReadonlySet<Node['type']> = NOTHING,
): Passage[] {
  if (!page.isRead) return [];
  const { source, headings, references } = page;
  const features = { frontmatter: true, smartPunctuation: true };
  const tree = mdxToMdast(source.text, { position: true, features });
  const ids = new Map(headings.map((heading) => [heading.span.start, heading]));
  const uses = new Map(references.map((reference) => [reference.span.start, reference]));
  const found: { heading?: Passage['heading']; parts: string[]; components: Set<string> }[] = [
    { parts: [], components: new Set() },
  ];
  const visit = (node: Node) => {
    const here = found.at(-1);
    if (!here || without.has(node.type)) return;
    switch (node.type) {
      case 'heading': {
        const heading = ids.get(spanOf(source, node).start);
        if (heading && (node.depth === 2 || node.depth === 3)) {
          const { text, id } = heading;
          found.push({ heading: { text, id }, parts: [], components: new Set() });
          return;
        }
        break;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        if (node.name) here.components.add(node.name);
        const use = uses.get(spanOf(source, node).start);
        const said = use && say(use.component, use.attributes);
        if (said !== undefined) {
          here.parts.push(said);
          return;
        }
        break;
      }
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
      case 'yaml':
        return;
      default:
        break;
    }
    if ('value' in node && typeof node.value === 'string') here.parts.push(node.value);
    if ('children' in node) node.children.forEach(visit);
    if (ENDS.has(node.type)) found.at(-1)?.parts.push('\n');
  };
  visit(tree);
  return found.map(({ heading, parts, components }) => ({
    ...(heading && { heading }),
    text: parts.join('').replace(/\s+/g, ' ').trim(),
    components,
  }));
}

const NOTHING: ReadonlySet<Node['type']> = new Set();

/** What is followed by other words than its own. */
const ENDS: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'listItem', 'tableCell', 'code', 'break', 'mdxJsxFlowElement'],
]);
