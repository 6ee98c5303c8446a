import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const PROJECT = new URL('../../package.json', import.meta.url).href;
/** What a content folder may import although it has no `node_modules`. */
const SHARED = /^(?:archfolio|astro)(?:\/|$)/;

/**
 * Lets a content folder outside the project import `archfolio`, `archfolio/cost` and `astro/config`:
 * what cannot be found from there is looked up from here. Call it before the first import of such a
 * file; a second call adds nothing that shows.
 */
export function resolveFromProject(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (!SHARED.test(specifier)) return next(specifier, context);
      return next(specifier, { ...context, parentURL: PROJECT });
    },
  });
}

/**
 * Has all packages that files below a folder import looked up from this project first: pages that are
 * made ready there leave packages as they are.
 */
export function resolvePackagesFromProject(folder: string): void {
  const below = pathToFileURL(`${folder}/`).href;
  registerHooks({
    resolve(specifier, context, next) {
      const isPackage = /^(?:@[\w-]+\/)?[\w-][^:]*$/.test(specifier);
      if (!isPackage || !context.parentURL?.startsWith(below)) return next(specifier, context);
      return next(specifier, { ...context, parentURL: PROJECT });
    },
  });
}
