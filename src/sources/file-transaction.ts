import { existsSync, linkSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  codeOf,
  modeOf,
  realPath,
  removeIfThere,
  stageFile,
  writeFileAtomic,
} from './atomic-write.ts';

/** A file to write. `create` wants its name to be free. */
export interface FileChange {
  readonly kind: 'create' | 'replace';
  readonly path: string;
  readonly content: string | Uint8Array;
}

interface Move {
  readonly kind: FileChange['kind'];
  /** Name in the work folder. */
  readonly from: string;
  /** Path from the work folder. */
  readonly to: string;
}

const JOURNAL = 'journal.json';

/**
 * Writes several files, all or none, also when the process is killed on the way.
 *
 * Every new content is first staged in the work folder. Then a journal appears there, by one rename:
 * from then on the change has happened. Each staged file takes its name, one system call after the
 * other, the one that is created first; then the journal goes. A kill before the journal leaves
 * every file as it was; after it, `finishPending` makes the moves that are left. Whoever looks at the
 * disk between two calls sees a new file that speaks of old ones, never an old one that speaks of a
 * missing one.
 *
 * At most one change may be a creation. Only the holder of the folder's lock may call this. False
 * when the name that should be free is taken: then nothing has changed.
 */
export function applyChanges(work: string, changes: readonly FileChange[]): boolean {
  const ordered = changes.toSorted((a, b) => rank(a) - rank(b));
  const moves = ordered.map(({ kind, path }, index): Move => {
    const to = relative(work, kind === 'create' ? path : realPath(path));
    return { kind, from: `staged-${index}`, to };
  });
  try {
    for (const [index, { from, to }] of moves.entries()) {
      stageFile(join(work, from), ordered[index]?.content ?? '', modeOf(resolve(work, to)));
    }
    if (moves.length > 1) {
      const draft = join(work, `${JOURNAL}.draft`);
      stageFile(draft, JSON.stringify(moves));
      renameSync(draft, join(work, JOURNAL));
    }
  } catch (error) {
    sweep(work);
    throw error;
  }
  return finish(work, moves);
}

/** Finishes the change that a killed process left behind, and sweeps what it never began. */
export function finishPending(work: string): void {
  if (isPending(work)) finish(work, JSON.parse(readFileSync(join(work, JOURNAL), 'utf8')));
  sweep(work);
}

/** Whether a killed process has left a change to finish. */
export function isPending(work: string): boolean {
  return existsSync(join(work, JOURNAL));
}

function finish(work: string, moves: readonly Move[]): boolean {
  const paths = moves.map(({ kind, from, to }) => ({
    kind,
    staged: join(work, from),
    target: resolve(work, to),
  }));
  for (const [index, { kind, staged, target }] of paths.entries()) {
    try {
      // Nothing else happens between these calls: a kill has hardly room there.
      if (kind === 'create') linkSync(staged, target);
      else renameSync(staged, target);
    } catch (error) {
      const isMade = moveAnyway(kind, staged, target, error);
      if (isMade) continue;
      // Before the first move nothing has happened yet; later the journal must stay.
      if (index === 0) forget(work);
      if (isMade === undefined) throw error;
      return false;
    }
  }
  forget(work);
  return true;
}

/**
 * Makes a move that the system refused, where it is made already or there is another way: true. False
 * when the name is taken by another file, nothing when there is no way.
 */
function moveAnyway(
  kind: Move['kind'],
  staged: string,
  target: string,
  error: unknown,
): boolean | undefined {
  const code = codeOf(error);
  if (code === 'ENOENT' && !existsSync(staged)) return true;
  if (kind === 'create') {
    if (code === 'EEXIST') return isSameFile(staged, target);
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? ''))
      return undefined;
    // A file system without hard links.
    if (existsSync(target)) return false;
    renameSync(staged, target);
    return true;
  }
  if (code !== 'EXDEV') return undefined;
  // The record is a link to another file system.
  writeFileAtomic(target, readFileSync(staged));
  removeIfThere(staged);
  return true;
}

/** Ends a change: the journal first, so that no half of its files is ever taken for the whole. */
function forget(work: string): void {
  removeIfThere(join(work, JOURNAL));
  sweep(work);
}

function sweep(work: string): void {
  for (const name of readdirSync(work)) {
    if (/^staged-|^journal\.json\.draft$/.test(name)) removeIfThere(join(work, name));
  }
}

function isSameFile(a: string, b: string): boolean {
  const [left, right] = [statSync(a), statSync(b)];
  return left.ino === right.ino && left.dev === right.dev;
}

function rank({ kind }: FileChange): number {
  return kind === 'create' ? 0 : 1;
}
