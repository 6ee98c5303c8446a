import { isEmpty, trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import { toBase64 } from '../resolve/base64.ts';
import { decode } from '../resolve/decode.ts';
import { encodeForKroki, encodeForMermaid, encodeForPlantUml } from '../resolve/diagram-urls.ts';
import type { ImageViewDraft } from '../resolve/draft.ts';
import { isRemote } from '../resolve/urls.ts';
import type { Session } from '../session.ts';
import type { ContextOf, ImageContext } from './context.ts';
import { absolute, locate, pathBeside, readBytes } from './files.ts';
import { dataUri, imageType, validateImage } from './images.ts';
import { fetchRemote } from './network.ts';
import { arity, type Handler, keywords } from './section.ts';
import type { Statement } from './statement.ts';
import { anyViewStatement } from './view-content.ts';
import { openImage } from './views.ts';

type Service = 'plantuml' | 'mermaid' | 'kroki';

const LABELS: Readonly<Record<Service, string>> = {
  plantuml: 'PlantUML',
  mermaid: 'Mermaid',
  kroki: 'Kroki',
};

function scheme(name: 'Light' | 'Dark'): Handler<ImageContext> {
  return (session, st, context) => {
    context.scheme = name;
    openImage(session, st, context, () => {
      context.scheme = undefined;
    });
  };
}

const inImage = keywords<ImageContext>({
  plantuml: (session, st, context) => {
    arity(session, st, [2, 2], 'plantuml <source|file|url|viewKey>');
    diagram(session, st, context, 'plantuml', 1);
  },
  mermaid: (session, st, context) => {
    arity(session, st, [2, 2], 'mermaid <source|file|url|viewKey>');
    diagram(session, st, context, 'mermaid', 1);
  },
  kroki: (session, st, context) => {
    arity(session, st, [3, 3], 'kroki <format> <source|file|url>');
    diagram(session, st, context, 'kroki', 2);
  },
  image: (session, st, context) => {
    arity(session, st, [2, 2], 'image <file|url>');
    image(session, st, context);
  },
});

const schemes = { light: scheme('Light'), dark: scheme('Dark') };

/** One statement of an image view, or of `light` or `dark` in it. */
export function imageStatement(session: Session, st: Statement, context: ImageContext): boolean {
  const { keyword } = st;
  if ((keyword === 'light' || keyword === 'dark') && st.opensBlock) {
    schemes[keyword](session, st, context);
    return true;
  }
  if (keyword === 'autolayout') throw noAutoLayout(st, 'ImageViewDslContext');
  if (anyViewStatement(session, st, context.view)) return true;
  const handler = inImage.get(keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}

/** One statement of a filtered view's block. */
export function filteredStatement(
  session: Session,
  st: Statement,
  { view }: ContextOf<'filtered'>,
): boolean {
  if (st.keyword === 'autolayout') throw noAutoLayout(st, 'FilteredViewDslContext');
  return anyViewStatement(session, st, view);
}

function noAutoLayout(st: Statement, type: string): Problem {
  return new Problem(
    'dsl-wrong-view',
    `Expected com.structurizr.dsl.ModelViewDslContext but got com.structurizr.dsl.${type}`,
    st.span(0),
    { message: 'This kind of view has no layout of its own.' },
  );
}

/** A drawing as text: written out, in a file, at an address, or another view's. */
function diagram(
  session: Session,
  st: Statement,
  context: ImageContext,
  service: Service,
  index: number,
): void {
  const written = st.get(index);
  const other = service === 'kroki' ? undefined : session.views.get(written);
  if (written.includes('\n')) {
    setDiagram(session, st, context, service, written);
  } else if (other?.type === 'graph') {
    throw new Problem('dsl-image', undefined, st.span(index), {
      message: `A drawing of the view \`${written}\` by ${LABELS[service]} can not be embedded.`,
      hint: 'Show the view itself, or write the text of the drawing to a file.',
    });
  } else if (isRemote(written)) {
    const text = decode(fetchRemote(session, st, index, written).bytes, 'utf-8') ?? '';
    setDiagram(session, st, context, service, text);
    context.view.title = nameOf(written);
  } else {
    const what = service === 'kroki' ? `kroki ${st.get(1)}` : service;
    const path = fileOf(session, st, index, written, `${what} <file> is not permitted`);
    if (locate(session, path, st.span(index))?.kind === 'folder') {
      throw new Problem('dsl-image', 'Is a directory', st.span(index), {
        message: 'This is a folder, not a file.',
        hint: 'Name a file in it.',
      });
    }
    context.view.title = nameOf(path);
    const text = new TextDecoder().decode(readBytes(session, path));
    setDiagram(session, st, context, service, text);
  }
}

function fileOf(
  session: Session,
  st: Statement,
  index: number,
  written: string,
  notPermitted: string,
): string {
  session.requireFeature('filesystem', notPermitted, st.span(index));
  const path = pathBeside(session, written);
  if (!locate(session, path, st.span(index))) {
    throw new Problem(
      'dsl-file-missing',
      `The file at ${absolute(session, path)} does not exist`,
      st.span(index),
      {
        message:
          written.length > 80 ? 'There is no such file.' : `There is no file \`${written}\`.`,
        hint: looksWrittenOut(written)
          ? 'A drawing that is written out needs more than one line.'
          : `It was looked for at \`${path}\`.`,
      },
    );
  }
  session.portable = false;
  return path;
}

/** Whether words are a drawing of one of the notations rather than a path. */
function looksWrittenOut(text: string): boolean {
  return /^\s*(?:@start|(?:graph|flowchart|digraph|pie|gantt|mindmap|timeline)\b|\w+Diagram\b)|->|--|=>|[{};]/.test(
    text,
  );
}

/** The address under which a service draws the text; the drawing itself where `.inline` says so. */
function setDiagram(
  session: Session,
  st: Statement,
  { view, scheme: colors }: ImageContext,
  service: Service,
  text: string,
): void {
  const setting = (name: string) =>
    view.properties.get(`${service}.${name}`) ??
    session.workspace.viewProperties.get(`${service}.${name}`);
  const server = setting('url');
  if (isEmpty(server)) {
    throw new Problem(
      'dsl-image',
      `Please define a view/viewset property named ${service}.url to specify your ${LABELS[service]} server`,
      st.span(0),
      { hint: `Write in the views: properties { "${service}.url" "https://…" }` },
    );
  }
  const format = trim(setting('format') ?? '') || (service === 'kroki' ? 'png' : 'svg');
  if (format !== 'png' && format !== 'svg') {
    throw new Problem('dsl-image', 'Expected a format of png or svg', st.span(0));
  }
  const address = addressOf(st, service, server, format, text, setting('compress'));
  const content = setting('inline') === 'true' ? inlined(session, st, address, format) : address;
  validateImage(content, st);
  setContent(view, colors, content);
  view.content = { ...view.content, contentType: format === 'svg' ? 'image/svg+xml' : 'image/png' };
  if (service === 'plantuml') titleFrom(view, text);
}

function addressOf(
  st: Statement,
  service: Service,
  server: string,
  format: 'png' | 'svg',
  text: string,
  compress: string | undefined,
): string {
  const compressed = (trim(compress ?? '') || 'true').toLowerCase() === 'true';
  if (service === 'plantuml') return `${server}/${format}/${encodeForPlantUml(text)}`;
  if (service === 'kroki') return `${server}/${st.get(1)}/${format}/${encodeForKroki(text)}`;
  const code = encodeForMermaid(text, compressed);
  return format === 'png' ? `${server}/img/${code}?type=png` : `${server}/svg/${code}`;
}

function inlined(session: Session, st: Statement, url: string, format: 'png' | 'svg'): string {
  const { bytes } = fetchRemote(session, st, 0, url);
  return held(session, st, `image/${format === 'svg' ? 'svg+xml' : 'png'}`, bytes);
}

/** What was fetched as a data URI. */
function held(session: Session, st: Statement, type: string, bytes: Uint8Array): string {
  const uri = `data:${type};base64,${toBase64(bytes)}`;
  session.shared.pictureSpans.set(uri, st.span(Math.min(1, st.size - 1)));
  return uri;
}

/** An image as it is: a file as data URI, an address as written. */
function image(session: Session, st: Statement, { view, scheme: colors }: ImageContext): void {
  const written = st.get(1);
  if (!isRemote(written)) {
    const path = fileOf(session, st, 1, written, 'image <file> is not permitted');
    const uri = dataUri(session, st, path);
    validateImage(uri, st);
    setContent(view, undefined, uri);
    view.content = { ...view.content, ...type(imageType(path)) };
    view.title = nameOf(path);
    return;
  }
  const remote = fetchRemote(session, st, 1, written);
  const inline =
    view.properties.get('image.inline') ?? session.workspace.viewProperties.get('image.inline');
  const { contentType } = remote;
  if (inline === 'true') {
    if (contentType !== 'image/png' && contentType !== 'image/svg+xml') {
      const official = `Found ${contentType} - expected a format of png or svg`;
      throw new Problem('dsl-image', official, st.span(1));
    }
    setContent(view, colors, held(session, st, contentType, remote.bytes));
  } else {
    setContent(view, colors, written);
  }
  view.content = { ...view.content, contentType };
  view.title = nameOf(written);
}

function type(contentType: string | undefined) {
  return contentType === undefined ? {} : { contentType };
}

function setContent(view: ImageViewDraft, colors: ImageContext['scheme'], content: string): void {
  const field = colors === 'Dark' ? 'contentDark' : colors === 'Light' ? 'contentLight' : 'content';
  view.content = { ...view.content, [field]: trim(content) };
}

/** PlantUML's `title`, without the size that may stand around it. */
function titleFrom(view: ImageViewDraft, text: string): void {
  for (const line of text.split('\n')) {
    if (!line.startsWith('title ')) continue;
    const title = line.slice(6);
    if (!title.startsWith('<size:')) {
      view.title = title;
      continue;
    }
    const sized = title.slice(title.indexOf('>') + 1);
    view.title = sized.endsWith('</size>') ? sized.slice(0, sized.indexOf('</size>')) : sized;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
