import { isRecordName, parseRecordName } from './names.ts';

/** What a link leads to, as far as its record can tell. */
export interface Target {
  /** Path inside the log. */
  readonly file?: string | undefined;
  readonly number?: number | undefined;
}

/**
 * The record that a link means: a relative path to a record's file, or a site path such as
 * `/adr/32`. A path that leads out of the log keeps its `../` or `/`, so that a log can try its
 * file name. Nothing for addresses of the web and for files that are no records.
 */
export function resolveTarget(path: string, from: string): Target | undefined {
  if (path === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return undefined;
  if (/\.md$/i.test(path)) {
    const file = joinPath(from, path);
    return isRecordName(file) ? { file, number: parseRecordName(file).number } : undefined;
  }
  const site = /(?:^|\/)(?:adrs?|decisions?)\/0*(\d{1,6})\/?$/i.exec(path);
  return site ? { number: Number(site[1]) } : undefined;
}

/**
 * The record that a stated relation means. Where a record is expected, its name may also lack `.md`
 * or end in `.html`, and its address may be that of a file in a repository on the web.
 */
export function resolveStated(path: string, from: string): Target | undefined {
  const onWeb = /^https?:\/\/\S+\/(?:blob|src|tree)\/\S+(\/[^/]+\.md)$/i.exec(path)?.[1];
  const named = /^(?:[^:]*\/)?(?:adr[-_]?)?\d+[-_][^/.:]+(?=(?:\.html?)?\/?$)/i.exec(path)?.[0];
  return resolveTarget(onWeb ?? (named === undefined ? path : `${named}.md`), from);
}

/** A path relative to a file of the log, as a path of the log; `..` stays where it leads out. */
function joinPath(from: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
