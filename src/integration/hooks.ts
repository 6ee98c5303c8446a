import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { renderDiagnostics } from '#diagnostics/render.ts';
import { frozenPath } from '#portfolio/addresses.ts';
import type { PortfolioConfigInput } from '#portfolio/config.ts';
import { footnotes } from '#portfolio/footnotes.ts';
import { HEADERS_PATH, headerRules, headersFile } from '#portfolio/headers.ts';
import { codeHighlight } from '#portfolio/highlight.ts';
import { filePath, linksIn, type ShownLinks } from '#portfolio/links.ts';
import { cellAlignment, scrollableCode, scrollableTables } from '#portfolio/markdown.ts';
import { pictureFiles } from '#portfolio/pictures.ts';
import { filesInUse } from '#portfolio/written-links.ts';
import { readConfig } from '#sources/config.ts';
import { currentSite, publishSite, type Site } from './bridge.ts';
import { serveContent } from './dev.ts';
import { loadSite } from './load-site.ts';
import { mermaidFences } from './markdown/diagrams.ts';
import { studyLinks } from './markdown/links.ts';
import { studySections } from './markdown/sections.ts';
import type { Hooks, Prepared } from './prepared.ts';
import { buildClientScripts, type ClientScript } from './scripts.ts';
import { studiesModule } from './studies-module.ts';
import { laterPieces, workAhead } from './work-ahead.ts';

const REVIEW_ROUTE = new URL('../pages/review/[study]/index.astro', import.meta.url);
const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What the integration does when Astro asks: it holds what was loaded between one hook and the next. */
export function portfolioHooks(
  settings: PortfolioConfigInput,
  prepared: Prepared | undefined,
): Hooks {
  const root = prepared?.root ?? project;
  const freezing = prepared?.freezing;
  let scripts: readonly ClientScript[] = prepared?.scripts ?? [];
  let watched: readonly string[] = prepared?.loaded.watched ?? [];
  let network = prepared?.loaded.network;
  let memory = prepared?.loaded.memory;
  return {
    'astro:config:setup': async ({ command, updateConfig, injectRoute }) => {
      const { config, diagnostics } = readConfig(settings, root);
      if (!config) throw new Error(renderDiagnostics(diagnostics, { color: false }));
      if (command !== 'sync') {
        if (!prepared) scripts = await buildClientScripts();
        const loaded = prepared?.loaded ?? (await loadSite(root, config, scripts));
        if (!loaded.site) throw new Error(renderDiagnostics(loaded.diagnostics, { color: false }));
        publishSite(freezing ? frozenSite(loaded.site, freezing.slug) : loaded.site);
        if (command === 'build' && !freezing) void workAhead(laterPieces(currentSite()));
        watched = loaded.watched;
        network = loaded.network;
        memory = loaded.memory;
      }
      if (freezing) injectRoute({ pattern: '/review/[study]', entrypoint: REVIEW_ROUTE });
      updateConfig({
        srcDir: freezing ? pathToFileURL(`${freezing.pages}/`) : new URL('../', import.meta.url),
        publicDir: new URL('../public/files/', import.meta.url),
        base: config.base,
        ...(config.site && { site: config.site }),
        trailingSlash: 'ignore',
        build: {
          ...{ format: 'directory', inlineStylesheets: 'never', assets: '_' },
          // While one page is written the next is rendered.
          concurrency: 4,
        },
        devToolbar: { enabled: false },
        markdown: {
          processor: satteri({
            mdastPlugins: [mermaidFences, studySections],
            hastPlugins: [
              cellAlignment,
              codeHighlight,
              scrollableTables,
              scrollableCode,
              footnotes(''),
              studyLinks(linksBelow(root, config.base)),
            ],
          }),
          syntaxHighlight: false,
        },
        integrations: [mdx()],
        vite: {
          plugins: [studiesModule(root)],
          server: { fs: { allow: [project, root] } },
        },
      });
    },
    'astro:server:setup': ({ server }) => {
      const { config } = readConfig(settings, root);
      if (config) serveContent({ server, root, config, scripts, watched, network, memory });
    },
    'astro:build:done': async ({ dir, pages }) => {
      const { explorers, printed, cards, portfolio } = currentSite();
      const { config } = portfolio;
      const awaited = [
        ...[...explorers.values()].map(async ({ path, code }) => [path, await code()] as const),
        ...[...printed, ...cards.pictures].map(
          async ([path, print]) => [path, await print()] as const,
        ),
      ];
      const paths = pages.map(({ pathname }) =>
        pathname === '404/' ? '/404.html' : `/${pathname}`,
      );
      const files = [
        [HEADERS_PATH, headersFile(headerRules(paths, config.hosts), config.base)] as const,
        ...scripts.map(({ path, code }) => [path, code] as const),
        ...(await Promise.all(awaited)),
        ...pictureFiles(await currentSite().pictures()),
        ...currentSite().search(),
      ];
      for (const [path, content] of files) {
        const file = fileURLToPath(new URL(`.${path}`, dir));
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      for (const review of [...currentSite().portfolio.reviews.values()].flat()) {
        const page = fileURLToPath(new URL(`.${frozenPath(review.study, review.digest)}`, dir));
        await mkdir(page, { recursive: true });
        await copyFile(`${root}/${review.path}`, `${page}/index.html`);
      }
      for (const used of filesInUse(currentSite().portfolio)) {
        const file = fileURLToPath(new URL(`.${filePath(used)}`, dir));
        await mkdir(dirname(file), { recursive: true });
        if (used.svg === undefined) await copyFile(`${root}/${used.path}`, file);
        else await writeFile(file, used.svg);
      }
    },
  };
}

/** What a frozen page shows: without the revision, which changes when nothing else does. */
function frozenSite({ portfolio, ...site }: Site, slug: string): Site {
  const { revision: _, ...rest } = portfolio;
  return { ...site, portfolio: rest, printed: new Map(), freezing: slug };
}

/** What the links of a study's file come to, in the portfolio of that moment. */
function linksBelow(root: string, base: string): (file: URL) => ShownLinks {
  const top = pathToFileURL(`${root}/`).href;
  const below = (path: string) => `${base.replace(/\/$/, '')}${path}`;
  return ({ href }) => {
    const name = decodeURIComponent(href.startsWith(top) ? href.slice(top.length) : href);
    return linksIn(currentSite().portfolio, name, below);
  };
}
