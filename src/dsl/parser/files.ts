import type { Span } from '#diagnostics/source.ts';
import type { FileInfo } from '../options.ts';
import { Problem } from '../problem.ts';
import { decode } from '../resolve/decode.ts';
import type { Session } from '../session.ts';

/** A path as the reference puts it together: beside the file that names it, `..` left in. */
export function pathBeside(session: Session, written: string): string {
  const from = session.frames.at(-1)?.path ?? '';
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : '';
  return `${folder}${written}`.replaceAll(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}

/** The same path from the root on, `.` and `..` resolved; `../x` where it leaves the root. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The path in the reference's messages: absolute, `..` left in. */
export function absolute(session: Session, path: string): string {
  return session.options.reader?.absolute(path) ?? path;
}

/** The same with `..` resolved, as the reference's canonical paths. */
export function canonical(session: Session, path: string): string {
  return absolute(session, normalize(path));
}

/** What a path leads to; nothing when nothing is there. Leaving the root is a problem. */
export function locate(session: Session, path: string, span: Span): FileInfo | undefined {
  const name = normalize(path);
  const { files, limits } = session.shared;
  if (files.size >= limits.files && !files.has(name)) {
    session.stop(`More than ${limits.files} files are read.`, span);
  }
  const info = session.options.reader?.stat(name);
  files.add(name);
  if (info !== 'outside') return info;
  throw new Problem('dsl-outside-root', undefined, span, {
    message: `\`${name}\` is outside the folder that may be read.`,
    hint: 'Move the file inside, or allow a wider folder with --root.',
  });
}

/** The entries of a folder, sorted as the reference does. */
export function listFolder(session: Session, path: string): string[] {
  const name = normalize(path);
  session.shared.files.add(name);
  return [...(session.options.reader?.list(name) ?? [])].sort();
}

/** A file's bytes; empty when it went away. */
export function readBytes(session: Session, path: string): Uint8Array {
  const name = normalize(path);
  session.shared.files.add(name);
  return session.options.reader?.readBytes(name) ?? new Uint8Array();
}

/** A file's text in an encoding; undefined when it is not valid in it. */
export function readText(session: Session, path: string, encoding = 'utf-8'): string | undefined {
  return decode(readBytes(session, path), encoding);
}
