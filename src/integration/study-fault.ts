import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { studyProblem } from '#case-study/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, type Source, type Span } from '#diagnostics/source.ts';
import { sourceProblem } from '#sources/codes.ts';

/**
 * What a failed build says about the text of a study, at its line: an import or picture that cannot be
 * found, or code that threw while its page was made. Nothing when the study is not to blame.
 */
export function studyFault(error: unknown, studies: readonly Source[]): Diagnostic | undefined {
  if (!(error instanceof Error)) return undefined;
  return unresolved(error, studies) ?? thrown(error, studies);
}

function unresolved({ message }: Error, studies: readonly Source[]): Diagnostic | undefined {
  const specifier = /resolve (?:import )?['"]([^'"]+)['"]/.exec(message)?.[1];
  const source = studies.find(({ name }) => message.includes(name));
  if (specifier === undefined || !source) return undefined;
  const start = source.text.indexOf(specifier);
  const span = start < 0 ? lineSpan(source, 1) : { source, start, end: start + specifier.length };
  return studyProblem('unknown-import', `Nothing called \`${specifier}\` is there.`, span, {
    hint: 'A path is taken from the folder of the study; a package must be installed.',
  });
}

/** The frames of a stack that lie in a rendered page: `…/chunk.mjs:26:10`. */
const FRAME = /(file:\/\/\S+\.prerender\/\S+\.mjs):(\d+):(\d+)/g;

function thrown({ message, stack = '' }: Error, studies: readonly Source[]) {
  for (const [, file = '', line, column] of stack.matchAll(FRAME)) {
    const lines = readFileSync(fileURLToPath(file), 'utf8').split('\n');
    const at = Number(line) - 1;
    const source = moduleOf(lines.slice(0, at + 1), studies);
    if (!source) continue;
    const offset = lines.slice(0, at).join('\n').length + Number(column);
    return sourceProblem(
      'study-threw',
      `The code here threw: ${message}`,
      placeOf(source, lines.join('\n'), offset),
    );
  }
  return undefined;
}

/** A bundle says before each module which file it was: `// ../case-studies/shop/index.mdx`. */
function moduleOf(above: readonly string[], studies: readonly Source[]): Source | undefined {
  const comment = above.findLast((line) => /^\/\/ \S/.test(line));
  return studies.find(({ name }) => comment?.endsWith(`/${name}`));
}

/** The line of a study that has most in common with what surrounds a place in the bundle. */
function placeOf(source: Source, code: string, offset: number): Span {
  const before = plain(code.slice(0, offset));
  const all = before + plain(code.slice(offset));
  let best = { line: 1, length: 0 };
  for (let line = 1; line <= source.lineCount; line++) {
    const length = longestShared(plain(source.lineText(line)), all, before.length);
    if (length > best.length) best = { line, length };
  }
  return lineSpan(source, best.line);
}

/** Code without what a bundler changes: blanks, quotes, brackets, semicolons. */
function plain(code: string): string {
  return code.replace(/[\s'"`();]/g, '');
}

/** How long a run of characters around `at` is that a line holds too. */
function longestShared(line: string, code: string, at: number): number {
  let longest = 0;
  for (let start = line.indexOf(code[at] ?? ''); start >= 0; ) {
    let left = 0;
    let right = 0;
    while (left < start && line[start - left - 1] === code[at - left - 1]) left++;
    while (start + right < line.length && line[start + right] === code[at + right]) right++;
    longest = Math.max(longest, left + right);
    start = line.indexOf(code[at] ?? '', start + 1);
  }
  return longest;
}
