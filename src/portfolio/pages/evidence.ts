import {
  EVIDENCE_LISTS,
  type Evidence,
  type EvidenceList,
  type EvidenceSectionName,
} from '#case-study/portfolio-lists/evidence.ts';
import {
  type EvidenceGroup,
  evidenceGroups,
  linksTo,
  markOf,
  sizeOf,
  sumOf,
  type Tally,
} from '../evidence.ts';
import type { Portfolio } from '../portfolio.ts';
import { auditedClaim, namedTarget } from '../references.ts';
import { figureText } from './audit.ts';
import type { PageLink } from './links.ts';

/** What stands above a section; the author's words before the usual ones. */
export interface SectionHead {
  readonly title: string;
  readonly sentence: string | undefined;
}

/** A list of what is asked, as a section of the page. */
export interface EvidenceSection extends SectionHead {
  readonly id: EvidenceList;
  readonly tally: Tally;
  readonly groups: readonly EvidenceGroup[];
}

/** A side of the author with its mark, and what the mark is made of. */
export interface Mark {
  readonly id: string;
  readonly title: string;
  readonly mark: number;
  readonly target: number;
  readonly tally: Tally;
  /** Each group that it counts, with its own counts. */
  readonly basis: readonly (PageLink & { readonly tally: Tally })[];
}

/** A target of a challenge beside what was reached. */
export interface TargetRow {
  readonly id: string;
  readonly asked: string;
  readonly target: string;
  /** None where nothing was measured. */
  readonly reached: string | undefined;
  readonly reason: string | undefined;
  readonly link: PageLink | undefined;
}

export interface ExperienceRow {
  readonly id: string;
  readonly experience: string;
  readonly adds: string;
  readonly story: string;
  readonly note: string | undefined;
  readonly links: readonly PageLink[];
}

/** A page that says what is asked of the author, and what of the portfolio shows it. */
export interface EvidencePage {
  readonly intro: string | undefined;
  readonly tally: Tally;
  readonly marks: readonly Mark[];
  readonly sections: readonly EvidenceSection[];
  readonly targets: readonly TargetRow[];
  readonly experience: readonly ExperienceRow[];
  readonly reading: Evidence['reading'];
  readonly heads: Readonly<Record<'scorecard' | 'experience' | 'reading', SectionHead>>;
}

const TITLES: Readonly<Record<EvidenceSectionName, string>> = {
  scorecard: 'Scorecard',
  pillars: 'Pillars and their artifacts',
  flagship: 'The flagship and every study',
  tiers: 'Technologies by depth',
  tracker: 'Progress by week',
  topics: 'Topics to master',
  projects: 'Projects to build',
  metrics: 'Measures of success',
  modules: 'Modules, task by task',
  rules: 'Rules and goals',
  challenge: 'The challenge, day by day',
  experience: 'From experience to story',
  reading: 'Reading',
};

export function evidencePage(portfolio: Portfolio): EvidencePage {
  const { evidence } = portfolio.lists.values;
  const headOf = (id: EvidenceSectionName) => sectionHead(portfolio, id);
  const sections = EVIDENCE_LISTS.map((id): EvidenceSection => {
    const groups = evidenceGroups(portfolio, id);
    return { id, ...headOf(id), groups, tally: sumOf(groups.map(({ tally }) => tally)) };
  }).filter(({ groups }) => groups.length > 0);
  return {
    intro: evidence.intro,
    tally: sumOf(sections.map(({ tally }) => tally)),
    marks: evidence.scorecard.map(({ id, title, target, counts }) => {
      const basis = counts.flatMap((name) => countedBy(sections, name));
      const tally = sumOf(basis.map((one) => one.tally));
      return { id, title, target, tally, basis, mark: markOf(tally, target) };
    }),
    sections,
    targets: evidence.challenge.flatMap(({ targets }) =>
      targets.map((target) => targetRow(portfolio, target)),
    ),
    experience: evidence.experience.map(({ id, experience, adds, story, note, shown }) => ({
      ...{ id, experience, adds, story, note },
      links: linksTo(portfolio, shown),
    })),
    reading: evidence.reading,
    heads: {
      scorecard: headOf('scorecard'),
      experience: headOf('experience'),
      reading: headOf('reading'),
    },
  };
}

/** What stands above a section. */
export function sectionHead({ lists }: Portfolio, id: EvidenceSectionName): SectionHead {
  const { title = TITLES[id], sentence } = lists.values.evidence.heads[id] ?? {};
  return { title, sentence };
}

/** What `modules` or `tiers/must` of a scorecard counts. */
function countedBy(
  sections: readonly EvidenceSection[],
  name: string,
): (PageLink & { readonly tally: Tally })[] {
  const [list, id] = name.split('/');
  const section = sections.find((one) => one.id === list);
  if (!section) return [];
  if (id === undefined) {
    return [{ text: section.title, href: `#${section.id}`, tally: section.tally }];
  }
  const group = section.groups.find((one) => one.id === id);
  if (!group) return [];
  return [{ text: group.title, href: `#${section.id}-${group.id}`, tally: group.tally }];
}

function targetRow(
  portfolio: Portfolio,
  { id, asked, claim: name }: Evidence['challenge'][number]['targets'][number],
): TargetRow {
  const claim = auditedClaim(portfolio, name);
  const place = namedTarget(portfolio, 'claim', name);
  return {
    id,
    asked,
    target: claim ? figureText(claim.claimed) : '',
    reached: claim?.computed && figureText(claim.computed),
    reason: claim?.reason,
    link: place.kind === 'found' ? place.link : undefined,
  };
}

/** Whether all that it counts is in there: `1 of 4 entries`. */
export function tallyText(tally: Tally): string {
  return [
    `${tally.shown} of ${sizeOf(tally)} shown`,
    ...(tally.part > 0 ? [`${tally.part} in part`] : []),
    ...(tally.open > 0 ? [`${tally.open} open`] : []),
  ].join(', ');
}
