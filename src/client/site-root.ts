/** Addresses of the site, seen from one of its pages. */
export interface SiteRoot {
  /** The whole address of a path below the base: `/adrs/0007-schemas/#context`. */
  address(path: string): string;
}

/**
 * The site's root from the address that a page gives for it. Where that is a file, `index.html`, the
 * site lies in a folder: every address of a page then names the file.
 */
export function siteRoot(written: string): SiteRoot {
  const root = new URL(written, location.href);
  const isFolder = root.pathname.endsWith('index.html');
  return {
    address(path) {
      const { pathname, search, hash } = new URL(path, 'http://site');
      const file = isFolder && pathname.endsWith('/') ? 'index.html' : '';
      return new URL(`.${pathname}${file}${search}${hash}`, root).href;
    },
  };
}
