import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LISTS } from '#case-study/lists/table.ts';
import { readStudy, type Study, type StudyFile } from '#case-study/study.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { addressProblems } from './address-names.ts';
import { cleanSource } from './clean-source.ts';
import { sourceProblem } from './codes.ts';
import { filesIn, isFolder } from './entries.ts';
import { readFrontMatter } from './front-matter.ts';
import { createMemory, type Memory } from './memory.ts';
import { didYouMeanPortfolioList, isPortfolioList } from './portfolio-lists.ts';
import { readYaml } from './yaml.ts';

const FOLDER = 'case-studies';

/** A study as its files gave it, and which files its texts looked for beside them. */
interface StudyReading {
  readonly study: Study | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly exists: ReadonlyMap<string, boolean>;
}

/** The last reading of each study. */
export type StudyMemory = Memory<StudyReading>;

/** Reads every study of a content folder. Folders whose name begins with `_` or `.` are left out. */
export function loadStudies(
  root: string,
  memory: StudyMemory = createMemory(),
): {
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
  const diagnostics: Diagnostic[] = filesIn(top)
    .filter((name) => isText(name) && !isPortfolioList(name))
    .map(strayFile);
  const studies = slugs.flatMap((slug): Study[] => {
    const names = filesIn(`${top}/${slug}`);
    diagnostics.push(...addressProblems(`${FOLDER}/${slug}`, slug, 'study'));
    diagnostics.push(...names.flatMap((name) => unknownFile(slug, name)));
    if (readdirSync(`${top}/${slug}`).length === 0) diagnostics.push(emptyStudy(slug));
    const texts = names
      .filter((name) => isPage(name) || isList(name))
      .map((name): [string, string] => [name, readFileSync(`${top}/${slug}/${name}`, 'utf8')]);
    texts.push(...postsIn(`${top}/${slug}`));
    const exists = (path: string) => existsSync(`${top}/${slug}/${path}`);
    const { study, diagnostics: found } = memory.of(
      `${top}/${slug}`,
      JSON.stringify(texts),
      () => readTexts(slug, texts, exists),
      (reading) => reading.exists.entries().every(([path, was]) => exists(path) === was),
    );
    diagnostics.push(...found);
    if (texts.length > 0 && !names.includes('index.mdx')) diagnostics.push(withoutIndex(slug));
    return study ? [study] : [];
  });
  return { studies, diagnostics };
}

/** Reads the pages and lists of a study, each with its name in the folder. */
function readTexts(
  slug: string,
  texts: readonly (readonly [name: string, text: string])[],
  exists: (path: string) => boolean,
): StudyReading {
  const diagnostics: Diagnostic[] = [];
  const asked = new Map<string, boolean>();
  const sourceOf = (name: string, text: string) => {
    const path = `${FOLDER}/${slug}/${name}`;
    // A page is a program, front matter and all.
    const code = isPage(name) ? 'hidden-in-code' : 'hidden-character';
    const { source, diagnostics: hidden } = cleanSource(path, text, code);
    diagnostics.push(...hidden);
    return source;
  };
  const files = (isWanted: (name: string) => boolean, read: Parameters<typeof parsed>[2]) =>
    texts
      .filter(([name]) => isWanted(name))
      .map(([name, text]) => parsed(name, sourceOf(name, text), read, diagnostics));
  const { study, diagnostics: found } = readStudy({
    slug,
    pages: files(isPage, readFrontMatter),
    lists: files(isList, readYaml),
    posts: texts
      .filter(([name]) => isPost(name))
      .map(([name, text]) => {
        const source = sourceOf(name, text);
        const { located, bodyStart, diagnostics: unread, hidden } = readFrontMatter(source);
        diagnostics.push(...unread, ...hidden);
        return { name: name.slice(POSTS.length + 1, -3), source, located, bodyStart };
      }),
    exists(path) {
      const is = exists(path);
      asked.set(path, is);
      return is;
    },
  });
  return { study, diagnostics: [...diagnostics, ...found], exists: asked };
}

function isPage(name: string): boolean {
  return name.endsWith('.mdx');
}

/** The folder of a study that its drafts of posts stand in. */
export const POSTS = 'posts';

function isPost(name: string): boolean {
  return name.startsWith(`${POSTS}/`);
}

/** The drafts of a study, by name, with their texts. */
function postsIn(folder: string): [string, string][] {
  const place = `${folder}/${POSTS}`;
  return (isFolder(place) ? filesIn(place) : [])
    .filter((name) => name.endsWith('.md') && !/^[._]|^readme\./i.test(name))
    .sort()
    .map((name) => [`${POSTS}/${name}`, readFileSync(`${place}/${name}`, 'utf8')]);
}

function isList(name: string): boolean {
  return name.endsWith('.yaml') && Object.hasOwn(LISTS, name.slice(0, -5));
}

/** Texts that an author may take to be a part of a study. */
function isText(name: string): boolean {
  return /\.(?:mdx?|markdown|ya?ml|json)$/i.test(name) && !/^[._]|^readme\./i.test(name);
}

function strayFile(name: string): Diagnostic {
  const file = `${FOLDER}/${name}`;
  const stem = name.replace(/\.[^.]+$/, '');
  const page = /\.mdx?$/i.test(name) ? 'index.mdx' : name;
  return sourceProblem('unknown-file', 'No study reads this file.', undefined, {
    file,
    hint:
      didYouMeanPortfolioList(name) ??
      `A study is a folder: move it to ${FOLDER}/${stem}/${page}, or start its name with \`_\`.`,
  });
}

/** A list or a schema whose name is mistyped, or a page of another kind: it would vanish without a word. */
function unknownFile(slug: string, name: string): Diagnostic[] {
  const isSql = /\.sql$/i.test(name);
  const isRead =
    /\.mdx$/.test(name) ||
    Object.hasOwn(LISTS, name.replace(/\.yaml$/, '')) ||
    SQL_FILES.includes(name);
  if ((!isText(name) && !isSql) || isRead || /^[._]/.test(name)) return [];
  if (name.endsWith('.json') && !didYouMeanList(name)) return [];
  const files = isSql ? SQL_FILES : Object.keys(LISTS).map((list) => `${list}.yaml`);
  const nearest = isSql ? didYouMean(name, SQL_FILES) : didYouMeanList(name);
  const hint = /\.(?:mdx|md|markdown)$/i.test(name)
    ? `Pages of a study end in .mdx: \`${name.replace(/\.[^.]+$/, '.mdx')}\`.`
    : (nearest ?? `${isSql ? 'Read are' : 'Lists:'} ${files.join(', ')}.`);
  const detail = { file: `${FOLDER}/${slug}/${name}`, hint };
  return [sourceProblem('unknown-file', 'The study does not read this file.', undefined, detail)];
}

/** The SQL of a study, as `schemas.ts` reads it. */
const SQL_FILES: readonly string[] = ['schema.sql', 'queries.sql'];

function didYouMeanList(name: string): string | undefined {
  const lists = Object.keys(LISTS).map((list) => `${list}.yaml`);
  return didYouMean(name.replace(/\.(?:yml|json)$/i, '.yaml'), lists);
}

function emptyStudy(slug: string): Diagnostic {
  return sourceProblem('empty-study', `The study \`${slug}\` is empty.`, undefined, {
    file: `${FOLDER}/${slug}`,
    hint: 'Begin with its index.mdx, or take the folder away.',
  });
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
  const { located, diagnostics: found, hidden } = read(source);
  diagnostics.push(...found, ...hidden);
  return { name: name.replace(/\.[^.]+$/, ''), source, located };
}
