import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { diagnostic } from './codes.ts';
import type { ParseOptions } from './options.ts';
import { decode, isEncoding, MALFORMED } from './resolve/decode.ts';

/**
 * The text of a workspace's file, in the encoding of the options, or what is wrong with it. `name`
 * is the path relative to the reader's root.
 */
export function readSource(
  name: string,
  { reader, encoding = 'utf-8' }: ParseOptions,
): { source: Source; byteOrderMark: boolean } | { diagnostic: Diagnostic } {
  const refuse = (
    code: 'dsl-file-missing' | 'dsl-file-unreadable' | 'dsl-outside-root',
    message: string,
    official?: string,
  ) => ({
    diagnostic: diagnostic(code, message, undefined, { file: name, ...(official && { official }) }),
  });
  const info = reader?.stat(name);
  if (info === 'outside')
    return refuse('dsl-outside-root', `\`${name}\` is outside the folder that may be read.`);
  if (!reader || info?.kind !== 'file') {
    const official = `The file at ${reader?.absolute(name) ?? name} does not exist`;
    return refuse('dsl-file-missing', `There is no file \`${name}\`.`, official);
  }
  if (!isEncoding(encoding))
    return refuse('dsl-file-unreadable', `There is no encoding \`${encoding}\`.`);
  const text = decode(reader.readBytes(name) ?? new Uint8Array(), encoding);
  if (text !== undefined)
    return { source: new Source(name, text), byteOrderMark: text.startsWith('\uFEFF') };
  return refuse('dsl-file-unreadable', `\`${name}\` is not a text in ${encoding}.`, MALFORMED);
}
