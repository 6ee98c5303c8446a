import type { ViteDevServer } from 'vite';
import { type Diagnostic, hasErrors, sortDiagnostics } from '#diagnostics/diagnostic.ts';
import { codeFrame } from '#diagnostics/frame.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { publishSite } from './bridge.ts';
import { loadSite } from './load-site.ts';
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
export function serveContent({ server, root, config, scripts, watched }: DevContent): void {
  const bodies = new Map(scripts.map(({ path, code }) => [path, code]));
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    const code = bodies.get(path.slice(path.indexOf('/_/')));
    if (code === undefined) return next();
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.end(code);
  });

  const content = new Set(watched);
  server.watcher.add([...content]);
  let timer: NodeJS.Timeout | undefined;
  let reading = false;
  const read = async () => {
    if (reading) return schedule();
    reading = true;
    const { site, diagnostics, watched: files } = await loadSite(root, config, scripts);
    reading = false;
    for (const file of files) content.add(file);
    server.watcher.add([...content]);
    if (site) publishSite(site);
    if (hasErrors(diagnostics)) report(server, diagnostics);
    else refresh(server);
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), SETTLE);
  };
  server.watcher.on('all', (_event, path) => {
    const inside = [...content].some((known) => path === known || path.startsWith(`${known}/`));
    if (inside) schedule();
  });
}

/** Pages are rendered anew from the published portfolio; texts of studies have changed modules. */
function refresh(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    environment.moduleGraph.invalidateAll();
  }
  server.ws.send({ type: 'full-reload', path: '*' });
}

function report(server: ViteDevServer, diagnostics: readonly Diagnostic[]): void {
  const errors = sortDiagnostics(diagnostics).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  server.config.logger.error(renderDiagnostics(errors, { color: true }), { timestamp: true });
  if (!first) return;
  const place = first.span?.source.positionAt(first.span.start);
  const more =
    errors.length > 1 ? `\n\n${renderSummary(errors)} in all; the others are in the terminal.` : '';
  server.ws.send({
    type: 'error',
    err: {
      message: `${first.code}: ${first.message}${first.hint ? `\n\n${first.hint}` : ''}${more}`,
      stack: '',
      plugin: 'archfolio',
      ...(first.span && { frame: codeFrame(first.span, 3) }),
      ...(first.span && place && { loc: { file: first.span.source.name, ...place } }),
    },
  });
}
