import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { diagnostic } from './codes.ts';
import { readTheme } from './from-json-styles.ts';
import { FieldFault, Fields } from './json-fields.ts';
import { readJson } from './json-source.ts';
import type { Theme } from './styles.ts';

/** What reading a theme.json gives: the theme, or what is wrong with it. */
export interface ThemeResult {
  readonly theme: Theme | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a theme's JSON; fields that are not known are passed over. Never throws. */
export function themeFromJson(source: Source, name: string): ThemeResult {
  const document = readJson(source);
  if ('message' in document) {
    const { message, span } = document;
    return { theme: undefined, diagnostics: [diagnostic('workspace-json-syntax', message, span)] };
  }
  try {
    return { theme: readTheme(new Fields(source, document), name), diagnostics: [] };
  } catch (fault) {
    if (!(fault instanceof FieldFault)) throw fault;
    const { message, span } = fault;
    return { theme: undefined, diagnostics: [diagnostic('workspace-json-type', message, span)] };
  }
}
