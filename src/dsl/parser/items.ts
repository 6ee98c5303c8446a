import type { Perspective } from '#model/elements.ts';
import { isEmpty, split, trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type {
  ElementDraft,
  PerspectiveHolder,
  PropertyHolder,
  RelationshipDraft,
} from '../resolve/draft.ts';
import { isUrl } from '../resolve/urls.ts';
import type { Session } from '../session.ts';
import type { ContextOf } from './context.ts';
import { arity, keywords, single, tooMany } from './section.ts';
import type { Statement } from './statement.ts';

type Item = ElementDraft | RelationshipDraft;

/** `tags <tags> [tags]`, also `tag`: one or several items at once. */
export function tags(st: Statement, items: readonly Item[]): void {
  st.require(2, 'tags <tags> [tags]', st.size);
  for (const { text } of st.words.slice(1)) {
    for (const item of items) addTags(item, text);
  }
}

/** Adds tags that are written with commas between them. */
export function addTags(item: { readonly tags: Set<string> }, written: string): void {
  for (const tag of split(written, ',')) item.tags.add(trim(tag));
}

/** `url <url>` */
export function url(session: Session, st: Statement, items: readonly Item[]): void {
  const value = single(session, st, 'url <url>');
  const checked = checkUrl(value, st);
  for (const item of items) item.url = checked;
}

/** A URL, or a reference into this or another workspace; nothing for a blank. */
export function checkUrl(value: string, st: Statement): string | undefined {
  if (isEmpty(value)) return undefined;
  if (value.startsWith('{workspace}') || /^\{workspace:\d+\}.*$/.test(value) || isUrl(value)) {
    return value;
  }
  throw new Problem('dsl-invalid-url', `${value} is not a valid URL.`, st.span(1), {
    hint: 'Write it with its scheme: https://…, or {workspace:1}/… for another workspace.',
  });
}

/** `properties {`: the block's pairs go to all holders. */
export function properties(
  session: Session,
  st: Statement,
  holders: readonly PropertyHolder[],
): void {
  session.open(
    {
      kind: 'properties',
      add: (name, value) => {
        for (const holder of holders) holder.properties.set(name, value);
      },
    },
    st,
  );
}

/** `<name> <value>` */
export function property(session: Session, st: Statement, { add }: ContextOf<'properties'>): void {
  if (st.size > 2) {
    const grammar = '<name> <value>';
    session.report(tooMany(st, 2, `Too many tokens, expected: ${grammar}`, grammar), st.line);
  }
  st.require(2, '<name> <value>', st.size);
  const [name, value] = [st.get(0), st.get(1)];
  if (isEmpty(name)) {
    throw new Problem('dsl-invalid-property', 'A property name must be specified.', st.span(0));
  }
  if (isEmpty(value)) {
    throw new Problem('dsl-invalid-property', 'A property value must be specified.', st.span(1));
  }
  add(name, value, st);
}

/** `perspectives {` */
export function perspectives(
  session: Session,
  st: Statement,
  holders: readonly PerspectiveHolder[],
): void {
  session.open({ kind: 'perspectives', holders }, st);
}

/** `<name> <description> [value]`, or `perspective <name> {` */
export function perspective(
  session: Session,
  st: Statement,
  { holders }: ContextOf<'perspectives'>,
): void {
  if (st.keyword === 'perspective' && st.opensBlock && st.size === 3) {
    const draft = { name: st.get(1) };
    session.open({ kind: 'perspective', perspective: draft }, st, () =>
      addPerspective(holders, draft, st),
    );
    return;
  }
  arity(session, st, [2, 3], '<name> <description> [value]');
  const [name, description, value] = [st.get(0), st.get(1), st.get(2)];
  if (isEmpty(name)) {
    throw new Problem('dsl-empty-name', 'Perspective name must be specified', st.span(0));
  }
  addPerspective(holders, { name, description, ...(value && { value }) }, st);
}

export const perspectiveStatements = keywords<ContextOf<'perspective'>>({
  value: (session, st, { perspective: draft }) => {
    draft.value = single(session, st, 'value <value>');
  },
  description: (session, st, { perspective: draft }) => {
    draft.description = single(session, st, 'description <description>');
  },
  url: (session, st, { perspective: draft }) => {
    const value = single(session, st, 'url <url>');
    if (isEmpty(value)) throw new Problem('dsl-invalid-url', 'URL must be specified', st.span(1));
    if (!isUrl(value)) {
      throw new Problem('dsl-invalid-url', `${value} is not a valid URL.`, st.span(1));
    }
    draft.url = value;
  },
});

function addPerspective(
  holders: readonly PerspectiveHolder[],
  draft: Perspective,
  st: Statement,
): void {
  for (const holder of holders) {
    if (holder.perspectives.has(draft.name)) {
      throw new Problem(
        'dsl-duplicate-perspective',
        `A perspective named "${draft.name}" already exists.`,
        st.span(st.keyword === 'perspective' ? 1 : 0),
      );
    }
    holder.perspectives = new Map(holder.perspectives).set(draft.name, { ...draft });
  }
}
