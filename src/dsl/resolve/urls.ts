/** Schemes that Java's URL knows. */
const SCHEMES = ['http', 'https', 'ftp', 'file', 'jar', 'mailto', 'jrt', 'jmod'];

const ILLEGAL = /[\s\p{Cc}\u00a0"<>\\^`{|}]|%(?![0-9a-fA-F]{2})/u;

/** Whether Java makes a URL of it: a known scheme, and no character that a URI may not have. */
export function isUrl(text: string): boolean {
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.+)$/s.exec(text);
  const [, scheme = '', rest = ''] = match ?? [];
  if (!SCHEMES.includes(scheme.toLowerCase())) return false;
  if (ILLEGAL.test(rest)) return false;
  const [beforeFragment = '', ...fragments] = rest.split('#');
  if (fragments.length > 1 || beforeFragment === '') return false;
  if (beforeFragment === '//') return false;
  const path = beforeFragment.split('?')[0] ?? '';
  const [, , ...afterAuthority] = path.startsWith('//') ? path.split('/') : ['', '', path];
  return !/[[\]]/.test(afterAuthority.join('/'));
}

/** Whether it is to be fetched from the network. */
export function isRemote(text: string): boolean {
  return /^https?:\/\//i.test(text) && isUrl(text);
}
