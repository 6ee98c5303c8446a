import { readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { recoverLog } from '#sources/adr-log.ts';
import { sourceProblem } from '#sources/codes.ts';
import { CONTENT } from '#sources/content-folders.ts';
import { contentState } from '#sources/content-state.ts';
import { forbidExit } from '#sources/exit-guard.ts';
import { resolvePackagesFromProject } from '#sources/resolve-from-project.ts';
import { beginSchemas } from '#sources/schemas.ts';
import type { Engine } from '#sources/structurizr-cli.ts';
import { contentRoot } from '../content-root.ts';
import { engineOption } from '../engine-option.ts';
import { cleaningUp } from '../leaving.ts';
import { archiveFile, MARKER, MARKER_TEXT, outputFolder } from '../output-folder.ts';
import { turnFor } from '../output-turn.ts';
import { EXIT, type Ports } from '../ports.ts';
import { printFindings } from '../print-findings.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';
import { inWritableProject } from '../project-copy.ts';
import { asideOf, publish, removeStale, undoPublish } from '../publish.ts';
import { readSetting } from '../setting-option.ts';
import type { PreparedSite } from '../site.ts';
import { requireUnchanged } from '../unchanged.ts';
import { makeWorkFolder } from '../work-folder.ts';
import type { ConfidentialSite } from './build/confidential.ts';

/** A disk with less room than this is full for whoever builds on it, in bytes. */
const LEAST_ROOM = 2 ** 22;

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
      const turn = turnFor(target, ports);
      let isOurTurn = false;
      const overrides = { site: address, base, engine };
      let work: string | undefined;
      let copies: string | undefined;
      const prepare = async (): Promise<PreparedSite & Partial<ConfidentialSite>> => {
        // Astro takes a second to load: PostgreSQL starts meanwhile.
        const schemas = beginSchemas(folder);
        if (confidential) copies = makeWorkFolder('outside');
        const site = copies
          ? await (await import('./build/confidential.ts')).prepareConfidential(
              ...[copies, root, overrides, ports, schemas],
            )
          : await (await import('../site.ts')).prepareSite(root, overrides, ports, {
              schemas,
              pagesWait: true,
            });
        if (!site) throw new ExitCode(EXIT.findings);
        return site;
      };
      const clean = () => {
        if (isOurTurn) undoPublish(target);
        if (isOurTurn && archive) undoPublish(archive);
        for (const folder of [work, copies]) {
          if (folder) rmSync(folder, { recursive: true, force: true });
        }
        turn.end();
      };
      // The folders are made inside: a signal may come the moment that they are there.
      const site = await cleaningUp(clean, async () => {
        await turn.come();
        isOurTurn = true;
        removeStale(target);
        if (archive) removeStale(archive);
        await recoverLog({ path: CONTENT.decisions, folder: `${folder}/${CONTENT.decisions}` });
        const before = contentState(folder);
        const prepared = await prepare();
        work = makeWorkFolder();
        const made = await buildInto(work, prepared, ports);
        const bytes =
          archive && (await import('#integration/offline/offline-site.ts')).takeOffline(made);
        const leaks =
          prepared.findLeaks?.(made, archive && bytes ? { name: archive, bytes } : undefined) ?? [];
        printFindings(leaks, ports);
        if (leaks.length > 0) throw new ExitCode(EXIT.findings);
        writeFileSync(join(made, MARKER), MARKER_TEXT);
        requireUnchanged(before, contentState(folder), ports);
        if (archive && bytes) writeFileSync(asideOf(archive).partial, bytes);
        publish(made, target);
        if (archive) renameSync(asideOf(archive).partial, archive);
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
    const drawn = await site.drawn;
    printFindings(drawn, ports);
    if (hasErrors(drawn)) throw new ExitCode(EXIT.findings);
    const { studyFault } = await import('#integration/study-fault.ts');
    const fault = studyFault(error, site.texts) ?? fullDisk(work);
    if (!fault) throw error;
    printFindings([fault], ports);
    throw new ExitCode(EXIT.findings);
  } finally {
    allowExit();
    process.chdir(cwd);
  }
  return made;
}

/** What bundlers say of a full disk is anything; the disk itself knows. */
function fullDisk(folder: string): Diagnostic | undefined {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > LEAST_ROOM) return undefined;
  const hint = 'Make room there; the last site stands as it was.';
  const message = 'There is no room left on the disk that sites are made on.';
  return sourceProblem('disk', message, undefined, { file: folder, hint });
}

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
}
