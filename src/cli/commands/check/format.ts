import { relative, sep } from 'node:path';
import { Option } from 'commander';
import { renderByFile } from '#diagnostics/by-file.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { githubAnnotations } from '#diagnostics/github.ts';
import { visible } from '#diagnostics/hidden.ts';
import { CODES_PAGE, diagnosticsToJson } from '#diagnostics/json.ts';
import { renderSummary } from '#diagnostics/render.ts';
import { workTree } from '#sources/work-tree.ts';
import { type Ports, wantsColor } from '../../ports.ts';
import { UsageError } from '../../program.ts';

const FORMATS = ['text', 'json', 'github'] as const;

export type Format = (typeof FORMATS)[number];

/** `--format`: for a person, for a program, or for the annotations of a pull request. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how findings are told').choices(FORMATS);
}

/** The format that is asked for; `--json` is short for one of them, and contradicts the others. */
export function formatOf({ format, json }: { format?: Format; json?: boolean }): Format {
  if (json && format !== undefined && format !== 'json') {
    throw new UsageError(`--json and --format ${format} ask for two things. Leave one out.`);
  }
  return json ? 'json' : (format ?? 'text');
}

/** Where findings are from: the folder that their files are relative to, and how to name it. */
interface Place {
  readonly root: string;
  /** ` in ../shop`, or nothing. */
  readonly whereabouts: string;
}

/** The findings as they are printed. */
export function formatFindings(
  diagnostics: readonly Diagnostic[],
  format: Format,
  { root, whereabouts }: Place,
  ports: Ports,
): string {
  if (format === 'json')
    return `${visible(JSON.stringify(diagnosticsToJson(diagnostics), null, 2))}\n`;
  const summary = `${renderSummary(diagnostics).replace(/(?=\.?$)/, visible(whereabouts))}\n`;
  if (format === 'github')
    return visible(githubAnnotations(diagnostics, folderInTree(root)) + summary);
  if (diagnostics.length === 0) return summary;
  const codes = new Set(diagnostics.map(({ code }) => code));
  const [code = ''] = codes;
  const more = `What ${codes.size === 1 ? 'the code' : 'each code'} means, with an example: \`npm run check -- --explain ${code}\`, or ${CODES_PAGE}#${code}\n`;
  return `${renderByFile(diagnostics, { color: wantsColor(ports) })}\n\n${more}${summary}`;
}

/** The content's folder in its repository: annotations name files from the repository's top. */
function folderInTree(root: string): string {
  const top = workTree(root);
  return top === undefined ? '' : relative(top, root).split(sep).join('/');
}
