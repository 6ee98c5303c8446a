import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forbidExit } from '#sources/exit-guard.ts';
import { resolvePackagesFromProject } from '#sources/resolve-from-project.ts';
import { beginSchemas } from '#sources/schemas.ts';
import type { Engine } from '#sources/structurizr-cli.ts';
import { contentRoot } from '../content-root.ts';
import { engineOption } from '../engine-option.ts';
import { cleaningUp } from '../leaving.ts';
import { archiveFile, MARKER, MARKER_TEXT, outputFolder } from '../output-folder.ts';
import { EXIT, type Ports } from '../ports.ts';
import { printFindings } from '../print-findings.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';
import { inWritableProject } from '../project-copy.ts';
import { asideOf, publish, removeStale, undoPublish } from '../publish.ts';
import { readSetting } from '../setting-option.ts';
import type { PreparedSite } from '../site.ts';
import { makeWorkFolder } from '../work-folder.ts';
import type { ConfidentialSite } from './build/confidential.ts';

interface Options {
  readonly root?: string;
  readonly site?: string;
  readonly base?: string;
  readonly output?: string;
  readonly engine?: Engine;
  readonly offline?: boolean;
  readonly confidential?: boolean;
}

/** What a site without an address lacks: what holds whole addresses is left out, not made up. */
const NO_ADDRESS =
  'It has no feed of decisions, no cards for links to it and an empty sitemap, since nothing says where it will stand: --site, or `site` in astro.config.mjs.\n';

/** `archfolio build`: the site, whole or not at all. */
export function runBuild(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'build',
    'Builds the site. A build that fails leaves the last one as it was.',
    ports,
  )
    .option('--root <dir>', 'take the content from another folder')
    .option(
      '--site <url>',
      'where the site will stand, for canonical links and the sitemap',
      readSetting('site'),
    )
    .option('--base <path>', 'the path below it, such as /portfolio', readSetting('base'))
    .option('--output <dir>', 'write to this folder instead of dist/')
    .option(
      '--offline',
      'write what opens from a disk: dist-offline/, and dist-offline.zip beside it',
    )
    .option(
      '--confidential',
      'write names and figures as aliases.yaml has them, and fail where one can still be read',
    )
    .addOption(engineOption())
    .addHelpText(
      'after',
      '\nExample:\n  npm run build -- --site https://example.org --base /portfolio\n',
    )
    .action(async (options: Options) => {
      const started = performance.now();
      const { root, site: address, engine, offline = false, confidential = false } = options;
      if (offline && options.base !== undefined)
        throw new UsageError('--base and --offline exclude each other: a folder has no base path.');
      const base = offline ? '/' : options.base;
      if (options.output === '') throw new UsageError('--output takes a folder, and is empty.');
      const folder = contentRoot(root, ports);
      const target = outputFolder(
        resolve(ports.cwd, options.output ?? `${folder}/${offline ? 'dist-offline' : 'dist'}`),
        folder,
      );
      const archive = offline ? archiveFile(`${target}.zip`) : undefined;
      // Astro takes a second to load: what is refused is refused before, and PostgreSQL starts meanwhile.
      const schemas = beginSchemas(folder);
      const overrides = { site: address, base, engine };
      let work: string | undefined;
      let copies: string | undefined;
      const prepare = async (): Promise<PreparedSite & Partial<ConfidentialSite>> => {
        if (confidential) copies = makeWorkFolder('outside');
        const site = copies
          ? await (await import('./build/confidential.ts')).prepareConfidential(
              ...[copies, root, overrides, ports, schemas],
            )
          : await (await import('../site.ts')).prepareSite(root, overrides, ports, schemas);
        if (!site) throw new ExitCode(EXIT.findings);
        return site;
      };
      const clean = () => {
        undoPublish(target);
        if (archive) undoPublish(archive);
        for (const folder of [work, copies]) {
          if (folder) rmSync(folder, { recursive: true, force: true });
        }
      };
      // The folders are made inside: a signal may come the moment that they are there.
      const site = await cleaningUp(clean, async () => {
        const prepared = await prepare();
        removeStale(target);
        if (archive) removeStale(archive);
        work = makeWorkFolder();
        const made = await buildInto(work, prepared, ports);
        const bytes =
          archive && (await import('#integration/offline/offline-site.ts')).takeOffline(made);
        const leaks =
          prepared.findLeaks?.(made, archive && bytes ? { name: archive, bytes } : undefined) ?? [];
        printFindings(leaks, ports);
        if (leaks.length > 0) throw new ExitCode(EXIT.findings);
        writeFileSync(join(made, MARKER), MARKER_TEXT);
        if (archive && bytes) writeFileSync(asideOf(archive, process.pid).partial, bytes);
        publish(made, target);
        if (archive) renameSync(asideOf(archive, process.pid).partial, archive);
        return prepared;
      });
      const pages = countPages(target);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const also = archive ? ` and ${archive}` : '';
      ports.stdout(`${pages} pages in ${seconds} s: ${target}${also}\n`);
      if (site.content.config?.site === undefined) ports.stdout(NO_ADDRESS);
    });
  return runCommand(command, args, ports);
}

/**
 * Makes the site in a folder of its own; gives where it lies in it. Astro puts what it renders from
 * below the current folder, and elsewhere when the site does not go there.
 */
export async function buildInto(work: string, site: PreparedSite, ports: Ports): Promise<string> {
  const made = join(work, 'site');
  const cwd = process.cwd();
  const { build } = await import('astro');
  resolvePackagesFromProject(work);
  process.chdir(work);
  const allowExit = forbidExit();
  try {
    const cacheDir = join(work, 'cache');
    const vite = { ...site.astro.vite, cacheDir: join(cacheDir, 'vite') };
    // What goes wrong is told once, by us.
    const config = { ...site.astro, outDir: made, cacheDir, vite, logLevel: 'silent' } as const;
    await build(inWritableProject(config, work));
  } catch (error) {
    const { studyFault } = await import('#integration/study-fault.ts');
    const fault = studyFault(error, site.texts);
    if (!fault) throw error;
    printFindings([fault], ports);
    throw new ExitCode(EXIT.findings);
  } finally {
    allowExit();
    process.chdir(cwd);
  }
  return made;
}

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
}
