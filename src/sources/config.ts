import { existsSync, readFileSync } from 'node:fs';
import type { CodeInfo, Diagnostic } from '#diagnostics/diagnostic.ts';
import { CODES_PAGE } from '#diagnostics/json.ts';
import type { Located, Path } from '#diagnostics/located.ts';
import { Source, type Span } from '#diagnostics/source.ts';
import { meant } from '#diagnostics/suggest.ts';
import { validate } from '#diagnostics/validate.ts';
import { type PortfolioConfig, portfolioConfig } from '#portfolio/config.ts';
import { CODE_TABLES } from './code-tables.ts';
import { sourceProblem } from './codes.ts';

/** The name of the configuration in a content folder. */
export const CONFIG_FILE = 'astro.config.mjs';

/** What a folder without a configuration is shown with. */
export const DEFAULT_SETTINGS = {
  title: 'Architecture portfolio',
  author: { name: 'Author Name', role: 'Solution architect', placeholder: true },
} as const;

/** The author's settings, checked; findings point into the configuration file. */
export function readConfig(
  settings: unknown,
  root: string,
): { readonly config: PortfolioConfig | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const file = `${root}/${CONFIG_FILE}`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const located = locatedInScript(new Source(CONFIG_FILE, text), settings);
  const { value, diagnostics } = validate(located, portfolioConfig, (message, span, detail) =>
    sourceProblem('invalid-config', message, span, detail),
  );
  const rules = value ? unknownRules(located, value) : [];
  return { config: value, diagnostics: [...diagnostics, ...rules] };
}

/** Codes that `rules` cannot silence: there is no such warning, and the author would not hear of it. */
function unknownRules(located: Located, { rules }: PortfolioConfig): Diagnostic[] {
  const all = Object.values(CODE_TABLES).flatMap((table) => Object.entries<CodeInfo>(table));
  const warnings = all.filter(([, { severity }]) => severity === 'warning').map(([code]) => code);
  return Object.keys(rules).flatMap((code) => {
    if (warnings.includes(code)) return [];
    const isError = all.some(([one]) => one === code);
    return sourceProblem(
      'invalid-config',
      isError
        ? `\`${code}\` is an error, which keeps the site from being built and cannot be silenced.`
        : `\`rules\` knows no warning \`${code}\`.`,
      located.keySpanOf(['rules', code]),
      isError ? {} : { hint: `${CODES_PAGE} lists them.`, ...meant(code, warnings) },
    );
  });
}

/** The values of a script, each placed where its key is first written after the key around it. */
function locatedInScript(source: Source, value: unknown): Located {
  const spanOf = (path: Path): Span => {
    let start = Math.max(0, source.text.indexOf('portfolio('));
    let end = start;
    for (const step of path) {
      const match = new RegExp(`(?<![\\w-])${RegExp.escape(String(step))}['"]?\\s*:`).exec(
        source.text.slice(end),
      );
      if (!match) break;
      start = end + match.index;
      end = start + match[0].length;
    }
    return { source, start, end: Math.max(start, end - 1) };
  };
  return { value, spanOf, keySpanOf: spanOf };
}
