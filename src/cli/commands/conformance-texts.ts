import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '#model/workspace.ts';
import type { Entry } from './conformance-manifest.ts';
import { type Outcome, outcome, textDifference } from './conformance-outcome.ts';
import { iconSize, themesOf } from './conformance-themes.ts';
import { TEXT_EXTENSIONS, type TextFormat } from './export/formats.ts';
import { exportText } from './export/text.ts';

/** Compares a workspace in every text notation with what the reference wrote: one outcome each. */
export function compareTexts(dir: string, entry: Entry, workspace: Workspace): Outcome[] {
  const golden = join(dir, 'golden', `${entry.path}.d`);
  const options = { themes: themesOf(dir, workspace), iconSize };
  return (Object.keys(TEXT_EXTENSIONS) as TextFormat[]).flatMap((format): Outcome[] => {
    const reason = reasonToSkip(entry, format);
    if (reason) return [{ path: entry.path, aspect: format, result: 'skipped', detail: reason }];
    if (!existsSync(golden)) return [];
    const expected = textsIn(join(golden, format));
    const files = exportText(format, workspace, options);
    const actual = new Map(files.map(({ name, text }) => [name, text]));
    if (expected.size === 0 && actual.size === 0) return [];
    const unstable = entry.note.includes('UNSTABLE');
    return [outcome(entry, format, firstTextDifference(actual, expected, unstable))];
  });
}

/** What the manifest says about texts that the reference did not leave. */
function reasonToSkip({ note }: Entry, format: TextFormat): string | undefined {
  if (new RegExp(`\\b${format} export fails in 6\\.2\\.2`).test(note))
    return 'the reference fails to write it';
  if (/theme not loaded .*: no text goldens/.test(note)) return 'a theme of it could not be loaded';
  const leftOut = /(\w+) goldens left out: ([^;]*)/.exec(note);
  return leftOut?.[1] === format ? leftOut[2] : undefined;
}

function textsIn(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** `containers.mmd: line 7: ours | theirs`, of the first file that differs. */
function firstTextDifference(
  actual: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
  unstable: boolean,
): string | undefined {
  for (const name of new Set([...expected.keys(), ...actual.keys()])) {
    const [ours, theirs] = [actual.get(name), expected.get(name)];
    if (ours === undefined) return `${name}: nothing | a file`;
    if (theirs === undefined) return `${name}: a file | nothing`;
    // Where ids depend on the reference's memory addresses, so do the order and DOT's own ids.
    const text = (whole: string) => (unstable ? whole.replace(/\[id=\d+,/g, '[id,') : whole);
    const difference = textDifference(text(ours), text(theirs), unstable);
    if (difference) return `${name}: ${difference}`;
  }
  return undefined;
}
