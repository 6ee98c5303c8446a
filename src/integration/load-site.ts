import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { viewTexts } from '#portfolio/pages/view-texts.ts';
import { readDrawingFonts } from '#sources/drawing-fonts.ts';
import { createDrawingEngine } from '#sources/layout-cache.ts';
import { loadPortfolio } from '#sources/load.ts';
import type { Site } from './bridge.ts';
import type { ClientScript } from './scripts.ts';

/** A portfolio that can be shown, or what keeps it from being shown. */
export interface LoadedSite {
  readonly site: Site | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of every file and folder that was looked at, for watching. */
  readonly watched: readonly string[];
}

/** Loads a content folder for the site. With an error in it there is no site. */
export async function loadSite(
  root: string,
  config: PortfolioConfig,
  scripts: readonly ClientScript[],
): Promise<LoadedSite> {
  const { portfolio, diagnostics, watched } = await loadPortfolio(root, config);
  const site = portfolio && {
    portfolio,
    tools: { engine: createDrawingEngine(), measure: createTextMeasure() },
    fonts: readDrawingFonts(),
    texts: once(() => viewTexts(portfolio.index)),
    scripts: Object.fromEntries(scripts.map(({ name, path }) => [name, path])),
  };
  return { site, diagnostics, watched };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
