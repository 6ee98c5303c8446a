import { readFileSync } from 'node:fs';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { CONFIG_FILE } from '#sources/config.ts';
import { CONTENT } from '#sources/content-folders.ts';
import { isFile } from '#sources/entries.ts';
import { loadPortfolio } from '#sources/load.ts';
import { createLoadMemory } from '#sources/load-memory.ts';
import { openNetwork } from '#sources/network.ts';
import type { LoadedSchemas } from '#sources/schemas.ts';
import { type Content, readContent } from '../../content.ts';
import { whereabouts } from '../../content-root.ts';
import { EXIT, inColor, type Ports } from '../../ports.ts';
import { type Format, formatFindings } from './format.ts';
import type { CheckOptions } from './options.ts';
import { type Checked, watchContent } from './watch.ts';

/** A content folder to check, and how. */
interface Asked {
  readonly root: string;
  /** PostgreSQL, which has begun already. */
  readonly schemas: () => Promise<LoadedSchemas>;
  readonly format: Format;
  readonly options: CheckOptions;
}

/** Checks the content, and mends it where that is asked for; gives the exit code. */
export async function checkOnce(asked: Asked, ports: Ports): Promise<number> {
  const { root, format, options } = asked;
  const check = contentChecker(asked, ports);
  const diagnosed = async () => (await check()).diagnostics;
  const found = await diagnosed();
  const left = options.fix ? await mended(asked, found, diagnosed, ports) : found;
  const place = { root, whereabouts: whereabouts(root, ports) };
  ports.stdout(inColor(formatFindings(left, format, place, ports), ports));
  return hasErrors(left) ? EXIT.findings : EXIT.success;
}

async function mended(
  { root, format, options }: Asked,
  found: readonly Diagnostic[],
  check: () => Promise<readonly Diagnostic[]>,
  ports: Ports,
): Promise<readonly Diagnostic[]> {
  const { isAgreed, mend } = await import('./fix.ts');
  const show = format === 'text' ? ports.stdout : ports.stderr;
  return await mend(root, found, {
    show,
    say: ports.stderr,
    check,
    agree: async (files) => options.yes === true || (await isAgreed(files, ports)),
  });
}

/** Follows the content until a signal ends the process, which is success. */
export async function checkOnAndOn(asked: Asked, ports: Ports): Promise<number> {
  const { root } = asked;
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const place = { root, whereabouts: whereabouts(root, ports) };
  const show = (found: readonly Diagnostic[]) => formatFindings(found, 'text', place, ports);
  const content = [...Object.values(CONTENT), CONFIG_FILE].map((name) => `${root}/${name}`);
  await watchContent(content, contentChecker(asked, ports), show, ports, stop.signal);
  return EXIT.success;
}

/** Checks the content each time that it is called: the second time it reads only what changed. */
function contentChecker(
  { root, schemas, options: { engine, allowHost = [] } }: Asked,
  ports: Ports,
): () => Promise<Checked> {
  const memory = createLoadMemory();
  const settings = rememberedSettings(root, () => readContent(root, { engine }, ports));
  return async () => {
    const { config, network, diagnostics } = await settings(allowHost);
    if (!config || !network) return { diagnostics, watched: [] };
    const kept = { network, memory };
    const loaded = await loadPortfolio(root, config, { ...kept, schemas, isShown: false });
    return { diagnostics: [...diagnostics, ...loaded.diagnostics], watched: loaded.watched };
  };
}

interface Settings extends Pick<Content, 'config' | 'diagnostics'> {
  readonly network?: ReturnType<typeof openNetwork>;
}

/** The settings, read again when their file has changed; what was fetched is kept with them. */
function rememberedSettings(
  root: string,
  read: () => Promise<Content>,
): (allowed: readonly string[]) => Promise<Settings> {
  const file = `${root}/${CONFIG_FILE}`;
  const textNow = () => (isFile(file) ? readFileSync(file, 'utf8') : '');
  let known: { readonly text: string; readonly settings: Settings } | undefined;
  return async (allowed) => {
    const text = textNow();
    if (known?.text === text) return known.settings;
    const { config, diagnostics } = await read();
    const network = config && openNetwork([...config.hosts, ...allowed]);
    known = { text, settings: { config, diagnostics, ...(network && { network }) } };
    return known.settings;
  };
}
