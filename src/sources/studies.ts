import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LISTS } from '#case-study/lists/table.ts';
import { readStudy, type Study, type StudyFile } from '#case-study/study.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { sourceProblem } from './codes.ts';
import { filesIn, isFolder } from './entries.ts';
import { readFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml.ts';

const FOLDER = 'case-studies';

/** Reads every study of a content folder. Folders whose name begins with `_` or `.` are left out. */
export function loadStudies(root: string): {
  readonly studies: readonly Study[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const top = `${root}/${FOLDER}`;
  const slugs = isFolder(top)
    ? readdirSync(top, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
        .map(({ name }) => name)
        .sort()
    : [];
  const diagnostics: Diagnostic[] = [];
  const studies = slugs.flatMap((slug): Study[] => {
    const names = filesIn(`${top}/${slug}`);
    const read = (name: string) =>
      new Source(`${FOLDER}/${slug}/${name}`, readFileSync(`${top}/${slug}/${name}`, 'utf8'));
    const pages = names
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => parsed(name, read(name), readFrontMatter, diagnostics));
    const lists = names
      .filter((name) => name.endsWith('.yaml') && Object.hasOwn(LISTS, name.slice(0, -5)))
      .map((name) => parsed(name, read(name), readYaml, diagnostics));
    const exists = (path: string) => existsSync(`${top}/${slug}/${path}`);
    const result = readStudy({ slug, pages, lists, exists });
    diagnostics.push(...result.diagnostics);
    if (pages.length + lists.length > 0 && !names.includes('index.mdx')) {
      diagnostics.push(withoutIndex(slug));
    }
    return result.study ? [result.study] : [];
  });
  return { studies, diagnostics };
}

function withoutIndex(slug: string): Diagnostic {
  const file = `${FOLDER}/${slug}/index.mdx`;
  return sourceProblem('missing-index', `The study \`${slug}\` has no index.mdx.`, undefined, {
    file,
    hint: 'Begin with its front matter, or start the name of the folder with `_`.',
  });
}

function parsed(
  name: string,
  source: Source,
  read: (source: Source) => ReturnType<typeof readFrontMatter> | ReturnType<typeof readYaml>,
  diagnostics: Diagnostic[],
): StudyFile {
  const { located, diagnostics: found } = read(source);
  diagnostics.push(...found);
  return { name: name.replace(/\.[^.]+$/, ''), source, located };
}
