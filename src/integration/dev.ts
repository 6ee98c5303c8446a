import { readFileSync } from 'node:fs';
import type { ViteDevServer } from 'vite';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { renderDiagnostics } from '#diagnostics/render.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { filePath } from '#portfolio/links.ts';
import { pictureFiles } from '#portfolio/pictures.ts';
import { currentSite, publishSite } from './bridge.ts';
import { loadSite } from './load-site.ts';
import { overlayOf } from './overlay.ts';
import type { ClientScript } from './scripts.ts';

/** What the development server needs to follow the content. */
export interface DevContent {
  readonly server: ViteDevServer;
  readonly root: string;
  readonly config: PortfolioConfig;
  readonly scripts: readonly ClientScript[];
  readonly watched: readonly string[];
}

/** How long after the last change of a burst the content is read again, in milliseconds. */
const SETTLE = 20;

/**
 * Keeps the open pages true to the content: a change is read, and either shown at once or reported as
 * an overlay with its frame, while pages go on showing the last portfolio that held together.
 */
export function serveContent(content: DevContent): void {
  const { server, root, config, scripts } = content;
  const bodies = new Map(scripts.map(({ path, code }) => [path, code]));
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    const below = path.slice(path.indexOf('/_/'));
    const code = bodies.get(below);
    const picture = code === undefined && pictureFiles(currentSite().portfolio.pictures).get(below);
    const text = code ?? (picture || undefined);
    const file = text === undefined && contentFile(content, path);
    if (file) {
      if (file.endsWith('.svg')) response.setHeader('content-type', 'image/svg+xml');
      response.end(readFileSync(file));
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
  const read = async () => {
    if (reading) return schedule();
    reading = true;
    const { site, diagnostics, watched: files } = await loadSite(root, config, scripts);
    reading = false;
    for (const file of files) known.add(file);
    server.watcher.add([...known]);
    if (site) publishSite(site);
    if (hasErrors(diagnostics)) report(content, diagnostics);
    else refresh(server);
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

/** The file beside a study or record that a path means, on the disk. */
function contentFile({ root, config }: DevContent, path: string): string | undefined {
  const base = config.base.replace(/\/$/, '');
  if (!path.startsWith(`${base}/`) || !path.includes('.')) return undefined;
  const { files } = currentSite().portfolio;
  const file = [...files.values()].find((one) => `${base}${filePath(one)}` === path);
  return file && `${root}/${file.path}`;
}

/** Pages are rendered anew from the published portfolio; texts of studies have changed modules. */
function refresh(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    environment.moduleGraph.invalidateAll();
  }
  server.ws.send({ type: 'full-reload', path: '*' });
}

function report({ server, root }: DevContent, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  server.config.logger.error(renderDiagnostics(errors, { color: true }), { timestamp: true });
  const overlay = overlayOf(errors, root);
  if (overlay) server.ws.send(overlay);
}
