import { finding } from '#adr/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { AdrPorts } from './ports.ts';

/** Exit code of a shell for a program that is not there. */
export const NOT_FOUND = 127;

/** Editors that draw on the terminal, and hang or complain without one. */
const NEED_TERMINAL = /(?:^|\/)(?:vi|vim|nvim|view|nano|pico|micro|helix|hx|joe|mcedit|ne|kak)$/;

/**
 * Opens a record in VISUAL or EDITOR, when one of them is set. The whole value may be the name of a
 * program; otherwise its first word is, and the others go before the path; quotes count as in a shell. Without a terminal an
 * editor that needs one is left out.
 */
export function openEditor(
  ports: AdrPorts,
  path: string,
): { exit: number; diagnostics: Diagnostic[] } {
  const editor = ports.env.VISUAL || ports.env.EDITOR;
  if (!editor) return { exit: 0, diagnostics: [] };
  const [program = editor, ...args] = wordsOf(editor);
  if (!ports.isTTY && NEED_TERMINAL.test(program)) return { exit: 0, diagnostics: [] };
  const whole = ports.run(editor, [path]);
  const exit = whole === NOT_FOUND && args.length > 0 ? ports.run(program, [...args, path]) : whole;
  if (exit === 0) return { exit, diagnostics: [] };
  const why = exit === NOT_FOUND ? 'There is no such program' : `It ended with ${exit}`;
  const problem = finding('adr-editor', `${why}: \`${editor}\`. The record is there.`, undefined, {
    file: path,
    hint: 'Look at VISUAL and EDITOR.',
  });
  return { exit, diagnostics: [problem] };
}

/** The words of a command line; quotes hold those with blanks together. */
function wordsOf(command: string): string[] {
  const words = command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"']|["'])+/g);
  return [...words].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** Prints help through ADR_PAGER or PAGER; without them through `more`, at a terminal only. */
export function page(ports: AdrPorts, text: string): void {
  const pager = ports.env.ADR_PAGER || ports.env.PAGER || (ports.isTTY ? 'more' : '');
  const [program, ...args] = wordsOf(pager);
  if (program === undefined || ports.run(program, args, text) === NOT_FOUND) ports.stdout(text);
}
