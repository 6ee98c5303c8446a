import { Source } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { themeFromJson } from '#model/theme-from-json.ts';
import { Problem, UPGRADE_HINT } from '../problem.ts';
import type { ElementStyleDraft, RelationshipStyleDraft } from '../resolve/draft.ts';
import { thawStyle } from '../resolve/thaw.ts';
import type { Session } from '../session.ts';
import { THEME_ADDRESSES } from '../upgrade/themes.ts';
import { absolute, locate, pathBeside, readText } from './files.ts';
import { dataUri } from './images.ts';
import type { Statement } from './statement.ts';

/** Makes the styles of a theme's file the workspace's own. */
export function inlineTheme(session: Session, st: Statement, index: number, name: string): void {
  const path = pathBeside(session, name);
  const span = st.span(index);
  const info = locate(session, path, span);
  if (!info) {
    const official = `Theme ${name} does not exist at ${absolute(session, path)}`;
    throw new Problem('dsl-theme', official, span, {
      message: `There is no theme \`${name}\`: no installed one of that name, and no such file.`,
      hint:
        didYouMean(name, session.options.installedThemes ?? []) ??
        `Write the address or the path of its theme.json.${THEME_ADDRESSES.has(name.toLowerCase()) ? `\n${UPGRADE_HINT}` : ''}`,
    });
  }
  if (info.kind !== 'file') {
    throw new Problem('dsl-theme', `${absolute(session, path)} is not a file`, span);
  }
  const source = new Source(path, readText(session, path) ?? '');
  const { theme, diagnostics } = themeFromJson(source, name);
  if (!theme) {
    const [fault] = diagnostics;
    const official = `Error loading theme from ${absolute(session, path)}: ${fault?.message}`;
    throw new Problem('dsl-theme', official, span, {
      message: 'This theme can not be read.',
      related: fault?.span && [{ message: fault.message, span: fault.span }],
    });
  }
  const { elementStyles, relationshipStyles } = session.workspace;
  const { length: count } = [...theme.elements, ...theme.relationships];
  session.spend(count * (elementStyles.length + relationshipStyles.length + count), () => span);
  for (const style of theme.elements.map(thawStyle)) {
    merge(elementStyles, { ...style, ...iconBeside(session, st, path, style.icon) });
  }
  for (const style of theme.relationships.map(thawStyle)) merge(relationshipStyles, style);
}

/** An icon's path is relative to the theme. */
function iconBeside(session: Session, st: Statement, path: string, icon: string | undefined) {
  if (!icon || icon.startsWith('http') || icon.startsWith('data:image')) return {};
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return { icon: dataUri(session, st, `${folder}${icon}`) };
}

/** What a theme says goes over what was said before, whatever its colour scheme. */
function merge<Style extends ElementStyleDraft | RelationshipStyleDraft>(
  styles: Style[],
  from: Style,
): void {
  const { colorScheme: _scheme, properties, ...said } = from;
  const existing = styles.find(({ tag, colorScheme }) => tag === from.tag && !colorScheme);
  if (!existing) {
    styles.push({ ...from, colorScheme: undefined });
    return;
  }
  Object.assign(existing, said);
  for (const [name, value] of properties) existing.properties.set(name, value);
}
