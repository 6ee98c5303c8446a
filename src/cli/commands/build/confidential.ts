import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Aliases } from '#confidential/aliases.ts';
import { checkRatio } from '#confidential/bills.ts';
import { confidentialProblem } from '#confidential/codes.ts';
import { disguisedModel } from '#confidential/cost-model.ts';
import { type Disguise, disguiseOf, renamedData } from '#confidential/disguise.ts';
import { type Leak, leakProblem, leaksIn } from '#confidential/leaks/search.ts';
import { lookAlikes } from '#confidential/letters.ts';
import { type HiddenName, nameFinder } from '#confidential/names.ts';
import { disguisedBook } from '#confidential/price-book.ts';
import { renamer } from '#confidential/rename.ts';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { loadSite } from '#integration/load-site.ts';
import { buildClientScripts } from '#integration/scripts.ts';
import { withoutSilenced } from '#portfolio/checks/all.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { ALIASES_FILE, loadAliases } from '#sources/aliases.ts';
import { hashOf } from '#sources/cache.ts';
import { copyDisguised } from '#sources/confidential-copy.ts';
import { loadCosts, openCostAnswers } from '#sources/costs.ts';
import { loadPortfolio } from '#sources/load.ts';
import { createLoadMemory } from '#sources/load-memory.ts';
import type { LoadedSchemas } from '#sources/schemas.ts';
import { siteLeaks } from '#sources/site-leaks.ts';
import { UNPACK } from '#sources/unpack.ts';
import { type Overrides, readContent } from '../../content.ts';
import type { Ports } from '../../ports.ts';
import { printFindings } from '../../print-findings.ts';
import { type PreparedSite, siteFor } from '../../site.ts';

/** A site under other names, and what looks through it before anybody else does. */
export interface ConfidentialSite extends PreparedSite {
  /** What can still be read in the finished folder, in an archive of it, and in what cards show. */
  readonly findLeaks: (folder: string, archive?: { name: string; bytes: Buffer }) => Diagnostic[];
}

/** What an author is told of at once; the rest is counted. */
const TOLD = 40;

/**
 * Loads the content as it is, so that findings point into the author's files, makes a copy of it under
 * other names in `work`, and prepares a site from that. With an error on the way there is none.
 */
export async function prepareConfidential(
  work: string,
  root: string | undefined,
  overrides: Overrides,
  ports: Ports,
  schemas?: () => Promise<LoadedSchemas>,
): Promise<ConfidentialSite | undefined> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const content = await readContent(root, overrides, ports);
  const { config } = content;
  const own = config && (await loadPortfolio(content.root, config, { schemas }));
  const listed = own?.portfolio && loadAliases(content.root, namedIn(own.portfolio));
  const before = [
    ...content.diagnostics,
    ...(own?.diagnostics ?? []),
    ...(listed?.diagnostics ?? []),
    ...(listed?.aliases && config ? uneven(listed.aliases, config) : []),
  ];
  const aliases = listed?.aliases;
  if (!config || !own?.portfolio || !aliases || hasErrors(before)) {
    printFindings(before, ports);
    return undefined;
  }
  const alike = lookAlikes();
  const find = nameFinder(aliases.names, alike);
  const used = new Set<HiddenName>();
  const disguise = disguiseOf(
    aliases.ratio,
    renamer(find, (name) => used.add(name)),
  );
  const copy = join(work, 'content');
  mkdirSync(copy);
  copyDisguised(content.root, own.watched, copy, disguise);
  const shownConfig = disguisedConfig(config, aliases, disguise);
  const cards: string[] = [];
  const scripts = await buildClientScripts();
  const answers = openCostAnswers();
  const mark = hashOf(JSON.stringify([aliases.ratio, aliases.names]));
  const loaded = await loadSite(copy, shownConfig, scripts, {
    confidential: { seen: (card) => cards.push(JSON.stringify(card)) },
    memory: {
      ...createLoadMemory(),
      costs: {
        load: (_, wanted) =>
          loadCosts(content.root, wanted, answers, {
            model: ({ model, source, digest }) => ({
              source,
              model: disguisedModel(model, disguise),
              digest: digest && hashOf(digest, mark),
            }),
            book: (book) => disguisedBook(book, disguise),
          }),
      },
    },
  });
  const broken = loaded.diagnostics.filter(({ severity }) => severity === 'error').map(brokenBy);
  const bills = loaded.site
    ? checkRatio(own.portfolio.costs, loaded.site.portfolio.costs, aliases.ratio)
    : [];
  const unsaid = withoutSilenced(unused(aliases, used), config);
  const diagnostics = [...before, ...unsaid, ...broken, ...bills];
  printFindings(diagnostics, ports);
  if (!loaded.site || hasErrors(diagnostics)) return undefined;
  const ours = new Set(scripts.map(({ code }) => hashOf(Buffer.from(code).toString('latin1'))));
  const shown = { ...content, root: copy, config: shownConfig };
  return {
    ...siteFor(shown, { ...loaded, site: loaded.site }, scripts),
    findLeaks(folder, archive) {
      const found: Leak[] = [...siteLeaks(folder, find, ours)];
      const bytes = Buffer.from(cards.join('\n'));
      found.push(...leaksIn({ name: '(what cards show)', bytes }, find, UNPACK));
      if (archive)
        found.push(...leaksIn({ ...archive, name: basename(archive.name) }, find, UNPACK));
      return told(found);
    },
  };
}

/** What has to have an alias: systems that are not somebody else's, and the author. */
function namedIn({ index, config: { author } }: Portfolio) {
  const { elements } = index.workspace;
  const systems = elements.filter(
    ({ kind, tags }) => kind === 'SoftwareSystem' && !tags.includes('External'),
  );
  return {
    systems: systems.map(({ name }) => name),
    elements: elements.map(({ name }) => name),
    author: author.placeholder ? undefined : author.name,
  };
}

/** Sizes that are no whole number of users with the ratio. */
function uneven({ ratio, located }: Aliases, { users }: PortfolioConfig): Diagnostic[] {
  return users
    .filter((size) => Math.abs(size * ratio - Math.round(size * ratio)) > 1e-6)
    .map((size) => {
      const message = `${size} users times ${ratio} is no whole number of users.`;
      return confidentialProblem('aliases-invalid', message, located.spanOf(['ratio']));
    });
}

/** The settings under other names: without the repository, and without what leads to a hidden author. */
function disguisedConfig(
  config: PortfolioConfig,
  { names, ratio }: Aliases,
  { rename }: Disguise,
): PortfolioConfig {
  const { repository: _, author, title, description, users, ...rest } = config;
  const [small, large] = users;
  const isHidden = names.some(({ name }) => name === author.name);
  const { name, role, bio, placeholder } = author;
  const about = {
    name: rename(name),
    role: rename(role),
    ...(bio !== undefined && { bio: rename(bio) }),
    placeholder,
  };
  return {
    ...rest,
    title: rename(title),
    ...(description !== undefined && { description: rename(description) }),
    users: [Math.round(small * ratio), Math.round(large * ratio)],
    author: isHidden ? { ...about, links: [] } : { ...renamedData(author, rename), ...about },
  };
}

/** Names that nothing says: more likely mistyped than hidden already. */
function unused({ names, located }: Aliases, used: ReadonlySet<HiddenName>): Diagnostic[] {
  return names
    .filter((name) => !used.has(name))
    .map(({ name, entry }) => {
      const [group = '', at] = entry.split(/[[\]]/);
      const message = `\`${name}\` stands nowhere in the content.`;
      return confidentialProblem('alias-unused', message, located.spanOf([group, Number(at)]));
    });
}

function brokenBy({ message, span, file }: Diagnostic): Diagnostic {
  const place = span ? `${span.source.name}:${span.source.positionAt(span.start).line}` : file;
  const hint = `An alias stands where the content needs a word of its own, or makes one name of two. With the aliases it is: ${message}`;
  return confidentialProblem(
    'alias-breaks-content',
    `With its aliases the content has an error at ${place ?? 'no place'}.`,
    undefined,
    { hint, file: ALIASES_FILE },
  );
}

function told(leaks: readonly Leak[]): Diagnostic[] {
  const all = leaks.map(leakProblem);
  const [first] = all.slice(TOLD);
  if (!first) return all;
  const message = `There are ${all.length - TOLD} more places.`;
  return [...all.slice(0, TOLD), confidentialProblem('name-leak', message)];
}
