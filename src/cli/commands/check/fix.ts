import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { unifiedDiff } from '#dsl/upgrade/diff.ts';
import { applyEdits, type Edit, inOrder } from '#dsl/upgrade/edits.ts';
import { writeFileAtomic } from '#sources/atomic-write.ts';
import { keyOrderEdits } from '#sources/key-order.ts';
import { loadStudies } from '#sources/studies.ts';
import type { Ports } from '../../ports.ts';

/** A file as it would be mended. */
interface MendedFile {
  readonly source: Source;
  readonly edits: readonly Edit[];
}

/** How mending is shown and agreed to, and how the content is checked again after it. */
interface Mending {
  readonly show: (diff: string) => void;
  readonly say: (words: string) => void;
  readonly agree: (files: readonly MendedFile[]) => Promise<boolean>;
  readonly check: () => Promise<readonly Diagnostic[]>;
}

/** What mending one thing brings to light is mended as well, as often as this. */
const ROUNDS = 10;

/**
 * Shows what can be mended, mends it where that is agreed, and goes on with what that brought to light:
 * a list whose names are mended may have its keys put into order. Gives the findings that are left.
 */
export async function mend(
  root: string,
  found: readonly Diagnostic[],
  { show, say, agree, check }: Mending,
): Promise<readonly Diagnostic[]> {
  let left = found;
  for (let round = 0; round < ROUNDS; round++) {
    const files = mendable(root, left);
    if (files.length === 0) {
      if (round === 0) say('Nothing can be mended without a doubt.\n\n');
      return left;
    }
    show(diffOf(files));
    if (!(await agree(files))) {
      say(`${counted(files)} can be mended: --fix --yes does it.\n\n`);
      return left;
    }
    writeMended(root, files);
    say(`${counted(files)} mended.\n\n`);
    left = await check();
  }
  return left;
}

/**
 * What can be mended without a doubt: names that lead nowhere and have one near neighbour, and the order
 * of keys in typed lists that nothing else is wrong with.
 */
export function mendable(root: string, diagnostics: readonly Diagnostic[]): readonly MendedFile[] {
  const edits = new Map<string, Edit[]>();
  for (const { span, rename } of diagnostics) {
    if (!span || !rename) continue;
    const edit = renaming(span, rename);
    if (edit) edits.set(span.source.name, [...(edits.get(span.source.name) ?? []), edit]);
  }
  const faulty = new Set(diagnostics.flatMap(({ span }) => span?.source.name ?? []));
  for (const { listFiles } of loadStudies(root).studies) {
    for (const [list, { source }] of listFiles) {
      if (!faulty.has(source.name)) edits.set(source.name, keyOrderEdits(source, list));
    }
  }
  return [...edits].flatMap(([name, all]): MendedFile[] => {
    const own = distinct(all);
    if (own.length === 0) return [];
    // A byte order mark is not counted in places, and is kept.
    return [{ source: new Source(name, readFileSync(join(root, name), 'utf8')), edits: own }];
  });
}

/** The edit that renames a word in its span; none where it stands there twice, or differently. */
function renaming(
  { source, start, end }: NonNullable<Diagnostic['span']>,
  { from, to }: NonNullable<Diagnostic['rename']>,
): Edit | undefined {
  const [before = '', ...after] = source.text.slice(start, end).split(from);
  if (after.length !== 1) return undefined;
  const at = start + before.length;
  return { start: at, end: at + from.length, text: to };
}

/** In the order of places, each once: two rules may find the same. */
function distinct(edits: readonly Edit[]): Edit[] {
  const found: Edit[] = [];
  for (const edit of inOrder(edits)) if ((found.at(-1)?.end ?? 0) <= edit.start) found.push(edit);
  return found;
}

/** What would change, as one diff. */
export function diffOf(files: readonly MendedFile[]): string {
  return files.map(({ source, edits }) => unifiedDiff(source.name, source, edits)).join('');
}

/** Writes the mended files, each at once or not at all. */
export function writeMended(root: string, files: readonly MendedFile[]): void {
  for (const { source, edits } of files) {
    const path = join(root, source.name);
    const mark = readFileSync(path, 'utf8').startsWith('\uFEFF') ? '\uFEFF' : '';
    writeFileAtomic(path, mark + applyEdits(source.text, edits));
  }
}

/** Asks at a terminal; elsewhere nobody can answer, and the answer is no. */
export async function isAgreed(files: readonly MendedFile[], ports: Ports): Promise<boolean> {
  if (!ports.isTTY || !process.stdin.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Change ${counted(files)}? [y/N] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** `1 file`, `3 files`. */
function counted({ length }: readonly MendedFile[]): string {
  return `${length} ${length === 1 ? 'file' : 'files'}`;
}
