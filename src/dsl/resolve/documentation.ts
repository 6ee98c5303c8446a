import type { DocumentationImage, DocumentationSection } from '#model/elements.ts';

/** An importer's refusal, in the reference's words, Java's class name included. */
export class ImportFailure extends Error {}

const MARKDOWN = ['.md', '.markdown', '.text'];
const ASCIIDOC = ['.asciidoc', '.adoc', '.asc'];

/** The format that a file's name stands for; case counts. */
export function formatOf(name: string): DocumentationSection['format'] | undefined {
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
  if (MARKDOWN.includes(ending)) return 'Markdown';
  return ASCIIDOC.includes(ending) ? 'AsciiDoc' : undefined;
}

/** Whether a name is one of those to leave out, or matches one of these patterns. */
export function isExcluded(name: string, exclude: readonly string[]): boolean {
  return exclude.some((pattern) => name === pattern || toPattern(pattern)?.test(name));
}

/** A pattern; nothing when it is not one, or could take very long. */
export function toPattern(pattern: string): RegExp | undefined {
  if (/[+*}]\)[+*{?]|\)[+*{][^)]*\)[+*{]/.test(pattern) || pattern.length > 500) return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}

/** Line ends as the reference keeps them. */
export function normalizeLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n|\r/g, '\n') : text;
}

/** The images that a page shows, as it names them: at most one a line, as the reference's greedy pattern. */
export function imagesIn(content: string, format: DocumentationSection['format']): string[] {
  const found: string[] = [];
  for (const line of content.split('\n')) {
    const image = format === 'Markdown' ? markdownImage(line) : asciidocImage(line);
    if (image !== undefined) found.push(image);
  }
  return found;
}

/** `![…](image)`: the last `](` before the last `)`. */
function markdownImage(line: string): string | undefined {
  const start = line.indexOf('![');
  if (start < 0) return undefined;
  const close = line.lastIndexOf(')');
  const middle = line.lastIndexOf('](', close);
  return middle > start && close >= middle + 2 ? line.slice(middle + 2, close) : undefined;
}

/** `image:name[…]` or `image::name[…]`: up to the last `[` that has a `]` behind it. */
function asciidocImage(line: string): string | undefined {
  const macro = line.indexOf('image:');
  if (macro < 0) return undefined;
  const start = macro + (line[macro + 6] === ':' ? 7 : 6);
  const open = line.lastIndexOf('[', line.lastIndexOf(']'));
  return open >= start ? line.slice(start, open) : undefined;
}

/** An image that is found below an imported folder. */
export interface ImageFile {
  readonly name: string;
  readonly type: string;
  read(): string;
}

/** The images that the pages name, from those that are there. */
export function pickImages(
  files: Iterable<ImageFile>,
  wanted: ReadonlySet<string>,
): DocumentationImage[] {
  const images: DocumentationImage[] = [];
  for (const { name, type, read } of files) {
    if (wanted.has(name)) images.push({ name, type, content: read() });
  }
  return images;
}
