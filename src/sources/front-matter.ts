import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located } from '#diagnostics/located.ts';
import type { Source } from '#diagnostics/source.ts';
import { readYaml } from './yaml.ts';

/** The front matter of a Markdown or MDX file, and where its body starts. */
export interface FrontMatter {
  readonly located: Located;
  readonly diagnostics: readonly Diagnostic[];
  /** Escapes that stood for what must not be shown. */
  readonly hidden: readonly Diagnostic[];
  /** Offset of the first character after the closing `---` line; 0 without front matter. */
  readonly bodyStart: number;
}

/**
 * Reads what stands between `---` lines at the top of a file. A file without them has an empty one,
 * so that every key it lacks is told; one that is no YAML has no value.
 */
export function readFrontMatter(source: Source): FrontMatter {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/.exec(source.text);
  const start = match ? match[0].indexOf('\n') + 1 : 0;
  const { located, diagnostics, hidden } = readYaml(source, match?.[1] ?? '', start);
  const value = diagnostics.length > 0 ? undefined : (located.value ?? {});
  const bodyStart = match?.[0].length ?? 0;
  return { located: { ...located, value }, diagnostics, hidden, bodyStart };
}
