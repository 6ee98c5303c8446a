import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, Source } from '#diagnostics/source.ts';
import { finding } from './codes.ts';

/** What may be odd about a record before anything in it is read. */
export type FileFault =
  /** A folder, a link to nothing, a device. */
  | 'no-file'
  | 'unreadable'
  /** Read byte for byte, as Latin-1. */
  | 'not-utf8';

/** Words a fault of a file; `text` is what could be read of it. */
export function faultFinding(fault: FileFault, file: string, text = ''): Diagnostic {
  switch (fault) {
    case 'no-file':
      return finding('adr-no-file', 'This has the name of a record, but is no file.', undefined, {
        file,
        hint: 'Rename it, or put the record in its place.',
      });
    case 'unreadable':
      return finding('adr-disk', 'This record cannot be read.', undefined, { file });
    case 'not-utf8': {
      const source = new Source(file, text);
      const { line } = source.positionAt(Math.max(0, source.text.search(/[^\0-\x7F]/)));
      return finding(
        'adr-encoding',
        'This record is not UTF-8; it was read as Latin-1.',
        lineSpan(source, line),
        { hint: 'Save it as UTF-8.' },
      );
    }
  }
}
