import type { Study } from '#case-study/study.ts';
import { didYouMean, meant } from '#diagnostics/suggest.ts';
import { Identifier, ViewKey } from '#model/ids.ts';
import { adrPath, costPath, figureId, studyPath, viewFilePath, viewPath } from './addresses.ts';
import type { PortfolioCode } from './codes.ts';
import type { ContentFile, LinkResolver, LinkTarget, Mending } from './link-target.ts';
import { listedPaths } from './pages/sitemap.ts';
import type { Portfolio } from './portfolio.ts';
import { allRecords, recordOf } from './records.ts';

/** Schemes that a link to somewhere else may have. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/** The one place that knows what links in studies, records and notes may say, and where they lead. */
export function linkResolver(portfolio: Omit<Portfolio, 'links'>): LinkResolver {
  const pages = new Set([
    ...listedPaths(portfolio).map(decoded),
    ...portfolio.index.workspace.views.map(({ key }) => viewFilePath(key)),
    ...portfolio.publicFiles,
  ]);
  const anchors = anchorsOf(portfolio);
  const site: Site = { portfolio, pages, anchors };
  return (address, from) => {
    // Browsers drop control characters and blanks before they look for the scheme, so do we.
    const plain = address.replace(/[\p{Cc}\s]/gu, '');
    if (plain === '') return broken('bad-link', 'The link has no address.');
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
    if (scheme !== undefined && Object.hasOwn(NAMES, scheme)) {
      return NAMES[scheme]?.(site, decoded(plain.slice(scheme.length + 1))) ?? { kind: 'as-is' };
    }
    if (scheme !== undefined) return elsewhere(plain, scheme);
    if (plain.startsWith('//')) {
      const hint = `Write \`https:${plain}\`.`;
      return broken('bad-link', `\`${address}\` does not say its protocol.`, hint);
    }
    const [, path = '', rest = ''] = /^([^?#]*)([\s\S]*)$/.exec(plain) ?? [];
    if (path === '') return onPage(site, from, plain);
    return path.startsWith('/')
      ? fromRoot(site, decoded(path), rest)
      : fromFile(site, from, path, rest);
  };
}

interface Site {
  readonly portfolio: Omit<Portfolio, 'links'>;
  /** Decoded paths of all that the site serves, pages with a slash at the end. */
  readonly pages: ReadonlySet<string>;
  /** What can be linked to on a page, by the path of its file; absent where that is not known. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

function broken(code: PortfolioCode, message: string, hint?: string | Mending): LinkTarget {
  return { kind: 'broken', code, message, ...(typeof hint === 'object' ? hint : { hint }) };
}

function elsewhere(address: string, scheme: string): LinkTarget {
  if (!SCHEMES.has(scheme)) {
    const hint =
      didYouMean(scheme, [...SCHEMES, ...Object.keys(NAMES)]) ??
      `A link begins with https://, http:// or mailto:, is a path, or names a thing as ${Object.keys(NAMES).join(':, ')}: do.`;
    return broken('bad-link', `A link cannot begin with \`${scheme}:\`.`, hint);
  }
  const isWhole =
    scheme === 'mailto'
      ? /^mailto:[^@?]+@[^@?]+/i.test(address)
      : /^https?:\/\/[^/?#]/i.test(address) && URL.canParse(address);
  return isWhole ? { kind: 'as-is' } : broken('bad-link', `\`${address}\` is no whole address.`);
}

/** The things that a link can name, whatever the file that it stands in. */
const NAMES: Readonly<Record<string, (site: Site, name: string) => LinkTarget>> = {
  element({ portfolio: { index, addresses } }, name) {
    const element = index.byIdentifier(Identifier(name));
    const path = element && addresses.element(element.id);
    if (path) return { kind: 'site', path };
    const known = index.workspace.elements.flatMap(({ identifier }) => identifier ?? []);
    const message = `No element is called \`${name}\`.`;
    return broken('unknown-element', message, meant(name, known));
  },
  adr({ portfolio }, name) {
    const record = recordOf(portfolio.log, name);
    if (record) return { kind: 'site', path: adrPath(record.id) };
    const { records, byNumber } = portfolio.log;
    const ids = records.map(({ id }) => id);
    const hint = didYouMean(name, ids) ?? listed('Its records are', [...byNumber.keys()]);
    return broken('unknown-decision', `The log has no decision ${name}.`, hint);
  },
  view({ portfolio: { index } }, name) {
    if (index.view(ViewKey(name))) return { kind: 'site', path: viewPath(name) };
    const keys = index.workspace.views.map(({ key }) => key);
    const hint = { hint: listed('Views:', keys), ...meant(name, keys) };
    return broken('unknown-view', `The workspace has no view \`${name}\`.`, hint);
  },
  cost({ portfolio: { costs } }, name) {
    const [model = ''] = name.split('/');
    const ids = costs.map(({ id }) => id);
    if (ids.includes(model)) return { kind: 'site', path: costPath(model) };
    const hint = { hint: listed('Models:', ids), ...meant(model, ids) };
    return broken('unknown-cost-model', `No cost model has the id \`${model}\`.`, hint);
  },
  study({ portfolio: { studies } }, name) {
    const slugs = studies.map(({ study }) => study.slug);
    if (slugs.includes(name)) return { kind: 'site', path: studyPath(name) };
    const hint = { hint: listed('Studies:', slugs), ...meant(name, slugs) };
    return broken('unknown-study', `No case study is called \`${name}\`.`, hint);
  },
};

function listed(words: string, names: readonly (string | number)[]): string | undefined {
  return names.length > 0 && names.length <= 20 ? `${words} ${names.join(', ')}.` : undefined;
}

/** `#heading` of the page itself. */
function onPage(site: Site, from: string, fragment: string): LinkTarget {
  return missingAnchor(site, from, fragment) ?? { kind: 'as-is' };
}

/** What is wrong with a fragment of a page, if its anchors are known. */
function missingAnchor({ anchors }: Site, file: string, rest: string): LinkTarget | undefined {
  const fragment = decoded(/#([\s\S]*)$/.exec(rest)?.[1] ?? '');
  const known = anchors.get(file);
  if (fragment === '' || !known || known.has(fragment)) return undefined;
  const all = [...known].map((id) => `#${id}`);
  const hint = { hint: listed('It has', all), ...meant(fragment, known) };
  return broken('unknown-anchor', `The page has nothing called \`#${fragment}\`.`, hint);
}

/** `/adrs/0004-title/`: a path from the root of the site, without its base. */
function fromRoot(site: Site, path: string, rest: string): LinkTarget {
  const { portfolio, pages } = site;
  const found = [path, `${path}/`, path.toLowerCase()].find((each) => pages.has(each));
  if (found !== undefined) {
    const file = studyFileOf(portfolio, found);
    const missing = file === undefined ? undefined : missingAnchor(site, file, rest);
    return missing ?? { kind: 'site', path: encodeURI(found) + partOf(found, rest) };
  }
  const content = portfolio.files.get(path.slice(1));
  if (content) return fileTarget(content, rest);
  const number = /^\/(?:adrs?|decisions?)\/0*(\d{1,6})\/?$/.exec(path)?.[1];
  const record = number === undefined ? undefined : recordOf(portfolio.log, number);
  if (record) return { kind: 'site', path: adrPath(record.id) };
  const base = portfolio.config.base.replace(/\/$/, '');
  const inside = base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
  const hint =
    inside !== undefined && pages.has(inside)
      ? `Leave the base out: \`${inside}\`.`
      : nearestPage(path, pages);
  return broken('unknown-link', `The site has no page \`${path}\`.`, hint);
}

/** What follows a page's path; the parts of a record have no addresses of their own. */
function partOf(path: string, rest: string): string {
  return /^\/(?:adrs|decisions)\/[^/]/.test(path) ? '' : rest;
}

/** The page whose address is nearest, first among those beside it. */
function nearestPage(path: string, pages: ReadonlySet<string>): string | undefined {
  const wanted = path.endsWith('/') || /\.\w+$/.test(path) ? path : `${path}/`;
  return didYouMean(wanted, pages);
}

/** A relative path: a page of a study, a record, or a file that the site shows. */
function fromFile(site: Site, from: string, written: string, rest: string): LinkTarget {
  const { portfolio, pages } = site;
  const path = joined(from, decoded(written));
  if (path === undefined) {
    return broken('unknown-link', `\`${written}\` leads out of the content.`);
  }
  const content = portfolio.files.get(path);
  if (content) return fileTarget(content, rest);
  const address = pageOf(portfolio, path);
  if (address !== undefined && pages.has(decoded(address))) {
    const file = studyFileOf(portfolio, decoded(address));
    const missing = file === undefined ? undefined : missingAnchor(site, file, rest);
    return missing ?? { kind: 'site', path: address + partOf(address, rest) };
  }
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const known = knownFiles(portfolio).map((file) =>
    file.startsWith(folder) ? file.slice(folder.length) : file,
  );
  const isPicture = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(path);
  const what = isPicture ? 'There is no picture' : 'No page of the site is made of';
  const shown = path.startsWith(folder) ? path.slice(folder.length) : path;
  const hint = didYouMean(shown, known) ?? (isPicture ? undefined : OTHER_WAYS);
  return broken(isPicture ? 'missing-image' : 'unknown-link', `${what} \`${written}\`.`, hint);
}

const OTHER_WAYS =
  'A link leads to a page of a study (`./runbook.mdx`), a record, a path (`/cost/`) or a thing (`element:shop`).';

function fileTarget(file: ContentFile, rest: string): LinkTarget {
  return { kind: 'site', path: filePath(file) + rest, file };
}

/** The address of a file of the content, as it is emitted. */
export function filePath({ path }: ContentFile): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The page that a file or folder of the content becomes. */
function pageOf(portfolio: Omit<Portfolio, 'links'>, path: string): string | undefined {
  const [folder, name, page, ...deeper] = path.replace(/\/$/, '').split('/');
  if (path === '') return '/';
  if (folder === 'case-studies' && deeper.length === 0) {
    if (name === undefined) return '/case-studies/';
    return studyPath(name, page?.replace(/\.mdx?$/, '') ?? 'index');
  }
  if (folder === 'adrs') {
    if (name === undefined) return '/adrs/';
    const file = path.slice('adrs/'.length).replace(/\/$/, '');
    const record = portfolio.log.byFile.get(file) ?? recordOf(portfolio.log, file);
    return record && adrPath(record.id);
  }
  const attached = allRecords(portfolio).find(({ source }) => source.name === path);
  if (attached) return portfolio.addresses.record(attached);
  if (folder === 'cost-models') return costPath(name?.replace(/\.\w+$/, ''));
  return undefined;
}

function knownFiles({ studies, log, attached, files }: Omit<Portfolio, 'links'>): string[] {
  return [
    ...studies.flatMap(({ study }) => study.pages.map(({ source }) => source.name)),
    ...studies.map(({ study }) => `case-studies/${study.slug}/`),
    ...allRecords({ log, attached }).map(({ source }) => source.name),
    ...files.keys(),
  ];
}

/** The file of a study's page, from the page's address. */
function studyFileOf({ studies }: Omit<Portfolio, 'links'>, path: string): string | undefined {
  const [, slug, page = 'index'] = /^\/case-studies\/([^/]+)\/(?:([^/]+)\/)?$/.exec(path) ?? [];
  const entry = studies.find(({ study }) => study.slug === slug);
  return entry?.study.pages.find(({ name }) => name === page)?.source.name;
}

/** A path relative to a file, from the content's root; nothing when it leads out of that. */
function joined(from: string, path: string): string | undefined {
  const steps = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/') + (path.endsWith('/') && steps.length > 0 ? '/' : '');
}

/** Ids that every page has. */
const FRAME = ['main', 'site-contents'];

/** Components whose entries can be linked to: `#risk-hot-product`. */
const ANCHORED: readonly (readonly [
  component: string,
  anchor: string,
  list: (study: Study) => readonly { readonly id: string }[],
])[] = [
  ['Nfrs', 'nfr', ({ nfrs }) => nfrs],
  ['Slos', 'slo', ({ slos }) => slos],
  ['FailureModes', 'failure', ({ failureModes }) => failureModes],
  ['Risks', 'risk', ({ risks }) => risks],
  ['Threats', 'threat', ({ threats }) => threats],
  ['Events', 'event', ({ events }) => events],
  ['Cache', 'cache', ({ cache }) => cache],
  ['Rollout', 'rollout', ({ rollout }) => rollout],
  ['Stories', 'story', ({ stories }) => stories],
  ['Defence', 'defence', ({ defence }) => defence],
  ['Walkthrough', 'stop', ({ walkthrough }) => walkthrough],
];

/** What the anchors of a list's entries begin with, by the name of its file: `risk` for `risks`. */
export function anchorOfList(stem: string): string | undefined {
  const file = (component: string) => component.replace(/\B[A-Z]/g, '-$&').toLowerCase();
  return ANCHORED.find(([component]) => file(component) === stem)?.[1];
}

/** What can be linked to on each page of a study; pages with components of their own are left out. */
function anchorsOf({
  studies,
}: Omit<Portfolio, 'links'>): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  for (const { study } of studies) {
    for (const { source, anchors, names, isRead, references } of study.pages) {
      if (!isRead || names.size > 0) continue;
      const uses = (component: string) => references.filter((one) => one.component === component);
      const figures = new Set(uses('Diagram').map(({ attributes }) => attributes.view));
      known.set(
        source.name,
        new Set([
          ...anchors,
          ...FRAME,
          ...[...figures].map((view) => figureId(view ?? '')),
          ...ANCHORED.flatMap(([component, anchor, list]) =>
            uses(component).length > 0 ? list(study).map(({ id }) => `${anchor}-${id}`) : [],
          ),
        ]),
      );
    }
  }
  return known;
}

/** What pages write for the addresses in one file: with the base in front, and sizes of pictures. */
export interface ShownLinks {
  /** Nothing for an address that leads nowhere. */
  readonly resolve: (address: string) => string | undefined;
  readonly sizeOf: (
    address: string,
  ) => { readonly width: number; readonly height: number } | undefined;
}

/** The links of a file as pages write them; `below` puts the base in front of a path. */
export function linksIn(
  { links }: Pick<Portfolio, 'links'>,
  file: string,
  below: (path: string) => string,
): ShownLinks {
  return {
    resolve(address) {
      const target = links(address, file);
      if (target.kind === 'broken') return undefined;
      return target.kind === 'site' ? below(target.path) : address;
    },
    sizeOf(address) {
      const target = links(address, file);
      const { width, height } = (target.kind === 'site' && target.file) || {};
      return width && height ? { width, height } : undefined;
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
