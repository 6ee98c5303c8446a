import { sourceProblem } from '#sources/codes.ts';
import { type ContentState, changesBetween } from '#sources/content-state.ts';
import { EXIT, type Ports } from './ports.ts';
import { printFindings } from './print-findings.ts';
import { ExitCode } from './program.ts';

/** A site of which one half shows the content of before a change, and one of after it, is none. */
export function requireUnchanged(before: ContentState, after: ContentState, ports: Ports): void {
  const [file, ...others] = changesBetween(before, after);
  if (file === undefined) return;
  const also = others.length > 0 ? ` So were ${others.slice(0, 3).join(', ')}` : '';
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  const message = `It was changed while the site was made of it.${also}${more}${also && '.'}`;
  const hint = 'Build again; the last site stands as it was.';
  printFindings([sourceProblem('content-changed', message, undefined, { file, hint })], ports);
  throw new ExitCode(EXIT.findings);
}
