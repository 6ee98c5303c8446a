import { ARTIFACT_IDS, ARTIFACTS, type Artifact } from '#case-study/artifacts.ts';
import type { PageLink } from './pages/links.ts';
import type { Portfolio, StudyEntry } from './portfolio.ts';
import { EVIDENCE } from './readiness-evidence.ts';

/**
 * What there is of an artifact. `later`: it is missing, and nobody asks for it: the study is a draft, or
 * the artifact is optional or asked of the flagship alone.
 */
export type Cell =
  | { readonly state: 'shown'; readonly links: readonly PageLink[] }
  | { readonly state: 'not-applicable'; readonly reason: string }
  | { readonly state: 'missing' | 'later'; readonly write: string };

/** An artifact that a study owes. */
export interface Gap {
  readonly artifact: Artifact;
  readonly name: string;
  readonly write: string;
}

/** An artifact over all studies. */
export interface ReadinessRow {
  readonly artifact: Artifact;
  readonly name: string;
  /** By the order of the studies. */
  readonly cells: readonly Cell[];
}

/** Artifacts that are asked of a flagship only. */
const OF_FLAGSHIP: readonly Artifact[] = ['rollout', 'pitch', 'deep-dive'];

/** Studies by artifacts, without those that the configuration takes out. */
export function readiness(portfolio: Portfolio): ReadinessRow[] {
  const { config, studies } = portfolio;
  return ARTIFACT_IDS.filter((artifact) => config.readiness[artifact] !== 'off').map(
    (artifact) => ({
      artifact,
      name: ARTIFACTS[artifact],
      cells: studies.map((entry) => cellOf(portfolio, entry, artifact)),
    }),
  );
}

function cellOf(portfolio: Portfolio, entry: StudyEntry, artifact: Artifact): Cell {
  const { find, write } = EVIDENCE[artifact];
  const { notApplicable, draft, flagship } = entry.study.meta;
  const links = find(entry, portfolio);
  if (links.length > 0) return { state: 'shown', links };
  const reason = notApplicable[artifact];
  if (reason !== undefined) return { state: 'not-applicable', reason };
  const wanted =
    portfolio.config.readiness[artifact] ??
    (OF_FLAGSHIP.includes(artifact) && !flagship ? 'optional' : 'required');
  return { state: wanted === 'required' && !draft ? 'missing' : 'later', write };
}
