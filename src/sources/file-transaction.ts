import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  codeOf,
  modeOf,
  moveToFree,
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
 * from then on the change has happened. Each staged file takes its name, creations first, and the
 * journal goes. A kill before the journal leaves every file as it was; after it, `finishPending`
 * makes the moves that are left, which are the files still staged. Between two moves a reader of the
 * disk sees new files that speak of old ones, never old files that speak of missing ones.
 *
 * Only the holder of the folder's lock may call this. False when a name that should be free is
 * taken: then nothing has changed.
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
  for (const [index, move] of moves.entries()) {
    try {
      if (makeMove(work, move)) continue;
    } catch (error) {
      // Nothing has been moved yet, so nothing has happened; later the journal must stay.
      if (index === 0) forget(work);
      throw error;
    }
    forget(work);
    return false;
  }
  forget(work);
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

/** Creations come first, so a name that is taken stops the change before anything is replaced. */
function makeMove(work: string, { kind, from, to }: Move): boolean {
  const staged = join(work, from);
  const target = resolve(work, to);
  if (!existsSync(staged)) return true;
  if (kind === 'create') return moveToFree(staged, target);
  try {
    renameSync(staged, target);
  } catch (error) {
    // The record is a link to another file system.
    if (codeOf(error) !== 'EXDEV') throw error;
    writeFileAtomic(target, readFileSync(staged));
    removeIfThere(staged);
  }
  return true;
}

function rank({ kind }: FileChange): number {
  return kind === 'create' ? 0 : 1;
}
