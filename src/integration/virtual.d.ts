declare module 'virtual:archfolio/studies' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** The text of each page of each study, by `slug/page`. */
  export const studyBodies: Readonly<Record<string, AstroComponentFactory>>;
}
