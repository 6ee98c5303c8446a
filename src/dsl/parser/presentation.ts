import { didYouMean } from '#diagnostics/suggest.ts';
import type { MetadataSymbols } from '#model/styles.ts';
import { trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import { isUrl } from '../resolve/urls.ts';
import type { Session } from '../session.ts';
import { arity, keywords } from './section.ts';
import type { Statement } from './statement.ts';
import { inlineTheme } from './themes.ts';

const DEFAULT_THEME = 'https://static.structurizr.com/themes/default/theme.json';

/** `theme <name|url|file>` in views or styles */
export function theme(session: Session, st: Statement): void {
  arity(session, st, [2, 2], 'theme <name|url|file>');
  addTheme(session, st, 1);
}

/** `themes <name|url|file> …` in views or styles */
export function themes(session: Session, st: Statement): void {
  st.require(2, 'themes <name|url|file> [name|url|file] ... [name|url|file]', st.size);
  for (let index = 1; index < st.size; index++) addTheme(session, st, index);
}

/** Names and addresses are kept; a file's styles become the workspace's own. */
function addTheme(session: Session, st: Statement, index: number): void {
  const written = st.get(index);
  const name = written.toLowerCase() === 'default' ? DEFAULT_THEME : written;
  const installed = session.options.installedThemes ?? [];
  const list = session.workspace.themes;
  if (installed.includes(name)) {
    list.push(name);
  } else if (isUrl(name)) {
    if (!list.includes(trim(name))) list.push(trim(name));
    session.shared.themeSpans.set(trim(name), st.span(index));
  } else {
    session.requireFeature('filesystem', 'File-based themes are not permitted', st.span(index));
    session.portable = false;
    inlineTheme(session, st, index, name);
  }
}

type Term =
  | 'person'
  | 'softwareSystem'
  | 'container'
  | 'component'
  | 'deploymentNode'
  | 'infrastructureNode'
  | 'relationship';

const TERMS: readonly Term[] = [
  'person',
  'softwareSystem',
  'container',
  'component',
  'deploymentNode',
  'infrastructureNode',
  'relationship',
];

const SYMBOLS: ReadonlyMap<string, MetadataSymbols> = new Map([
  ['square', 'SquareBrackets'],
  ['round', 'RoundBrackets'],
  ['curly', 'CurlyBrackets'],
  ['angle', 'AngleBrackets'],
  ['double-angle', 'DoubleAngleBrackets'],
  ['none', 'None'],
]);

const inTerminology = keywords<unknown>({
  ...Object.fromEntries(
    TERMS.map((term) => [
      term,
      (session: Session, st: Statement) => {
        st.require(2, `${term} <term>`, st.size);
        session.workspace.terminology[term] = st.get(1);
      },
    ]),
  ),
  metadata: (session, st) => {
    st.require(2, `metadata <${[...SYMBOLS.keys()].join('|')}>`, st.size);
    const word = st.get(1).toLowerCase();
    const symbols = SYMBOLS.get(word);
    if (!symbols) {
      throw new Problem('dsl-invalid-value', `The symbol type "${word}" is not valid`, st.span(1), {
        hint:
          didYouMean(word, SYMBOLS.keys()) ?? `Possible are: ${[...SYMBOLS.keys()].join(', ')}.`,
      });
    }
    session.workspace.metadataSymbols = symbols;
  },
});

/** One statement of `terminology { … }`. */
export function terminologyStatement(session: Session, st: Statement): boolean {
  const handler = inTerminology.get(st.keyword);
  handler?.(session, st, undefined);
  return handler !== undefined;
}
