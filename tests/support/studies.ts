import { readStudy, type StudyFile, type StudyFiles } from '#case-study/study.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source, type Span } from '#diagnostics/source.ts';
import { readFrontMatter } from '#sources/front-matter.ts';
import { readYaml } from '#sources/yaml.ts';

/** What reading the files of a study's folder gives: by name, `index.mdx`, `nfrs.yaml`. */
export function studyFrom(files: Readonly<Record<string, string>>, slug = 'shop') {
  const diagnostics: Diagnostic[] = [];
  const parsed = (ending: string, read: typeof readFrontMatter | typeof readYaml): StudyFile[] =>
    Object.entries(files)
      .filter(([name]) => name.endsWith(ending))
      .map(([name, text]) => {
        const source = new Source(`case-studies/${slug}/${name}`, text);
        const { located, diagnostics: found } = read(source);
        diagnostics.push(...found);
        return { name: name.slice(0, -ending.length), source, located };
      });
  const folder: StudyFiles = {
    slug,
    pages: parsed('.mdx', readFrontMatter),
    lists: parsed('.yaml', readYaml),
    posts: Object.entries(files)
      .filter(([name]) => /^posts\/.*\.md$/.test(name))
      .map(([name, text]) => {
        const source = new Source(`case-studies/${slug}/${name}`, text);
        const { located, bodyStart, diagnostics: found } = readFrontMatter(source);
        diagnostics.push(...found);
        return { name: name.slice('posts/'.length, -3), source, located, bodyStart };
      }),
  };
  const { study, diagnostics: found } = readStudy(folder);
  return { study, diagnostics: [...diagnostics, ...found] };
}

/** `code file:line:column` of a finding, the folders of the file left out. */
export function at({ code, span, file }: Diagnostic): string {
  return `${code} ${span ? placeOf(span) : (file ?? '')}`;
}

/** `file:line:column` of a span's start. */
export function placeOf({ source, start }: Span): string {
  const { line, column } = source.positionAt(start);
  return `${source.name.replace(/^.*\//, '')}:${line}:${column}`;
}

/** The text under a span. */
export function textUnder(span: Span | undefined): string | undefined {
  return span?.source.text.slice(span.start, span.end);
}

/** Front matter with the keys that a study cannot do without, and others. */
export function frontMatter(more: Readonly<Record<string, unknown>> = {}): string {
  const keys = { title: 'The shop', summary: 'It sells.', order: 1, system: 'shop', ...more };
  const rows = Object.entries(keys).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${rows.join('\n')}\n---\n`;
}
