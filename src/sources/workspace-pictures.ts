import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import type { ElementStyle } from '#model/styles.ts';
import type { ImageView } from '#model/views.ts';
import type { Workspace } from '#model/workspace.ts';
import { cleanDataUri } from '#pictures/clean.ts';
import { sourceProblem } from './codes.ts';

/**
 * A workspace whose pictures may stand on a page: icons of its styles and themes, and what its image
 * views show. SVG is written anew of what is harmless; what is no picture is left out. Addresses stay:
 * a page loads them from permitted hosts only.
 */
export function withCleanPictures(
  workspace: Workspace,
  file: string,
  spanOf: (uri: string) => Span | undefined,
): { readonly workspace: Workspace; readonly diagnostics: readonly Diagnostic[] } {
  const known = new Map<string, string | undefined>();
  const diagnostics: Diagnostic[] = [];
  const clean = (content: string | undefined): string | undefined => {
    if (content === undefined || !/^data:/i.test(content)) return content;
    if (!known.has(content)) {
      const { uri, finding } = cleaned(content, file, spanOf(content));
      known.set(content, uri);
      if (finding) diagnostics.push(finding);
    }
    return known.get(content);
  };
  const { viewConfiguration } = workspace;
  const { elementStyles, fetchedThemes } = viewConfiguration;
  const icons = (styles: readonly ElementStyle[]) =>
    styles.map((style) => withIcon(style, clean(style.icon)));
  const made: Workspace = {
    ...workspace,
    views: workspace.views.map((view) => (view.kind === 'Image' ? withContent(view, clean) : view)),
    viewConfiguration: {
      ...viewConfiguration,
      elementStyles: icons(elementStyles),
      ...(fetchedThemes && {
        fetchedThemes: fetchedThemes.map((theme) => ({
          ...theme,
          elements: icons(theme.elements),
        })),
      }),
    },
  };
  // What nothing had to be done to stays the same object, as its parts do.
  const isSame = known.size === 0;
  return { workspace: isSame ? workspace : made, diagnostics };
}

function cleaned(content: string, file: string, span: Span | undefined) {
  const clean = cleanDataUri(content);
  if ('fault' in clean) {
    const message = `The picture is not shown: ${clean.fault}.`;
    return { uri: undefined, finding: sourceProblem('bad-icon', message, span, { file }) };
  }
  const { uri, left } = clean;
  if (left.length === 0) return { uri, finding: undefined };
  const message = `The picture is shown without ${left.join(', ')}.`;
  return { uri, finding: sourceProblem('cleaned-icon', message, span, { file }) };
}

function withIcon({ icon: _, ...style }: ElementStyle, icon: string | undefined): ElementStyle {
  return { ...style, ...(icon !== undefined && { icon }) };
}

function withContent(
  { content, contentLight, contentDark, ...view }: ImageView,
  clean: (content: string | undefined) => string | undefined,
): ImageView {
  const all = {
    content: clean(content),
    contentLight: clean(contentLight),
    contentDark: clean(contentDark),
  };
  return {
    ...view,
    ...(all.content !== undefined && { content: all.content }),
    ...(all.contentLight !== undefined && { contentLight: all.contentLight }),
    ...(all.contentDark !== undefined && { contentDark: all.contentDark }),
  };
}

/** Where a JSON workspace holds a picture: its text may be large, so only its beginning is told. */
export function pictureSpanIn(source: Source): (uri: string) => Span | undefined {
  return (uri) => {
    const start = source.text.indexOf(uri);
    return start < 0 ? undefined : { source, start, end: start + Math.min(uri.length, 40) };
  };
}
