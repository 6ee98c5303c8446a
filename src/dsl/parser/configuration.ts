import { didYouMean } from '#diagnostics/suggest.ts';
import { isEmpty } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../session.ts';
import { properties } from './items.ts';
import { keywords, single, tooMany } from './section.ts';
import type { Statement } from './statement.ts';

const inConfiguration = keywords<unknown>({
  scope: (session, st) => {
    const word = single(session, st, 'scope <landscape|softwaresystem|none>').toLowerCase();
    if (word === 'landscape') session.workspace.scope = 'Landscape';
    else if (word === 'softwaresystem') session.workspace.scope = 'SoftwareSystem';
    else if (word === 'none') session.workspace.scope = undefined;
    else
      throw invalid(`The scope "${word}" is not valid`, word, st, [
        'landscape',
        'softwaresystem',
        'none',
      ]);
  },
  visibility: (session, st) => {
    const word = single(session, st, 'visibility <private|public>').toLowerCase();
    if (word === 'private') session.workspace.visibility = 'Private';
    else if (word === 'public') session.workspace.visibility = 'Public';
    else throw invalid(`The visibility "${word}" is not valid`, word, st, ['private', 'public']);
  },
  users: (session, st) => session.open({ kind: 'users' }, st),
  properties: (session, st) => properties(session, st, [session.workspace]),
});

/** One statement of `configuration { … }`. */
export function configurationStatement(session: Session, st: Statement): boolean {
  const handler = inConfiguration.get(st.keyword);
  handler?.(session, st, undefined);
  return handler !== undefined;
}

/** `<username> <read|write>` in `users { … }` */
export function user(session: Session, st: Statement): void {
  const grammar = '<username> <read|write>';
  if (st.size > 2) {
    session.report(tooMany(st, 2, `Too many tokens, expected: ${grammar}`, grammar), st.line);
  }
  st.require(2, grammar, st.size);
  const role = st.get(1).toLowerCase();
  if (role !== 'read' && role !== 'write') {
    throw invalid('The role should be "read" or "write"', role, st, ['read', 'write']);
  }
  const username = st.get(0);
  if (isEmpty(username)) {
    throw new Problem('dsl-empty-name', 'A username must be specified', st.span(0));
  }
  const { users } = session.workspace;
  session.spend(users.length, () => st.whole);
  const existing = users.findIndex((other) => other.username === username);
  const entry = { username, role: role === 'write' ? 'ReadWrite' : 'ReadOnly' } as const;
  if (existing < 0) users.push(entry);
}

function invalid(
  official: string,
  word: string,
  st: Statement,
  possible: readonly string[],
): Problem {
  return new Problem('dsl-invalid-value', official, st.span(1), {
    hint: didYouMean(word, possible) ?? `Possible are: ${possible.join(', ')}.`,
  });
}
