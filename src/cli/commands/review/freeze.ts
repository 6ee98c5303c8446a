import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { localDate } from '#adr/read/dates.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { currentSite } from '#integration/bridge.ts';
import { shortDigest } from '#integration/digest.ts';
import { freezePage } from '#integration/freeze.ts';
import { frozenPath, reviewPath } from '#portfolio/addresses.ts';
import { formatDate } from '#portfolio/format.ts';
import { frozenName, readFrozenName, withDate } from '#portfolio/pages/review/frozen.ts';
import { reviewState } from '#portfolio/pages/review/state.ts';
import { writeFileAtomic } from '#sources/atomic-write.ts';
import { filesIn, isFolder } from '#sources/entries.ts';
import { makeFolder, requireWritable } from '#sources/make-folder.ts';
import { reviewDigest, reviewsFolder } from '#sources/reviews.ts';
import { contentRoot } from '../../content-root.ts';
import { cleaningUp } from '../../leaving.ts';
import { EXIT, type Ports } from '../../ports.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../../program.ts';
import { makeWorkFolder } from '../../work-folder.ts';
import { buildInto } from '../build.ts';

interface Options {
  readonly root?: string;
  readonly date?: string;
  readonly json?: boolean;
}

/** What was frozen, as `--json` prints it. */
interface Outcome {
  /** From the content's root. */
  readonly file: string;
  readonly address: string;
  readonly date: string;
  readonly digest: string;
  /** False where this state was frozen before: then nothing is written. */
  readonly isNew: boolean;
}

/** `archfolio review freeze`: a page of a study as it is now, under a name that holds its digest. */
export function runFreeze(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'review',
    'Freezes a study: one file with all that it shows, at an address that never changes.',
    ports,
  )
    .usage('freeze STUDY [options]')
    .argument('<study>', 'the name of its folder in case-studies/')
    .option('--date <day>', 'the day that it states, YYYY-MM-DD; today unless said', readDay)
    .option('--root <dir>', 'take the content from another folder')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run review -- freeze mobile-commerce\n  npm run review -- freeze mobile-commerce --date 2026-11-22\n',
    )
    .action(async (study: string, { root, date, json }: Options) => {
      const folder = contentRoot(root, ports);
      requireStudy(folder, study);
      const outcome = await freeze(folder, study, date ?? localDate(ports.now()), root, ports);
      ports.stdout(json ? `${JSON.stringify(outcome, null, 2)}\n` : told(outcome));
    });
  return runCommand(command, args, ports);
}

function readDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const day = new Date(`${text}T00:00:00Z`);
  if (isDay && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('It takes a day of the calendar, such as 2026-11-22.');
}

function requireStudy(root: string, study: string): void {
  const top = `${root}/case-studies`;
  const slugs = isFolder(top)
    ? readdirSync(top).filter((name) => existsSync(`${top}/${name}/index.mdx`))
    : [];
  if (slugs.includes(study)) return;
  const known = slugs.length > 0 ? `There are ${slugs.join(', ')}.` : 'There is none yet.';
  throw new UsageError(`There is no study \`${study}\`. ${didYouMean(study, slugs) ?? known}`);
}

async function freeze(
  root: string,
  slug: string,
  date: string,
  named: string | undefined,
  ports: Ports,
): Promise<Outcome> {
  const folder = reviewsFolder(slug);
  // A disk that can only be read is told of before a page is built for nothing.
  requireWritable(`${root}/${folder}`);
  let work: string | undefined;
  const clean = () => {
    if (work) rmSync(work, { recursive: true, force: true });
  };
  const page = await cleaningUp(clean, async () => {
    work = makeWorkFolder();
    return await frozenPage(slug, work, named, ports);
  });
  const digest = reviewDigest(page);
  const earlier = filesIn(`${root}/${folder}`).find(
    (name) => readFrozenName(name)?.digest === digest,
  );
  const name = earlier ?? frozenName(date, digest);
  const file = `${folder}/${name}`;
  if (earlier === undefined) {
    makeFolder(`${root}/${folder}`);
    writeFileAtomic(`${root}/${file}`, withDate(page, date, formatDate(date)));
  }
  return {
    file,
    address: frozenPath(slug, digest),
    date: readFrozenName(name)?.date ?? date,
    digest,
    isNew: earlier === undefined,
  };
}

/** The page without its day. It is built for a site without a base: its links find their own way up. */
async function frozenPage(
  slug: string,
  work: string,
  root: string | undefined,
  ports: Ports,
): Promise<string> {
  // Astro takes a second to load: what is refused is refused before.
  const { prepareSite } = await import('../../site.ts');
  const pages = join(work, 'no-pages');
  mkdirSync(pages);
  const site = await prepareSite(root, { base: '/' }, ports, { freezing: { slug, pages } });
  if (!site) throw new ExitCode(EXIT.findings);
  const made = await buildInto(work, site, ports);
  const { portfolio } = currentSite();
  const entry = portfolio.studies.find(({ study }) => study.slug === slug);
  if (!entry) throw new UsageError(`The study \`${slug}\` cannot be shown: see \`npm run check\`.`);
  const read = (path: string) => readFileSync(join(made, path));
  return freezePage({
    html: read(`${reviewPath(slug)}index.html`).toString('utf8'),
    slug,
    state: reviewState(portfolio, entry, shortDigest),
    scripts: ['site', 'review'].map((name) =>
      read(currentSite().scripts[name] ?? '').toString('utf8'),
    ),
    read,
  });
}

function told({ file, address, date, isNew }: Outcome): string {
  return isNew
    ? `${file}\nCommit the file: from the next build on it stands at ${address}, unlisted, and never changes.\n`
    : `${file}\nThis state was frozen on ${formatDate(date)}: it stands at ${address}.\n`;
}
