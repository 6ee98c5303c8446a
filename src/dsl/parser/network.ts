import type { RemoteContent } from '../options.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../session.ts';
import type { Statement } from './statement.ts';

/** Content from the network, when its host is permitted and the content is at hand. */
export function fetchRemote(
  session: Session,
  st: Statement,
  index: number,
  url: string,
): RemoteContent {
  const { hosts = [], fetch } = session.options;
  const host = hostOf(url);
  if (!hosts.includes(host)) {
    throw new Problem('dsl-network', `Access to ${url} is not permitted`, st.span(index), {
      message: `Nothing may be read from \`${host}\`.`,
      hint: `Permit the host in the configuration (hosts: ['${host}']), or keep a copy beside this file.`,
    });
  }
  const content = fetch?.(url);
  if (content) return content;
  throw new Problem(
    'dsl-network',
    `The content from ${url} could not be loaded: not available`,
    st.span(index),
    { message: `\`${url}\` is not available.` },
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
