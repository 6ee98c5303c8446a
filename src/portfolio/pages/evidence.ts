import type { Evidence } from '#case-study/portfolio-lists/evidence.ts';
import {
  EVIDENCE_LISTS,
  type EvidenceGroup,
  type EvidenceList,
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

/** A list of what is asked, as a section of the page. */
export interface EvidenceSection {
  readonly id: EvidenceList;
  readonly title: string;
  readonly sentence: string;
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
}

const HEADS: Readonly<Record<EvidenceList, readonly [title: string, sentence: string]>> = {
  pillars: ['Pillars, and what each has to leave', 'Something that can be shown, for each.'],
  flagship: ['The flagship, and every study', 'Artifacts, decisions to defend, and answers.'],
  tiers: ['Technologies by depth', 'The depth shown here is counted from what is linked.'],
  tracker: ['Week by week', 'Eight blocks of two weeks.'],
  metrics: ['Measures of success', 'Counted from this portfolio where they can be.'],
  modules: ['Modules of the manual', 'Task by task, with what the manual says about each.'],
  rules: ['Rules and goals', 'Which of them this portfolio keeps.'],
  challenge: ['Thirty days', 'Targets beside what they come to, then day by day.'],
};

export function evidencePage(portfolio: Portfolio): EvidencePage {
  const { evidence } = portfolio.lists.values;
  const sections = EVIDENCE_LISTS.map((id): EvidenceSection => {
    const groups = evidenceGroups(portfolio, id);
    const [title, sentence] = HEADS[id];
    return { id, title, sentence, groups, tally: sumOf(groups.map(({ tally }) => tally)) };
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
  };
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
