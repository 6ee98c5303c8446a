import { isUnlisted } from './addresses.ts';

/** A path of the site below its base, `:name` for any one step and a last `*` for any rest; its headers. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Where hosts look for the headers that they send. */
export const HEADERS_PATH = '/_headers';

/** What holds for every file: also for pictures opened alone, and for frozen reviews with their own policy. */
const EVERYWHERE = {
  policy: ["object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  headers: [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ],
} as const;

/** Files whose names hold a hash of what is in them. */
const HASHED = { path: '/_/*', cache: 'public, max-age=31536000, immutable' } as const;

/**
 * The policy of a page as its own markup says it: nothing inline, nothing evaluated, nothing from
 * elsewhere but pictures of the hosts that the author permits. `data:` is for icons in drawings.
 */
export function pagePolicy(hosts: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${["'self'", 'data:', ...hosts.flatMap(sourceOf)].join(' ')}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A host of the configuration as a policy names it; an address of numbers in brackets has no such name. */
function sourceOf(host: string): string[] {
  if (host.includes('[')) return [];
  return [host.startsWith('http://') ? host : `https://${host}`];
}

/**
 * The headers of a site with these pages, by path below its base. Policies of several rules hold side by
 * side: the strict one is for pages by the number of their steps, so that neither a picture with styles
 * of its own nor a frozen review, which names its scripts by their hashes, comes under it.
 */
export function headerRules(pages: readonly string[], hosts: readonly string[]): HeaderRule[] {
  const shapes = [...new Set(pages.map(shapeOf))].sort();
  const unlisted = shapes.filter((shape) => isUnlisted(shape) && !shape.startsWith('/review/'));
  const strict = `${pagePolicy(hosts)}; frame-ancestors 'none'`;
  return [
    {
      path: '/*',
      headers: [['Content-Security-Policy', EVERYWHERE.policy.join('; ')], ...EVERYWHERE.headers],
    },
    { path: HASHED.path, headers: [['Cache-Control', HASHED.cache]] },
    ...shapes.map((path): HeaderRule => ({ path, headers: [['Content-Security-Policy', strict]] })),
    ...[...unlisted, '/review/*'].map(
      (path): HeaderRule => ({ path, headers: [['X-Robots-Tag', 'noindex']] }),
    ),
  ];
}

/** `/walkthrough/shop/3-min/` as `/walkthrough/:a/:b/`: one rule for all pages of a kind. */
function shapeOf(path: string): string {
  const [kind = '', ...steps] = path.split('/').filter((step) => step !== '');
  const last = steps.at(-1) === 'presenter' ? ['presenter'] : [];
  const names = steps
    .slice(0, steps.length - last.length)
    .map((_, index) => `:${String.fromCharCode(97 + index)}`);
  const all = [kind, ...names, ...last].filter((step) => step !== '');
  if (all.length === 0) return '/';
  return `/${all.join('/')}${path.endsWith('/') ? '/' : ''}`;
}

/** The rules as the `_headers` file of hosts that read one, below a base. */
export function headersFile(rules: readonly HeaderRule[], base = '/'): string {
  const below = base.replace(/\/$/, '');
  return rules
    .map(({ path, headers }) =>
      [`${below}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** The rules of such a file. Lines that are none are passed over, as hosts do. */
export function readHeaders(text: string): HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] });
    else if (name !== '') rules.at(-1)?.headers.push([name.toLowerCase(), value.trim()]);
  }
  return rules;
}

/** What a path is answered with: the values of all rules that fit it, joined as the hosts join them. */
export function headersOf(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (!fits(rule.path, path)) continue;
    for (const [name, value] of rule.headers) {
      const before = found.get(name);
      found.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return found;
}

function fits(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\/:[a-z]\w*/gi, '/[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(path);
}
