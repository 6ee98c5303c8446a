import type { Plugin } from 'vite';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';

/**
 * Keeps a build between its bundling and its pages until the pictures of diagrams are drawn, and ends it
 * where one cannot be; whoever builds tells why.
 */
export function drawnFirst(drawn: Promise<readonly Diagnostic[]>): Plugin {
  return {
    name: 'archfolio:drawn-first',
    // Astro renders in a hook of the same order, in a plugin that stands after all others.
    buildApp: {
      order: 'post',
      async handler() {
        if (hasErrors(await drawn)) throw new Error('A diagram cannot be drawn.');
      },
    },
  };
}
