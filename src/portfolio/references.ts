import { LISTS, type ListName } from '#case-study/lists/table.ts';
import type { NamedKind } from '#case-study/portfolio-lists/fields.ts';
import type { AuditedClaim } from '#cost/audit/report.ts';
import type { DiagnosticDetail } from '#diagnostics/diagnostic.ts';
import { meant } from '#diagnostics/suggest.ts';
import { Identifier, ViewKey } from '#model/ids.ts';
import { viewTitle } from '#views/titles.ts';
import { costPath, pitchPath, studyPath } from './addresses.ts';
import type { PortfolioCode } from './codes.ts';
import { partCost } from './costs.ts';
import type { LinkTarget } from './link-target.ts';
import { anchorOfList } from './links.ts';
import type { PageLink } from './pages/links.ts';
import type { Portfolio, StudyEntry } from './portfolio.ts';
import { practiceNames } from './practice-names.ts';
import { recordOf } from './records.ts';
import { printed } from './speech/figure-texts.ts';

/** What a name of a portfolio-wide list leads to, with the words of its link; or why it leads nowhere. */
export type NamedTarget =
  | { readonly kind: 'found'; readonly link: PageLink }
  | ({ readonly kind: 'broken'; readonly code: PortfolioCode; readonly message: string } & Pick<
      DiagnosticDetail,
      'hint' | 'rename'
    >);

/** Works out what a name means, by its kind. */
export function namedTarget(portfolio: Portfolio, kind: NamedKind, name: string): NamedTarget {
  return FINDERS[kind](portfolio, name);
}

const FINDERS: Readonly<Record<NamedKind, (portfolio: Portfolio, name: string) => NamedTarget>> = {
  view(portfolio, key) {
    const view = portfolio.index.view(ViewKey(key));
    return linked(portfolio.links(`view:${key}`, ''), view && viewTitle(portfolio.index, view));
  },
  decision(portfolio, number) {
    const record = recordOf(portfolio.log, number);
    return linked(
      portfolio.links(`adr:${number}`, ''),
      record && `${record.number}. ${record.title}`,
    );
  },
  element(portfolio, identifier) {
    const element = portfolio.index.byIdentifier(Identifier(identifier));
    return linked(portfolio.links(`element:${identifier}`, ''), element?.name);
  },
  page(portfolio, name) {
    const [, slug = '', page = 'index', part = ''] =
      /^([^/#]+)(?:\/([^#]+))?(#.*)?$/.exec(name) ?? [];
    const entry = studyCalled(portfolio, slug);
    if (!('study' in entry)) return entry;
    const target = portfolio.links(`${studyPath(slug, page)}${part}`, '');
    const found = entry.study.pages.find((one) => one.name === page);
    if (!found) {
      if (target.kind !== 'broken')
        return linked(target, `${titleOf(entry)}: ${page === 'schema' ? 'tables' : page}`);
      const known = entry.study.pages.map((one) => one.name);
      const message = `The study \`${slug}\` has no page \`${page}\`.`;
      return broken('unknown-link', message, page, known, 'Its pages are');
    }
    const heading = found.headings.find(({ id }) => `#${id}` === part);
    return linked(target, `${titleOf(entry)}: ${heading?.text ?? found.meta.title}`);
  },
  cost({ costs }, name) {
    const [model = '', part] = name.split(/\/(.*)/s);
    const cost = costs.find(({ id }) => id === model);
    if (!cost) {
      const known = costs.map(({ id }) => id);
      const message = `No cost model has the id \`${model}\`.`;
      return { kind: 'broken', code: 'unknown-cost-model', message, ...meant(model, known) };
    }
    if (part === undefined) return found(`${cost.title}: cost`, costPath(model));
    if (partCost(cost, part) !== undefined)
      return found(`${cost.title}: cost of ${part}`, costPath(model));
    const parts = cost.large.components.map(({ id }) => id);
    const lines = cost.large.components.flatMap((one) => one.lines.map(({ id }) => id));
    const message = `The model \`${model}\` has no part and no line \`${part}\`.`;
    const hint = `Its parts are ${parts.join(', ')}.`;
    const near = meant(part, [...parts, ...lines]);
    return { kind: 'broken', code: 'unknown-cost-line', message, hint, ...near };
  },
  entry(portfolio, name) {
    const [, slug = '', list = '', id = ''] = /^([^/]+)\/([^#]+)#(.*)$/.exec(name) ?? [];
    const study = studyCalled(portfolio, slug);
    return 'study' in study ? entryOf(study, list, id) : study;
  },
  benchmark(portfolio, name) {
    const [, slug = '', id = ''] = /^([^#]+)#(.*)$/.exec(name) ?? [];
    const study = studyCalled(portfolio, slug);
    return 'study' in study ? entryOf(study, 'benchmarks', id) : study;
  },
  claim(portfolio, name) {
    const [, slug = '', estimate = '', id = ''] = /^([^/]+)\/([^#]+)#(.*)$/.exec(name) ?? [];
    const study = studyCalled(portfolio, slug);
    if (!('study' in study)) return study;
    const target = entryOf(study, 'claims', estimate);
    if (target.kind === 'broken') return target;
    const claim = auditedClaim(portfolio, name);
    if (claim) return found(`${titleOf(study)}: ${claim.label}`, target.link.href);
    const known = claimsOf(portfolio, slug, estimate).map((one) => one.id);
    const message = `The estimate \`${estimate}\` has no claim \`${id}\`.`;
    return broken('unknown-entry', message, id, known, 'Its claims are');
  },
  pitch({ lists }, id) {
    const { pitches } = lists.values.interview;
    const pitch = pitches.find((one) => one.id === id);
    if (pitch) return found(`Pitch: ${pitch.title}`, pitchPath(id));
    const known = pitches.map((one) => one.id);
    const message = `\`interview.yaml\` has no pitch \`${id}\`.`;
    return broken('unknown-entry', message, id, known, 'Its pitches are');
  },
  practice({ lists }, name) {
    const names = practiceNames(lists.values.practice);
    const link = names.get(name);
    if (link) return { kind: 'found', link };
    const known = [...names.keys()];
    const message = `\`practice.yaml\` has no question \`${name}\`.`;
    return broken('unknown-entry', message, name, known, 'It has');
  },
};

/** A claim beside what it comes to, by its name `shop/targets#memory`. */
export function auditedClaim(portfolio: Portfolio, name: string): AuditedClaim | undefined {
  const [, slug = '', estimate = '', id = ''] = /^([^/]+)\/([^#]+)#(.*)$/.exec(name) ?? [];
  return claimsOf(portfolio, slug, estimate).find((claim) => claim.id === id);
}

function claimsOf({ audits }: Portfolio, slug: string, estimate: string): AuditedClaim[] {
  const own = audits.find(({ study }) => study.slug === slug)?.estimates ?? [];
  return own
    .filter(({ id }) => id === estimate)
    .flatMap(({ lines, checks }) => [...lines, ...checks]);
}

/** A name that leads nowhere, with the names that there are, and the one that was most likely meant. */
function broken(
  code: PortfolioCode,
  message: string,
  name: string,
  known: readonly string[],
  lead: string,
): NamedTarget {
  const hint = known.length > 0 ? `${lead} ${known.join(', ')}.` : 'The list is empty.';
  return { kind: 'broken', code, message, hint, ...meant(name, known) };
}

function found(text: string, href: string): NamedTarget {
  return { kind: 'found', link: { text: printed(text), href } };
}

/** A target of the site's links, with its words where it is there. */
function linked(target: LinkTarget, text: string | undefined): NamedTarget {
  if (target.kind === 'broken') return target;
  return found(text ?? '', target.kind === 'site' ? target.path : '');
}

function titleOf({ study: { meta } }: StudyEntry): string {
  return meta.name ?? meta.title;
}

function studyCalled({ studies }: Portfolio, slug: string): StudyEntry | NamedTarget {
  const entry = studies.find(({ study }) => study.slug === slug);
  if (entry) return entry;
  const known = studies.map(({ study }) => study.slug);
  return broken('unknown-study', `No case study is called \`${slug}\`.`, slug, known, 'Studies:');
}

/** An entry of a typed list, where the study shows that. */
function entryOf(entry: StudyEntry, list: string, id: string): NamedTarget {
  const { study } = entry;
  const names = Object.keys(LISTS);
  const stem = names.find((name): name is ListName => name === list);
  if (stem === undefined) {
    const message = `A study has no list \`${list}\`.`;
    return broken('unknown-entry', message, list, names, 'Lists:');
  }
  const entries = entriesOf(study.listFiles.get(stem)?.located.value);
  const one = entries.find((each) => each.id === id);
  if (!one) {
    const known = entries.map((each) => each.id);
    const message = `\`${list}.yaml\` of the study \`${study.slug}\` has no entry \`${id}\`.`;
    return broken('unknown-entry', message, id, known, 'Its entries are');
  }
  const { component, only, anchor } = shownBy(stem);
  const page = study.pages.find(({ references }) =>
    references.some((use) => {
      const asked = only === undefined ? undefined : use.attributes[only];
      return use.component === component && (asked === undefined || asked === id);
    }),
  );
  const href = studyPath(study.slug, page?.name ?? 'index');
  const part = page && anchor !== undefined ? `#${anchor}-${id}` : '';
  return found(`${titleOf(entry)}: ${one.title ?? id}`, href + part);
}

/** The component that shows a list, its attribute that asks for one entry, and what anchors begin with. */
function shownBy(stem: ListName): {
  readonly component: string;
  readonly only?: string;
  readonly anchor: string | undefined;
} {
  if (stem === 'claims') return { component: 'Audit', only: 'estimate', anchor: 'claims' };
  if (stem === 'benchmarks') return { component: 'Benchmarks', only: 'of', anchor: 'benchmark' };
  const component = stem.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { component, anchor: anchorOfList(stem) };
}

/** The entries of a list as they are written, each with what it is called. */
function entriesOf(list: unknown): { readonly id: string; readonly title: string | undefined }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const textOf = (key: string): string | undefined => {
      const value: unknown = Reflect.get(entry, key);
      return typeof value === 'string' ? value : undefined;
    };
    const id = textOf('id');
    const title = ['title', 'name', 'quality', 'question', 'what'].map(textOf).find(Boolean);
    return id === undefined ? [] : [{ id, title }];
  });
}
