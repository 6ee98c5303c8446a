import type { AdrLog } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import type { Element } from '#model/elements.ts';
import type { ElementId } from '#model/ids.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';

/**
 * The addresses of pages: paths from the site's root, without its base, with a slash at both ends.
 * They depend on names that the author chose, so that they stay when a line is added elsewhere.
 */
export interface Addresses {
  /** The page of an element; an instance has that of what it is an instance of. */
  element(id: ElementId): string | undefined;
  /** Every element with a page of its own, in model order. */
  readonly elements: ReadonlyMap<ElementId, string>;
  /** The page of a decision. */
  record(record: AdrRecord): string;
}

/** Where the contents of the site stand, by kind; with scripts the link there opens the search. */
export const SEARCH_PATH = '/search/';
export const viewPath = (key: string) => `/views/${key}/`;
export const viewFilePath = (key: string) => `/views/${key}.svg`;
export const adrPath = (id: string) => `/adrs/${encodeURIComponent(id)}/`;
export const costPath = (model?: string) =>
  model === undefined ? '/cost/' : `/cost/${encodeURIComponent(model)}/`;
export const evidencePath = () => '/evidence/';
export const auditPath = () => '/cost/audit/';
export const PRACTICE_PATH = '/practice/';
/** The practice page with the questions about a study alone, of one kind where it is given. */
export const practicePath = (study: string, kind?: string) =>
  `${PRACTICE_PATH}?study=${encodeURIComponent(study)}${kind === undefined ? '' : `&kind=${kind}`}`;
/** A pitch, on the page about the author. */
export const pitchPath = (id: string) => `/about/#pitch-${encodeURIComponent(id)}`;
export const studyPath = (slug: string, page = 'index') =>
  page === 'index'
    ? `/case-studies/${encodeURIComponent(slug)}/`
    : `/case-studies/${encodeURIComponent(slug)}/${encodeURIComponent(page)}/`;

/** A walkthrough of a study, in one of its lengths; a stop is its anchor. */
export const walkthroughPath = (slug: string, cut: string) =>
  `/walkthrough/${encodeURIComponent(slug)}/${cut}/`;
/** What its speaker has in front of them. */
export const presenterPath = (slug: string, cut: string) =>
  `${walkthroughPath(slug, cut)}presenter/`;
/** The posts with their pictures, and the plan that they follow. */
export const SHARE_PATH = '/share/';
/** What a post is shown with: its card, or its carousel. */
export const postPicturePath = (study: string, id: string, kind: 'png' | 'pdf') =>
  `${SHARE_PATH}${encodeURIComponent(study)}/${encodeURIComponent(id)}.${kind}`;
/** The plan as a calendar. */
export const CALENDAR_PATH = '/calendar.ics';

/** The tables of a study's database. */
export const schemaPath = (slug: string) => studyPath(slug, 'schema');

/** A study on one page, for a reviewer, and its frozen states. */
export const reviewPath = (slug: string) => `/review/${encodeURIComponent(slug)}/`;
export const frozenPath = (slug: string, digest: string) => `${reviewPath(slug)}${digest}/`;

/** Whether a path is that of a frozen review, which nothing may change. */
export function isFrozen(path: string): boolean {
  return /^\/review\/[^/]+\/[0-9a-f]{16}\/(?:index\.html)?$/.test(path);
}

/** The page of a walkthrough's speaker. */
const PRESENTER = /^\/walkthrough\/[^/]+\/[^/]+\/presenter\/$/;

/** Whether a page stays out of search engines, the sitemap and the site's own search. */
export function isUnlisted(path: string): boolean {
  const alone = path === '/404.html' || path === SHARE_PATH;
  return alone || path.startsWith('/review/') || PRESENTER.test(path);
}

/** What stands in the address of a drawing on a page of a study, and of a part of a bill. */
export const figureId = (view: string) => `fig-${view}`;
export const costPartId = (component: string) => `part-${component}`;

/**
 * Works out the addresses of all elements of a workspace, and of the decisions in logs beside the
 * portfolio's own.
 */
export function addressesOf(
  index: WorkspaceIndex,
  logs: readonly { readonly element?: Element; readonly log: AdrLog }[] = [],
): Addresses {
  const elements = new Map<ElementId, string>();
  const taken = new Set<string>();
  const own = index.workspace.elements.filter((element) => !('instanceOf' in element));
  // Identifiers first: an element without one must not take the address that another's author chose.
  const [named, anonymous] = [own.filter(hasIdentifier), own.filter((one) => !hasIdentifier(one))];
  const paths = new Map(
    [...named, ...anonymous].map((element) => [
      element.id,
      unique(elementSteps(index, element), element.kind, taken),
    ]),
  );
  for (const { id } of own) elements.set(id, paths.get(id) ?? '');
  const address = (id: ElementId) => {
    const element = index.element(id);
    return element && elements.get(staticElement(index, element).id);
  };
  const records = new Map<AdrRecord, string>();
  for (const { element, log } of logs) {
    const holder = (element && address(element.id)?.replace('/elements/', '')) ?? '';
    for (const record of log.records) {
      records.set(record, `/decisions/${holder}${encodeURIComponent(record.id)}/`);
    }
  }
  return {
    elements,
    element: address,
    record: (record) => records.get(record) ?? adrPath(record.id),
  };
}

function hasIdentifier({ identifier }: Element): boolean {
  return identifier !== undefined && identifier !== '';
}

/** Identifier, its dots as slashes; without one the names of what holds the element, and its own. */
function elementSteps(index: WorkspaceIndex, element: Element): string[] {
  if (element.identifier) return element.identifier.split('.').map(slug);
  const [, holder] = index.lineage(element.id);
  const outer =
    holder === undefined
      ? 'environment' in element
        ? [slug(element.environment)]
        : []
      : elementSteps(index, holder);
  return [...outer, slug(element.name)];
}

/** A person and a system may share a name: the later one then says its kind. */
function unique(steps: readonly string[], kind: string, taken: Set<string>): string {
  const plain = `/elements/${steps.join('/')}/`;
  let path = plain;
  if (taken.has(path.toLowerCase())) path = plain.replace(/\/$/, `-${slug(kind)}/`);
  for (let count = 2; taken.has(path.toLowerCase()); count++) {
    path = plain.replace(/\/$/, `-${slug(kind)}-${count}/`);
  }
  taken.add(path.toLowerCase());
  return path;
}

/** A name as a step of an address: letters and digits of any script, all else as single hyphens. */
export function slug(name: string): string {
  const words = name.normalize('NFC').replace(/[^\p{L}\p{N}_]+/gu, '-');
  return encodeURIComponent(words.replace(/^-+|-+$/g, '') || '-');
}
