/** The longest address that GitHub takes, with room for what proxies add; characters. */
const LONGEST_ISSUE = 8000;
/** The longest `mailto:` that mail programs on Windows take, likewise. */
const LONGEST_MAIL = 1900;

/** An address that opens something with a text in it, or without it where that would be too long. */
export interface Outlet {
  readonly address: string;
  /** Whether the text is in the address; else it has to be pasted. */
  readonly isWhole: boolean;
}

/** A new issue in a repository on GitHub, GitLab, or what works like either. */
export function issueOutlet(repository: string, title: string, text: string): Outlet {
  const top = repository.replace(/\/$/, '').replace(/\.git$/, '');
  const isGitLab = /(?:^|[./-])gitlab[./]/i.test(`${new URL(top).hostname}/`);
  const [path, titleKey, textKey] = isGitLab
    ? ['/-/issues/new', 'issue[title]', 'issue[description]']
    : ['/issues/new', 'title', 'body'];
  const short = `${top}${path}?${encodeURIComponent(titleKey)}=${encodeURIComponent(title)}`;
  const whole = `${short}&${encodeURIComponent(textKey)}=${encodeURIComponent(text)}`;
  return fitting(whole, short, LONGEST_ISSUE);
}

/** A mail; to nobody in particular where no address is known. */
export function mailOutlet(to: string, title: string, text: string): Outlet {
  const short = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(title)}`;
  // Line ends of mails are CRLF, RFC 6068.
  const body = encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  return fitting(`${short}&body=${body}`, short, LONGEST_MAIL);
}

function fitting(whole: string, short: string, longest: number): Outlet {
  const isWhole = whole.length <= longest;
  return { address: isWhole ? whole : short, isWhole };
}
