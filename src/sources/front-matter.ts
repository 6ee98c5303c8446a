import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located } from '#diagnostics/located.ts';
import type { Source } from '#diagnostics/source.ts';
import { readYaml } from './yaml.ts';

/** The front matter of a Markdown or MDX file, and where its body starts. */
export interface FrontMatter {
  readonly located: Located;
  readonly diagnostics: readonly Diagnostic[];
  /** Offset of the first character after the closing `---` line; 0 without front matter. */
  readonly bodyStart: number;
}

/** Reads what stands between `---` lines at the top of a file; a file without them has an empty one. */
export function readFrontMatter(source: Source): FrontMatter {
  const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(source.text);
  if (!match) {
    return { located: readYaml(source, '', 0).located, diagnostics: [], bodyStart: 0 };
  }
  const start = match[0].indexOf('\n') + 1;
  const { located, diagnostics } = readYaml(source, match[1] ?? '', start);
  return { located, diagnostics, bodyStart: match[0].length };
}
