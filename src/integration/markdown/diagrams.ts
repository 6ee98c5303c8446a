import { defineMdastPlugin } from 'satteri';
import { MERMAID } from '#mermaid/fences.ts';
import { component } from './component.ts';

/** Puts the component that shows its picture in the place of each Mermaid fence of a study. */
export const mermaidFences = defineMdastPlugin({
  name: 'mermaid-fences',
  code(node, context) {
    if (context.sourceFormat !== 'mdx' || node.lang !== MERMAID) return undefined;
    // Names of components cannot clash with an author's: `<Mermaid>` is not among them.
    return component('Mermaid', [{ name: 'text', value: node.value }], []);
  },
});
