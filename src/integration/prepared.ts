import type { AstroIntegration } from 'astro';
import type { LoadedSite } from './load-site.ts';
import type { ClientScript } from './scripts.ts';

/** What the command line hands over when it has loaded the content already. */
export interface Prepared {
  /** The content folder; the project itself unless `--root` names another. */
  readonly root: string;
  readonly loaded: LoadedSite;
  readonly scripts: readonly ClientScript[];
  /** Only the review of a study is built; `pages` is a folder without routes of its own. */
  readonly freezing?: { readonly slug: string; readonly pages: string };
}

/** The hooks of Astro that the integration takes. */
export type Hooks = Required<
  Pick<AstroIntegration['hooks'], 'astro:config:setup' | 'astro:server:setup' | 'astro:build:done'>
>;
