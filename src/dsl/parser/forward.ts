import type { LogicalLine } from '../lexer/lines.ts';
import type { Session } from '../session.ts';
import type { Context } from './context.ts';
import { find } from './lookup.ts';
import { takesForwardReferences } from './name-hints.ts';
import type { Statement } from './statement.ts';

/**
 * Puts off a relationship, with its block, whose ends are not all defined yet. It is carried out
 * where it stands in all but time: before the first deployment environment that follows its ends,
 * else at the end of the model; ids are given then.
 */
export function putOff(session: Session, st: Statement, context: Context): boolean {
  if (session.replaying || !takesForwardReferences(session)) return false;
  // What was reported and is carried out as it was meant would be reported again.
  if (st.line === session.recovering) return false;
  const names = endsOf(st).filter((name) => name.toLowerCase() !== 'this');
  if (areDefined(session, context, names)) return false;
  const lines = [st.line];
  const { blocks, frames } = session;
  session.waiting.push({ lines, names, blocks: [...blocks], frames: [...frames] });
  if (st.opensBlock) session.open({ kind: 'put-off', lines, depth: 1 }, st);
  return true;
}

function endsOf(st: Statement): string[] {
  const [first, second, third] = [st.get(0), st.get(1), st.get(2)];
  return first.endsWith('->') ? [second] : [first, third];
}

function areDefined(
  session: Session,
  context: Context | undefined,
  names: readonly string[],
): boolean {
  return names.every((name) => find(session, context, name) !== undefined);
}

/** Carries out what was put off: what has its ends by now, or all of it. */
export function catchUp(
  session: Session,
  which: 'defined' | 'all',
  replay: (line: LogicalLine) => void,
): void {
  session.replaying = true;
  for (const item of session.waiting.splice(0)) {
    const { names, blocks, frames } = item;
    if (which === 'defined' && !areDefined(session, blocks.at(-1)?.context, names)) {
      session.waiting.push(item);
      continue;
    }
    const here = session.blocks.splice(0, session.blocks.length, ...blocks);
    const from = session.frames.splice(0, session.frames.length, ...frames);
    for (const line of item.lines) replay(line);
    session.blocks.splice(0, session.blocks.length, ...here);
    session.frames.splice(0, session.frames.length, ...from);
  }
  session.replaying = false;
}
