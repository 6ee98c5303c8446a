import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source, type Span } from '#diagnostics/source.ts';
import { hostEntry, isPermitted, permitHint } from '#model/hosts.ts';
import type { Theme } from '#model/styles.ts';
import { themeFromJson } from '#model/theme-from-json.ts';
import { unknownThemes } from '#model/themes.ts';
import type { Workspace } from '#model/workspace.ts';
import { sourceProblem } from './codes.ts';
import type { Network } from './network.ts';
import { officialTheme } from './official-themes.ts';

/** A workspace with the themes that it names by address, and what an author should know of them. */
export function withThemes(
  workspace: Workspace,
  file: string,
  spanOf: (address: string) => Span | undefined,
  network: Network,
): { readonly workspace: Workspace; readonly diagnostics: readonly Diagnostic[] } {
  const found = unknownThemes(workspace).map((address) => {
    const { code, message, hint, theme } = themeAt(address, network);
    const detail = { file, ...(hint !== undefined && { hint }) };
    return { theme, diagnostic: code && sourceProblem(code, message, spanOf(address), detail) };
  });
  const fetchedThemes = found.flatMap(({ theme }) => theme ?? []);
  const diagnostics = found.flatMap(({ diagnostic }) => diagnostic ?? []);
  if (fetchedThemes.length === 0) return { workspace, diagnostics };
  const viewConfiguration = { ...workspace.viewConfiguration, fetchedThemes };
  return { workspace: { ...workspace, viewConfiguration }, diagnostics };
}

/** Where a JSON workspace names a theme. */
export function themeSpanIn(source: Source): (address: string) => Span | undefined {
  return (address) => {
    const start = source.text.indexOf(JSON.stringify(address)) + 1;
    return start === 0 ? undefined : { source, start, end: start + address.length };
  };
}

/** A theme, what is to be said of it, or both. */
interface Found {
  readonly theme?: Theme;
  readonly code?: 'theme-not-loaded' | 'theme-copy';
  readonly message: string;
  readonly hint?: string;
}

const KEEP = 'Or keep its theme.json beside the workspace, and write `theme <file>` in `styles`.';

function themeAt(address: string, { hosts, fetch }: Network): Found {
  const missing = (why: string, hint: string): Found => ({
    code: 'theme-not-loaded',
    message: `The theme \`${address}\` is not applied: ${why}.`,
    hint,
  });
  const official = officialTheme(address);
  const shipped = official === undefined ? undefined : read(official, address).theme;
  if (shipped) return { theme: shipped, message: '' };
  if (hostEntry(address) === undefined) return missing('it is no https address', KEEP);
  if (!isPermitted(address, hosts))
    return missing('nothing may be fetched from its host', `${permitHint(address)} ${KEEP}`);
  const content = fetch(address);
  if ('failure' in content) return missing(content.failure, KEEP);
  const { theme, fault } = read(new TextDecoder().decode(content.bytes), address);
  if (!theme) return missing(`it can't be read: ${fault ?? 'no JSON'}`, KEEP);
  const { copy } = content;
  return {
    theme,
    message: '',
    ...(copy && {
      code: 'theme-copy',
      message: `The theme \`${address}\` could not be fetched: ${copy.failure}. The copy of ${copy.date} is used.`,
    }),
  };
}

/** A theme that goes by its address, from which its icons are named. */
function read(text: string, address: string): { readonly theme?: Theme; readonly fault?: string } {
  const { theme, diagnostics } = themeFromJson(new Source(address, text), address);
  const [fault] = diagnostics;
  if (!theme) return fault ? { fault: fault.message } : {};
  const elements = theme.elements.map(({ icon, ...style }) => ({
    ...style,
    ...(icon !== undefined && { icon: URL.parse(icon, address)?.href ?? icon }),
  }));
  return { theme: { ...theme, name: address, elements } };
}
