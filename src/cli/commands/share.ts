import { dirname, join, resolve } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { foreignLetters } from '#portfolio/cards/letters.ts';
import { plural } from '#portfolio/format.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { draftsOf } from '#portfolio/post-drafts.ts';
import { draftChannel } from '#portfolio/posts/channels.ts';
import { missingPosts, type PostEntry, postsOf } from '#portfolio/posts/posts.ts';
import { writeFileAtomic } from '#sources/atomic-write.ts';
import { createDrawingEngine } from '#sources/layout-cache.ts';
import { loadPortfolio } from '#sources/load.ts';
import { makeFolder } from '#sources/make-folder.ts';
import { acceptFacts, draftPath, writeDrafts } from '#sources/posts.ts';
import { readContent } from '../content.ts';
import { EXIT, inColor, type Ports, wantsColor } from '../ports.ts';
import {
  ExitCode,
  newCommand,
  requireFolderOrNothing,
  runCommand,
  UsageError,
} from '../program.ts';
import { readSetting } from '../setting-option.ts';

interface Options {
  readonly root?: string;
  readonly site?: string;
  readonly json?: boolean;
  readonly accept?: boolean;
  readonly fresh?: boolean;
  readonly output?: string;
}

/** `archfolio share`: drafts of posts from the portfolio's facts. */
export function runShare(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'share',
    'Drafts posts from the portfolio’s own facts. A draft that is there is never overwritten.',
    ports,
  )
    .argument('[id]', 'only this post, with its text as it is published: `shop/failure-redis-lost`')
    .option('--root <dir>', 'take the content from another folder')
    .option(
      '--site <url>',
      'the address of the site, for the link in the text',
      readSetting('site'),
    )
    .option('--output <dir>', 'write cards (PNG) and carousels (PDF) into this folder')
    .option('--fresh', 'with an id: the text that today’s facts would make')
    .option('--accept', 'say that the facts which changed under a draft have been seen')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nDrafts are files of your own: case-studies/<study>/posts/<id>.md. Edit them; to have one anew, take it away.\n\nExamples:\n  npm run share\n  npm run share -- mobile-commerce/insight\n  npm run share -- mobile-commerce/insight --fresh\n  npm run share -- mobile-commerce/insight --output /tmp/posts\n',
    )
    .action(async (id: string | undefined, options: Options) => {
      if (options.fresh && id === undefined) throw new UsageError('--fresh takes an id.');
      if (options.output !== undefined) requireFolderOrNothing(options.output, ports);
      const content = await readContent(options.root, { site: options.site }, ports);
      const loaded = content.config && (await loadPortfolio(content.root, content.config));
      const diagnostics = [...content.diagnostics, ...(loaded?.diagnostics ?? [])];
      if (!loaded?.portfolio) {
        if (options.json) ports.stdout(asText(diagnosticsToJson(diagnostics)));
        else {
          const shown = diagnostics.filter((one) => hasErrors([one]));
          const color = wantsColor(ports);
          const text = renderDiagnostics(shown, { color });
          ports.stderr(inColor(`${text}\n\n${renderSummary(shown)}\n`, ports));
        }
        throw new ExitCode(EXIT.findings);
      }
      const { portfolio } = loaded;
      const drafts = draftsOf(portfolio);
      const posts = postsOf(portfolio, drafts);
      const missing = missingPosts(portfolio, drafts);
      const all = [
        ...posts.map(({ entry, post }) => ({ study: entry.study.slug, id: post.id })),
        ...missing,
      ];
      const isAsked = wanted(id, all);
      const written = writeDrafts(content.root, missing.filter(isAsked), draftChannel(portfolio));
      const asked = posts.filter(({ entry, post }) =>
        isAsked({ study: entry.study.slug, id: post.id }),
      );
      const stale = asked.filter(({ isStale }) => isStale);
      if (options.accept) {
        for (const { post, draft } of stale) if (draft) acceptFacts(content.root, post, draft);
      }
      const files =
        options.output === undefined
          ? []
          : await writePictures(portfolio, asked, resolve(ports.cwd, options.output));
      if (options.json) {
        const shown = asked.map((one) => summaryOf(one));
        const stood = {
          ...{ posts: shown, written, files },
          stale: options.accept ? [] : stale.map(nameOf),
        };
        ports.stdout(asText(stood));
      } else {
        const [only] = asked;
        const anew = missing.find(isAsked)?.body;
        if (id !== undefined) {
          ports.stdout(`${options.fresh ? (only?.draft?.body ?? anew) : (only?.text ?? anew)}\n`);
        }
        for (const file of files) ports.stderr(`  ${file}\n`);
        ports.stderr(report(written, asked, stale, options));
      }
      throw new ExitCode(EXIT.success);
    });
  return runCommand(command, args, ports);
}

/** Writes card and carousel of each post; drafts that this run wrote have theirs from the next one on. */
async function writePictures(
  portfolio: Portfolio,
  posts: readonly PostEntry[],
  folder: string,
): Promise<string[]> {
  const { createPrinter } = await import('#sources/printer.ts');
  const printer = createPrinter(portfolio, {
    engine: createDrawingEngine(),
    measure: createTextMeasure(),
    placed: new Map(),
  });
  const files: string[] = [];
  for (const one of posts) {
    const path = join(folder, one.entry.study.slug, one.post.id);
    makeFolder(dirname(path));
    writeFileAtomic(`${path}.png`, await printer.postCard(one));
    writeFileAtomic(`${path}.pdf`, await printer.postCarousel(one));
    files.push(`${path}.png`, `${path}.pdf`);
  }
  return files;
}

/** Which posts an argument means: `shop/insight`, or a name that only one has; a study means its posts. */
function wanted(
  id: string | undefined,
  all: readonly { readonly study: string; readonly id: string }[],
): (post: { readonly study: string; readonly id: string }) => boolean {
  if (id === undefined) return () => true;
  const named = all.filter((one) => id === one.id || id === `${one.study}/${one.id}`);
  if (named.length > 1) {
    const names = named.map((one) => `${one.study}/${one.id}`).join(', ');
    throw new UsageError(`\`${id}\` is several posts: ${names}.`);
  }
  const [only] = named;
  if (only) return (one) => one.study === only.study && one.id === only.id;
  const names = all.map((one) => `${one.study}/${one.id}`);
  const hint = didYouMean(id, [...names, ...all.map((one) => one.id)]);
  throw new UsageError(
    `There is no post \`${id}\`. ${hint ?? 'Without an id, `share --json` lists them all.'}`,
  );
}

function summaryOf({ entry, post, channel, length, path, text, isStale }: PostEntry) {
  const { id, kind, of, title, hashtags, published } = post;
  const foreign = foreignIn(post);
  const file = draftPath({ study: entry.study.slug, id });
  return {
    ...{ id: `${entry.study.slug}/${id}`, file, kind, of, title },
    ...{ channel: channel.id, length, limit: channel.limit, hashtags, page: path },
    ...(published !== undefined && { published }),
    ...(foreign !== '' && { foreignLetters: foreign }),
    ...{ stale: isStale, text },
  };
}

/** The letters of a post that the fonts of its pictures lack. */
function foreignIn({ title, body }: PostEntry['post']): string {
  return foreignLetters(`${title}\n${body}`).join('');
}

function nameOf({ entry, post }: PostEntry): string {
  return `${entry.study.slug}/${post.id}`;
}

function report(
  written: readonly string[],
  asked: readonly PostEntry[],
  stale: readonly PostEntry[],
  { accept }: Options,
): string {
  const foreign = asked.filter(({ post }) => foreignIn(post) !== '');
  const lines = [
    ...written.map((path) => `  ${path}`),
    written.length > 0
      ? `${plural(written.length, 'draft')} written. Edit them: no later run does.`
      : '',
    asked.length > 0 ? `${plural(asked.length, 'draft')} left as they are.` : '',
    stale.length === 0
      ? ''
      : accept
        ? `The facts under ${plural(stale.length, 'draft')} are marked as seen.`
        : `The facts have changed under ${plural(stale.length, 'draft')}:`,
    ...(accept ? [] : stale.map((one) => `  ${nameOf(one)}`)),
    stale.length > 0 && !accept
      ? 'See what they would say now with `share ID --fresh`; mark them as seen with `share ID --accept`.'
      : '',
    foreign.length === 0
      ? ''
      : 'Letters that the fonts of cards and carousels lack are set in this machine’s; look before you publish:',
    ...foreign.map((one) => `  ${nameOf(one)}: ${foreignIn(one.post)}`),
    written.length + asked.length === 0
      ? 'There is nothing to draft yet: a post needs a story, a decision, a failure mode or a cost model.'
      : '',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
