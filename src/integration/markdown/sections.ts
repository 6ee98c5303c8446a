import { defineMdastPlugin, type MdastNode, type MdxJsxFlowElement } from 'satteri';
import { component } from './component.ts';

type RootContent = Extract<MdastNode, { type: 'root' }>['children'][number];
type Block = MdxJsxFlowElement['children'][number];

/**
 * Puts a study's text into its parts: what stands before the first heading opens the page, each
 * second-level heading begins a section, and the sections up to the first with a `<Claim>` share
 * the contents rail. An author writes headings and nothing else.
 */
export const studySections = defineMdastPlugin({
  name: 'study-sections',
  after(root, context) {
    if (context.sourceFormat !== 'mdx') return;
    const shown = root.children.filter(isShown);
    const kept = root.children.filter((block) => !isShown(block));
    const first = shown.findIndex(isHeading);
    const opening = first < 0 ? shown : shown.slice(0, first);
    const words = opening.filter((block) => !isComponent(block));
    const figures = opening.filter(isComponent);
    const sections = first < 0 ? [] : splitAtHeadings(shown.slice(first));
    const wideFrom = sections.findIndex(isWide);
    const lead = wideFrom < 0 ? sections : sections.slice(0, wideFrom);
    const rest = wideFrom < 0 ? [] : sections.slice(wideFrom);
    const children = [
      ...kept,
      wrap('StudyOpening', words),
      ...figures,
      ...(lead.length > 0
        ? [
            wrap(
              'StudyLead',
              lead.map((section) => wrap('StudySection', section)),
            ),
          ]
        : []),
      ...rest.map((section) => wrap('StudySection', section, isWide(section))),
    ];
    context.replaceNode(root, { type: 'root', children } as MdastNode);
  },
});

/** Front matter, imports and exports are hidden, and stay at the top of the file. */
function isShown(block: Readonly<RootContent>): block is Block {
  return block.type !== 'yaml' && block.type !== 'mdxjsEsm';
}

function isHeading(block: Block): boolean {
  return block.type === 'heading' && block.depth === 2;
}

function isComponent(block: Block): boolean {
  return block.type === 'mdxJsxFlowElement';
}

function isWide(section: readonly Block[]): boolean {
  return section.some((block) => block.type === 'mdxJsxFlowElement' && block.name === 'Claim');
}

function splitAtHeadings(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    if (isHeading(block)) sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  return sections;
}

function wrap(name: string, children: Block[], wide = false): Block {
  return component(name, wide ? [{ name: 'wide', value: null }] : [], children);
}
