import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { sourceProblem } from './codes.ts';

/**
 * Links in these files and folders of a content folder that lead out of it, at whatever depth: what they
 * lead to would be published with the content. Links that lead nowhere are not told of here.
 */
export function linksOut(root: string, names: readonly string[]): Diagnostic[] {
  const top = realPlace(root) ?? root;
  const found: string[] = [];
  const look = (path: string) => {
    const stats = attempt(() => lstatSync(path));
    if (stats?.isSymbolicLink()) {
      const place = realPlace(path);
      if (place !== undefined && place !== top && !place.startsWith(top + sep)) found.push(path);
    } else if (stats?.isDirectory()) {
      for (const name of attempt(() => readdirSync(path)) ?? []) look(join(path, name));
    }
  };
  for (const name of names) look(join(root, name));
  return found.sort().map((path) => {
    const file = relative(root, path).split(sep).join('/');
    return sourceProblem('outside-root', `\`${file}\` leads out of the content.`, undefined, {
      file,
      hint: 'Put the file itself there: what stands outside is not published.',
    });
  });
}

function realPlace(path: string): string | undefined {
  return attempt(() => realpathSync(path));
}

/** What the disk answers, or nothing where it refuses. */
function attempt<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
