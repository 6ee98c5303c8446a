import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The entries of `src/client`; each becomes one classic script. */
const ENTRIES = [
  'theme-early',
  'site',
  'drawing',
  'decisions',
  'article',
  'share',
  'search',
  'review',
  'walkthrough',
  'presenter',
  'practice',
] as const;

/** A client script as pages load it. */
export interface ClientScript {
  readonly name: string;
  /** Below the base; holds a hash of the content, so that it can be cached for ever. */
  readonly path: string;
  readonly code: string;
}

/** Bundles the client's entries as small classic scripts that need no module loader and no fetch. */
export async function buildClientScripts(): Promise<ClientScript[]> {
  const folder = fileURLToPath(new URL('../client/', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map((name) => `${folder}${name}.ts`),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    outdir: folder,
    legalComments: 'none',
  });
  return outputFiles.map(({ path, text }) => {
    const name = path.replace(/^.*\//, '').replace(/\.js$/, '');
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
    return { name, path: `/_/${name}.${hash}.js`, code: text };
  });
}
