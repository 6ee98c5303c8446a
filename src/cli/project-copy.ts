import { accessSync, constants, cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { PROJECT } from './content-root.ts';

/** What Astro writes to while it builds: types, which no build reads. It cannot be told otherwise. */
const TYPES = '.astro';

/**
 * The settings of a build whose project may be read-only: then the generator's sources are copied to
 * a folder of the build's own, which is the project as far as Astro knows.
 */
export function inWritableProject(config: AstroInlineConfig, work: string): AstroInlineConfig {
  const types = join(PROJECT, TYPES);
  if (canWrite(existsSync(types) ? types : PROJECT)) return config;
  const copy = join(work, 'project');
  mkdirSync(copy);
  for (const name of ['src', 'package.json', 'tsconfig.json'])
    cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  const folder = (name: string) => pathToFileURL(`${join(copy, name)}/`);
  const moved = {
    name: 'archfolio:project-copy',
    hooks: {
      'astro:config:setup': ({ updateConfig }: { updateConfig: (config: object) => unknown }) => {
        updateConfig({ srcDir: folder('src'), publicDir: folder('src/public/files') });
      },
    },
  };
  return { ...config, root: copy, integrations: [...(config.integrations ?? []), moved] };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
