import type { MdxJsxFlowElement } from 'satteri';

/**
 * A component of ours in the place of a block of a study's text. `value` is an attribute's text, or
 * `null` for an attribute that is only named.
 */
export function component(
  name: string,
  attributes: readonly { readonly name: string; readonly value: string | null }[],
  children: MdxJsxFlowElement['children'],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: attributes.map((attribute) => ({ type: 'mdxJsxAttribute', ...attribute })),
    children,
  };
}
