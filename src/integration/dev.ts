import { readFileSync } from 'node:fs';
import type { ViteDevServer } from 'vite';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { renderDiagnostics } from '#diagnostics/render.ts';
import { frozenPath } from '#portfolio/addresses.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { filePath } from '#portfolio/links.ts';
import { listedPaths } from '#portfolio/pages/sitemap.ts';
import { pictureFiles } from '#portfolio/pictures.ts';
import { refusalOfDisk } from '#sources/disk-fault.ts';
import type { LoadMemory } from '#sources/load-memory.ts';
import type { Network } from '#sources/network.ts';
import { currentSite, publishSite, type Site } from './bridge.ts';
import { loadSite } from './load-site.ts';
import { overlayOf } from './overlay.ts';
import type { ClientScript } from './scripts.ts';
import { STUDIES } from './studies-module.ts';

/** What the development server needs to follow the content. */
export interface DevContent {
  readonly server: ViteDevServer;
  readonly root: string;
  readonly config: PortfolioConfig;
  readonly scripts: readonly ClientScript[];
  readonly watched: readonly string[];
  readonly network: Network | undefined;
  readonly memory: LoadMemory | undefined;
}

/** How long after the last change of a burst the content is read again, in milliseconds. */
const SETTLE = 20;

/**
 * Keeps the open pages true to the content: a change is read, and either shown at once or reported as
 * an overlay with its frame, while pages go on showing the last portfolio that held together.
 */
export function serveContent(content: DevContent): void {
  const { server, root, config, scripts, network, memory } = content;
  const bodies = new Map(scripts.map(({ path, code }) => [path, code]));
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    const below = path.slice(path.indexOf('/_/'));
    const explorer = [...currentSite().explorers.values()].find((one) => one.path === below);
    if (explorer) {
      explorer.code().then((code) => {
        response.setHeader('content-type', 'text/javascript; charset=utf-8');
        response.end(code);
      }, next);
      return undefined;
    }
    const print = printedFile(content, path);
    if (print) {
      print().then((bytes) => {
        const type = path.endsWith('.pdf') ? 'application/pdf' : 'image/png';
        response.setHeader('content-type', type);
        response.end(bytes);
      }, next);
      return undefined;
    }
    const code = bodies.get(below) ?? searchFile(path);
    const picture = code === undefined && pictureFiles(currentSite().portfolio.pictures).get(below);
    const text = code ?? (picture || undefined);
    const file = text === undefined && contentFile(content, path);
    if (file) {
      if (path.endsWith('/')) response.setHeader('content-type', 'text/html; charset=utf-8');
      if (path.endsWith('.svg')) response.setHeader('content-type', 'image/svg+xml');
      response.end(typeof file === 'string' ? readFileSync(file) : file.svg);
      return undefined;
    }
    if (text === undefined) return next();
    const type = code === undefined ? 'image/svg+xml' : 'text/javascript';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(text);
  });

  const known = new Set(content.watched);
  server.watcher.add([...known]);
  let timer: NodeJS.Timeout | undefined;
  let reading = false;
  let targets = targetsOf(currentSite());
  let overlay: ReturnType<typeof overlayOf>;
  // A page that is opened or reloaded meanwhile has not heard what is wrong.
  server.ws.on('vite:client:connect', (_data, client) => {
    if (overlay) client.send(overlay);
  });
  const report = (diagnostics: readonly Diagnostic[]) => {
    overlay = tell(content, diagnostics);
  };
  const read = async () => {
    if (reading) return schedule();
    reading = true;
    try {
      const how = { oneByOne: true, ...(network && { network }), ...(memory && { memory }) };
      return show(await loadSite(root, config, scripts, how));
    } catch (error) {
      // What goes while it is read comes back, or is missing, with the next change.
      const refused = refusalOfDisk(error);
      if (!refused) throw error;
      return report([refused]);
    } finally {
      reading = false;
    }
  };
  const show = ({ site, diagnostics, watched: files }: Awaited<ReturnType<typeof loadSite>>) => {
    for (const file of files) known.add(file);
    server.watcher.add([...known]);
    if (site) publishSite(site);
    if (hasErrors(diagnostics) || !site) return report(diagnostics);
    overlay = undefined;
    const now = targetsOf(site);
    refresh(content, now !== targets);
    targets = now;
    return undefined;
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), SETTLE);
  };
  server.watcher.on('all', (_event, path) => {
    const inside = [...known].some((place) => path === place || path.startsWith(`${place}/`));
    if (inside) schedule();
  });
}

/** A file of the search index; its folder is told by the first, so that none is asked for of another. */
function searchFile(path: string): string | undefined {
  const below = /(?:\/search\/index|\/_\/search-\w+\/[\w-]+)\.js$/.exec(path)?.[0];
  return below === undefined ? undefined : currentSite().search().get(below);
}

function printedFile({ config }: DevContent, path: string) {
  const base = config.base.replace(/\/$/, '');
  const { printed, cards } = currentSite();
  const below = path.slice(base.length);
  return path.startsWith(base) ? (printed.get(below) ?? cards.pictures.get(below)) : undefined;
}

/** The file beside a study or record that a path means, on the disk; an SVG as it is published. */
function contentFile(
  { root, config }: DevContent,
  path: string,
): string | { readonly svg: string } | undefined {
  const base = config.base.replace(/\/$/, '');
  if (!path.startsWith(`${base}/`)) return undefined;
  const { files, reviews } = currentSite().portfolio;
  const frozen = [...reviews.values()]
    .flat()
    .find((one) => `${base}${frozenPath(one.study, one.digest)}` === path);
  if (frozen) return `${root}/${frozen.path}`;
  const file = [...files.values()].find((one) => `${base}${filePath(one)}` === path);
  if (file?.fault !== undefined) return undefined;
  return file?.svg === undefined ? file && `${root}/${file.path}` : { svg: file.svg };
}

/**
 * Pages read the published portfolio each time they are rendered, so their code stays as it is: Astro
 * only has to ask anew which pages there are. Texts of studies are compiled with what they lead to, and
 * are compiled again when that changed.
 */
function refresh({ server, root }: DevContent, hasMoved: boolean): void {
  for (const { name, moduleGraph, hot } of Object.values(server.environments)) {
    for (const module of hasMoved ? moduleGraph.idToModuleMap.values() : []) {
      const isText = module.file?.startsWith(`${root}/`) && module.file.endsWith('.mdx');
      if (isText || module.id === STUDIES) moduleGraph.invalidateModule(module);
    }
    if (name !== 'client') hot.send({ type: 'custom', event: 'astro:content-changed' });
  }
  server.ws.send({ type: 'full-reload', path: '*' });
}

/** All that links of texts may lead to, as one text. */
function targetsOf({ portfolio }: Site): string {
  const { files, publicFiles } = portfolio;
  return JSON.stringify([listedPaths(portfolio), [...files.values()], [...publicFiles]]);
}

/** Says what is wrong, in the terminal and over open pages; gives what lies over these. */
function tell(
  { server, root }: DevContent,
  diagnostics: readonly Diagnostic[],
): ReturnType<typeof overlayOf> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  server.config.logger.error(renderDiagnostics(errors, { color: true }), { timestamp: true });
  const overlay = overlayOf(errors, root);
  if (overlay) server.ws.send(overlay);
  return overlay;
}
