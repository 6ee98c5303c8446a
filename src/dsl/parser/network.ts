import { isPermitted, permitHint } from '#model/hosts.ts';
import type { RemoteContent } from '../options.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../session.ts';
import type { Statement } from './statement.ts';

/** Content from the network, when its host is permitted and it can be had. */
export function fetchRemote(
  session: Session,
  st: Statement,
  index: number,
  url: string,
): RemoteContent {
  const { hosts = [], fetch } = session.options;
  const span = st.span(index);
  if (!isPermitted(url, hosts)) {
    throw new Problem('dsl-network', `Access to ${url} is not permitted`, span, {
      message: `Nothing may be read from \`${url}\`.`,
      hint: `${permitHint(url)} Or keep a copy beside this file.`,
    });
  }
  const content = fetch?.(url) ?? { failure: 'nothing is fetched here' };
  if ('failure' in content) {
    const official = `The content from ${url} could not be loaded: not available`;
    const message = `\`${url}\` could not be fetched: ${content.failure}.`;
    throw new Problem('dsl-network', official, span, { message });
  }
  const { copy } = content;
  if (copy) {
    const message = `\`${url}\` could not be fetched: ${copy.failure}. The copy of ${copy.date} is used.`;
    session.warn('dsl-network-copy', message, span);
  }
  return content;
}
