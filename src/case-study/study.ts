import type { z } from 'zod';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located } from '#diagnostics/located.ts';
import type { Source } from '#diagnostics/source.ts';
import { type Validated, validate } from '#diagnostics/validate.ts';
import { studyProblem } from './codes.ts';
import { type PageMeta, pageMeta, type StudyMeta, studyMeta } from './front-matter.ts';
import type { Benchmark } from './lists/benchmarks.ts';
import type { Cached } from './lists/cache.ts';
import type { Claims } from './lists/claims.ts';
import type { DefenceCard } from './lists/defence.ts';
import type { Event } from './lists/events.ts';
import type { FailureMode } from './lists/failure-modes.ts';
import type { Network } from './lists/network.ts';
import type { Nfr } from './lists/nfrs.ts';
import type { Risk } from './lists/risks.ts';
import type { RolloutStep } from './lists/rollout.ts';
import type { Slo } from './lists/slos.ts';
import type { Story } from './lists/stories.ts';
import { LISTS, type ListName } from './lists/table.ts';
import type { Threat } from './lists/threats.ts';
import type { Stop } from './lists/walkthrough.ts';
import { type PageOutline, readOutline } from './mdx.ts';
import { type Post, readPost } from './post.ts';

/** A file of a study as it was read: its text, and its YAML part with positions. */
export interface StudyFile {
  /** Name in the study's folder without its ending: `index`, `runbook`, `nfrs`. */
  readonly name: string;
  readonly source: Source;
  readonly located: Located;
}

/** A folder of `case-studies/`, as `sources` hands it over. */
export interface StudyFiles {
  /** The folder's name, and the study's address. */
  readonly slug: string;
  readonly pages: readonly StudyFile[];
  readonly lists: readonly StudyFile[];
  /** Drafts of posts, in `posts/`, each with the offset at which its text begins. */
  readonly posts?: readonly (StudyFile & { readonly bodyStart: number })[];
  /** Whether a path, taken from the study's folder, leads to a file; without it all are taken to. */
  readonly exists?: (path: string) => boolean;
}

export interface StudyPage extends Omit<PageOutline, 'diagnostics'> {
  readonly name: string;
  readonly meta: PageMeta;
  readonly source: Source;
}

/** A case study: front matter, pages and typed lists. */
export interface Study {
  readonly slug: string;
  readonly meta: StudyMeta;
  readonly source: Source;
  /** For checks that point into the front matter. */
  readonly located: Located;
  /** `index` first, then by `order` and name. */
  readonly pages: readonly StudyPage[];
  readonly nfrs: readonly Nfr[];
  readonly slos: readonly Slo[];
  readonly failureModes: readonly FailureMode[];
  readonly risks: readonly Risk[];
  readonly threats: readonly Threat[];
  readonly events: readonly Event[];
  readonly cache: readonly Cached[];
  readonly network: readonly Network[];
  readonly rollout: readonly RolloutStep[];
  readonly stories: readonly Story[];
  readonly defence: readonly DefenceCard[];
  readonly walkthrough: readonly Stop[];
  readonly claims: readonly Claims[];
  readonly benchmarks: readonly Benchmark[];
  /** By the names of their files. */
  readonly posts: readonly Post[];
  /** The lists' files, for checks that point into them. */
  readonly listFiles: ReadonlyMap<ListName, StudyFile>;
}

/**
 * Reads a study. It comes back only when its front matter can be used; a broken list is empty, and
 * every finding is reported either way.
 */
export function readStudy(files: StudyFiles): {
  readonly study: Study | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const index = files.pages.find(({ name }) => name === 'index');
  if (!index) return { study: undefined, diagnostics };

  const meta = checkMeta(index, studyMeta, MINIMAL_STUDY);
  diagnostics.push(...meta.diagnostics);
  const pages = files.pages.flatMap((file): StudyPage[] => {
    const outline = readOutline(file.source);
    diagnostics.push(...outline.diagnostics);
    diagnostics.push(...missingImports(outline, files));
    const { diagnostics: _, ...content } = outline;
    if (file === index) {
      const title = meta.value?.title ?? files.slug;
      return [{ ...content, name: file.name, meta: { title }, source: file.source }];
    }
    const own = checkMeta(file, pageMeta, MINIMAL_PAGE);
    diagnostics.push(...own.diagnostics);
    return own.value ? [{ ...content, name: file.name, meta: own.value, source: file.source }] : [];
  });
  const lists = new Map(files.lists.filter(isList).map((file) => [file.name, file]));
  const study: Study | undefined = meta.value && {
    slug: files.slug,
    meta: meta.value,
    source: index.source,
    located: index.located,
    pages: pages.toSorted(comparePages),
    nfrs: readList('nfrs', lists, diagnostics),
    slos: readList('slos', lists, diagnostics),
    failureModes: readList('failure-modes', lists, diagnostics),
    risks: readList('risks', lists, diagnostics),
    threats: readList('threats', lists, diagnostics),
    events: readList('events', lists, diagnostics),
    cache: readList('cache', lists, diagnostics),
    network: readList('network', lists, diagnostics),
    rollout: readList('rollout', lists, diagnostics),
    stories: readList('stories', lists, diagnostics),
    defence: readList('defence', lists, diagnostics),
    walkthrough: readList('walkthrough', lists, diagnostics),
    claims: readList('claims', lists, diagnostics),
    benchmarks: readList('benchmarks', lists, diagnostics),
    posts: (files.posts ?? []).flatMap(({ name, source, ...place }) => {
      const { post, diagnostics: found } = readPost(name, source, place);
      diagnostics.push(...found);
      return post ?? [];
    }),
    listFiles: lists,
  };
  return { study, diagnostics };
}

/** What an author may begin with. */
const MINIMAL_STUDY = `---
title: What the system is, in a line
summary: What a reader should know after one sentence.
order: 1
system: shop
---`;
const MINIMAL_PAGE = `---
title: What the page is about
---`;

/** Why a page has no front matter: it may have been begun, or ended. */
function emptiness(text: string): string {
  const marks = text.match(/^---[ \t]*$/gm)?.length ?? 0;
  if (/^---[ \t]*$/m.test(text.split('\n', 1)[0] ?? '')) {
    return marks > 1 ? 'The front matter is empty.' : 'The front matter has no `---` at its end.';
  }
  return marks > 0 && /^[\w-]+:(?:[ \t]|$)/m.test(text.split('\n', 1)[0] ?? '')
    ? 'The front matter lacks its first line, `---`.'
    : 'The page has no front matter.';
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Endings that an import may leave out. */
const ENDINGS = ['', '.ts', '.js', '.mjs', '.tsx', '.jsx', '.json', '/index.ts', '/index.js'];

/** Imports of files that are not there; packages and aliases are the bundler's to find. */
function missingImports({ imports }: PageOutline, { exists }: StudyFiles): Diagnostic[] {
  if (!exists) return [];
  return imports
    .map(({ specifier, span }) => ({ path: specifier.replace(/\?.*$/, ''), span }))
    .filter(({ path }) => /^\.{1,2}\//.test(path))
    .filter(({ path }) => !ENDINGS.some((ending) => exists(path + ending)))
    .map(({ path, span }) =>
      studyProblem('unknown-import', `There is no file \`${path}\`.`, span, {
        hint: 'The path is taken from the folder of the study.',
      }),
    );
}

/** Front matter that is no YAML was reported as that, and has no value to check. */
function checkMeta<Schema extends z.ZodType>(
  { located, source }: StudyFile,
  schema: Schema,
  minimal: string,
): Validated<z.output<Schema>> {
  if (located.value === undefined) return { value: undefined, diagnostics: [] };
  if (isEmpty(located.value)) {
    const message = emptiness(source.text);
    const place = { source, start: 0, end: source.lineText(1).length };
    const hint = `Begin the file with:\n\n${minimal}`;
    return {
      value: undefined,
      diagnostics: [studyProblem('invalid-frontmatter', message, place, { hint })],
    };
  }
  return validate(located, schema, (message, span, detail) =>
    studyProblem('invalid-frontmatter', message, span, detail),
  );
}

function isList(file: StudyFile): file is StudyFile & { readonly name: ListName } {
  return Object.hasOwn(LISTS, file.name);
}

function readList<Name extends ListName>(
  name: Name,
  files: ReadonlyMap<ListName, StudyFile>,
  diagnostics: Diagnostic[],
): ReturnType<(typeof LISTS)[Name]['parse']> {
  const file = files.get(name);
  const empty = LISTS[name].parse([]) as ReturnType<(typeof LISTS)[Name]['parse']>;
  if (!file || file.located.value === undefined) return empty;
  const checked = validate(file.located, LISTS[name], (message, span, detail) =>
    studyProblem('invalid-list', message, span, detail),
  );
  diagnostics.push(...checked.diagnostics);
  if (checked.value === undefined) return empty;
  const entries = checked.value as readonly { readonly id: string }[];
  for (const [index, { id }] of entries.entries()) {
    const first = entries.findIndex((entry) => entry.id === id);
    if (first === index) continue;
    diagnostics.push(
      studyProblem(
        'duplicate-id',
        `The id \`${id}\` is used twice.`,
        file.located.spanOf([index, 'id']),
        {
          related: [{ message: 'It is used first here', span: file.located.spanOf([first, 'id']) }],
        },
      ),
    );
  }
  return checked.value as ReturnType<(typeof LISTS)[Name]['parse']>;
}

function comparePages(a: StudyPage, b: StudyPage): number {
  if (a.name === 'index' || b.name === 'index') return a.name === 'index' ? -1 : 1;
  const order =
    (a.meta.order ?? Number.MAX_SAFE_INTEGER) - (b.meta.order ?? Number.MAX_SAFE_INTEGER);
  return order !== 0 ? order : a.name < b.name ? -1 : 1;
}
