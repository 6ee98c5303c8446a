import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'astro';
import type { Engine } from '#sources/structurizr-cli.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, runCommand } from '../program.ts';
import { prepareSite } from '../site.ts';

interface Options {
  readonly root?: string;
  readonly site?: string;
  readonly base?: string;
  readonly output?: string;
  readonly engine?: Engine;
}

/** `archfolio build`: the site, whole or not at all. */
export function runBuild(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'build',
    'Builds the site. A build that fails leaves the last one as it was.',
    ports,
  )
    .option('--root <dir>', 'take the content from another folder')
    .option('--site <url>', 'where the site will stand, for canonical links and the sitemap')
    .option('--base <path>', 'the path below it, such as /portfolio')
    .option('--output <dir>', 'write to this folder instead of dist/')
    .addOption(engineOption())
    .addHelpText(
      'after',
      '\nExample:\n  npm run build -- --site https://example.org --base /portfolio\n',
    )
    .action(async (options: Options) => {
      const started = performance.now();
      const { root, site: address, base, engine } = options;
      const site = await prepareSite(root, { site: address, base, engine }, ports);
      if (!site) throw new ExitCode(EXIT.findings);
      const target = options.output
        ? resolve(ports.cwd, options.output)
        : `${site.content.root}/dist`;
      const partial = `${target}.partial-${process.pid}`;
      try {
        await build({ ...site.astro, outDir: partial });
        replaceFolder(target, partial);
      } finally {
        rmSync(partial, { recursive: true, force: true });
      }
      const pages = countPages(target);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      ports.stdout(`${pages} pages in ${seconds} s: ${target}\n`);
    });
  return runCommand(command, args, ports);
}

/** Puts a finished folder in the place of the old one; the old one is gone only when the new one stands. */
function replaceFolder(target: string, partial: string): void {
  const old = `${target}.old-${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(partial, target);
  } catch (error) {
    if (existsSync(old)) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
}
