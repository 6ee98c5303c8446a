import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { hashOf } from '#sources/cache.ts';
import { sourceProblem } from '#sources/codes.ts';
import { CONFIG_FILE, DEFAULT_SETTINGS, readConfig } from '#sources/config.ts';
import { isFile } from '#sources/entries.ts';
import { forbidExit } from '#sources/exit-guard.ts';
import { resolveFromProject } from '#sources/resolve-from-project.ts';
import { contentRoot } from './content-root.ts';
import type { Ports } from './ports.ts';

/** A content folder with its configuration. */
export interface Content {
  readonly root: string;
  /** Absent when the settings are wrong. */
  readonly config: PortfolioConfig | undefined;
  /** What `astro.config.mjs` says besides the portfolio. */
  readonly astro: AstroUserConfig;
  readonly settings: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Options that stand above the configuration file. */
export interface Overrides {
  readonly site?: string | undefined;
  readonly base?: string | undefined;
  readonly engine?: string | undefined;
}

/** Reads the configuration of a content folder; a folder without one is shown with placeholders. */
export async function readContent(
  root: string | undefined,
  overrides: Overrides,
  ports: Ports,
): Promise<Content> {
  const folder = contentRoot(root, ports);
  const file = `${folder}/${CONFIG_FILE}`;
  const read = await readConfigFile(file);
  if ('code' in read) {
    return { root: folder, config: undefined, astro: {}, settings: {}, diagnostics: [read] };
  }
  const { settings, ...astro } = read;
  const merged = Object.assign({}, settings, definedOnly(overrides));
  return { root: folder, astro, settings: merged, ...readConfig(merged, folder) };
}

async function readConfigFile(
  file: string,
): Promise<(AstroUserConfig & { settings: unknown }) | Diagnostic> {
  if (!existsSync(file)) return { settings: DEFAULT_SETTINGS };
  // Nothing but a file is opened: a pipe would never answer.
  if (!isFile(file)) {
    const message = `${CONFIG_FILE} is no file.`;
    return sourceProblem('unreadable-file', message, undefined, { file: CONFIG_FILE });
  }
  resolveFromProject();
  const config = await importConfig(file);
  if ('code' in config) return config;
  const integrations = (config.integrations ?? []).flat();
  const own = integrations.find((item) => item && item.name === 'archfolio');
  const settings = own && 'settings' in own ? own.settings : DEFAULT_SETTINGS;
  return { ...config, integrations: integrations.filter((item) => item !== own), settings };
}

async function importConfig(file: string): Promise<AstroUserConfig | Diagnostic> {
  const allowExit = forbidExit();
  try {
    // Node keeps a module for as long as the process lives, under its address: each text has its own.
    const { href } = pathToFileURL(file);
    return defaultOf(await import(`${href}?read=${hashOf(readFileSync(file, 'utf8'))}`));
  } catch (error) {
    const { configFault } = await import('./config-fault.ts');
    return await configFault(file, error);
  } finally {
    allowExit();
  }
}

function defaultOf(module: unknown): AstroUserConfig {
  const config =
    typeof module === 'object' && module !== null && 'default' in module ? module.default : {};
  return typeof config === 'object' && config !== null ? config : {};
}

function definedOnly(values: Overrides): Partial<Record<keyof Overrides, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
