import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a corpus's MANIFEST.tsv that can be run. */
export interface Entry {
  readonly path: string;
  readonly expected: string;
  readonly message: string;
  readonly needs: string;
  readonly kind: string;
  readonly note: string;
}

/** The lines that say what the reference makes of a file. */
export function readManifest(dir: string): Entry[] {
  const [head = '', ...lines] = readFileSync(join(dir, 'MANIFEST.tsv'), 'utf8').split('\n');
  const names = head.split('\t');
  return lines.flatMap((line) => {
    if (line === '') return [];
    const cells = line.split('\t').map(unquote);
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    const entry = {
      path: cell('path'),
      expected: cell('expected'),
      message: cell('expected_error_message'),
      needs: cell('needs'),
      kind: cell('kind'),
      note: cell('note'),
    };
    // A fragment without a message only says that it is no workspace of its own.
    const isSilent = entry.kind === 'fragment' && entry.message === '';
    return entry.kind === 'data' || entry.expected === '' || isSilent ? [] : [entry];
  });
}

function unquote(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') && cell.length > 1
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;
}
