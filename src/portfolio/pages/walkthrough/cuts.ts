import { CUT_NAMES, type Cut, cutSeconds } from '#case-study/lists/walkthrough.ts';
import { walkthroughPath } from '../../addresses.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import type { PageLink } from '../links.ts';

/** A length of a walkthrough as a link. */
export interface CutLink extends PageLink {
  readonly current: boolean;
}

/** The lengths that a study has stops for, the shortest first. */
export function cutsOf({ study }: Pick<StudyEntry, 'study'>): Cut[] {
  return CUT_NAMES.filter((cut) => cutSeconds(study.walkthrough, cut) > 0);
}

/** `5-min` as `5 minutes`. */
export function cutLength(cut: Cut): string {
  return cut.replace('-min', ' minutes');
}

/** Links to the walkthroughs of a study; `current` is the one that is on. */
export function cutLinks(entry: Pick<StudyEntry, 'study'>, current?: Cut): CutLink[] {
  return cutsOf(entry).map((cut) => ({
    text: cutLength(cut),
    href: walkthroughPath(entry.study.slug, cut),
    current: cut === current,
  }));
}

/** Paths of all walkthroughs; what a speaker has in front of them is listed nowhere. */
export function walkthroughPaths({ studies }: Pick<Portfolio, 'studies'>): string[] {
  return studies.flatMap((entry) => cutLinks(entry).map(({ href }) => href));
}
