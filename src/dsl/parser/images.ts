import { trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import { toBase64 } from '../resolve/base64.ts';
import { isRemote, isUrl } from '../resolve/urls.ts';
import type { Session } from '../session.ts';
import { canonical, locate, pathBeside, readBytes } from './files.ts';
import type { Statement } from './statement.ts';

const SUPPORTED = ['data:image/png;base64,', 'data:image/jpeg;base64,', 'data:image/svg+xml;'];
const EXTENSIONS = /\.(?:png|jpe?g|gif|svg)$/i;

/** Media types by the ending of a file's name, as far as they are images. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  svgz: 'image/svg+xml',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
};

/** The media type that the name of an image file stands for. */
export function imageType(path: string): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
}

/** An icon: an address or a data URI as written, a file as a data URI; nothing for a blank. */
export function iconOf(session: Session, st: Statement, written: string): string | undefined {
  if (written.startsWith('data:image/')) {
    validateImage(written, st);
    session.shared.pictureSpans.set(trim(written), st.span(1));
    return trim(written);
  }
  if (isRemote(written)) return trim(written);
  session.requireFeature('filesystem', '!icon <file> is not permitted', st.span(1));
  const path = pathBeside(session, written);
  if (locate(session, path, st.span(1))?.kind !== 'file') {
    throw new Problem('dsl-image', `${written} does not exist`, st.span(1), {
      message: `There is no file \`${written}\`.`,
      hint: 'Paths are relative to the file that they stand in.',
    });
  }
  session.portable = false;
  const uri = dataUri(session, st, path);
  validateImage(uri, st);
  return uri;
}

/** A file of the disk as a data URI. The reference encodes PNG and JPEG anew; this does not. */
export function dataUri(session: Session, st: Statement, path: string): string {
  const type = imageType(path);
  if (!type) {
    throw new Problem(
      'dsl-image',
      `${canonical(session, path)} is not a supported image file.`,
      st.span(1),
    );
  }
  const uri = `data:${type};base64,${toBase64(readBytes(session, path))}`;
  session.shared.pictureSpans.set(uri, st.span(1));
  return uri;
}

/** Refuses what is neither an address, nor the name of an image, nor a data URI of a known kind. */
export function validateImage(written: string, st: Statement): void {
  const image = trim(written);
  if (image === '' || isUrl(image) || EXTENSIONS.test(image)) return;
  if (image.startsWith('data:')) {
    if (SUPPORTED.some((prefix) => image.startsWith(prefix))) return;
    throw new Problem(
      'dsl-image',
      `Only PNG, JPG, and SVG data URIs are supported: ${image}`,
      st.span(1),
      { message: 'Only PNG, JPEG and SVG images can stand in a data URI.' },
    );
  }
  throw new Problem('dsl-image', 'Expected a URL or data URI', st.span(1));
}
