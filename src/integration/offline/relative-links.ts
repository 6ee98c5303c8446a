/** Whether a path below the site's root, decoded and without its first slash, is a file of the site. */
export type HasFile = (path: string) => boolean;

/** Attributes whose value is an address, or a list of them. */
const ADDRESSES = /^(?:href|src|xlink:href|poster|srcset|data-[\w-]+)$/i;

/**
 * A page or drawing with its links as a folder on a disk needs them: relative, and with the name of the
 * file. Only what leads to a file of the site is changed. `name` is the file's own path from the root.
 */
export function relativeMarkup(markup: string, name: string, has: HasFile): string {
  return markup.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (tag) => {
    // A font that is loaded ahead would be asked for across origins, which no file is of.
    if (/^<link\b[^>]*\srel="preload"/i.test(tag)) return '';
    return tag.replace(
      /(\s)([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g,
      (whole, space: string, attribute: string, double?: string, single?: string) => {
        const value = double ?? single ?? '';
        if (!ADDRESSES.test(attribute) || !value.includes('/')) return whole;
        const changed =
          attribute.toLowerCase() === 'srcset'
            ? value
                .split(/(,\s*)/)
                .map((part) => part.replace(/^\S+/, (one) => relative(one, name, has)))
                .join('')
            : relative(value, name, has);
        return changed === value ? whole : `${space}${attribute}="${changed}"`;
      },
    );
  });
}

/** A page whose policy lets it load what lies beside it: a file has no origin that could be its own. */
export function ownFiles(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, (tag) =>
    tag.replaceAll(/'self'|&#39;self&#39;/g, (own) => `${own} file:`),
  );
}

/** A style sheet with its addresses relative. */
export function relativeStyles(css: string, name: string, has: HasFile): string {
  return css.replace(
    /\burl\(\s*(["']?)(\/[^)"']*)\1\s*\)/g,
    (_, quote: string, address: string) => `url(${quote}${relative(address, name, has)}${quote})`,
  );
}

/** An address below the root as seen from a file; any other as it is. */
function relative(address: string, name: string, has: HasFile): string {
  if (!/^\/(?!\/)/.test(address)) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const decoded = decode(file.slice(1).replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
  if (decoded === undefined || !has(decoded)) return address;
  const depth = name.split('/').length - 1;
  return `${depth === 0 ? './' : '../'.repeat(depth)}${file.slice(1)}${rest}`;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
