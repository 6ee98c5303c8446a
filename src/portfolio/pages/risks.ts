import { type Risk, riskScore, type Severity, severityOf } from '#case-study/lists/risks.ts';
import { studyPath } from '../addresses.ts';
import type { Portfolio } from '../portfolio.ts';
import { byWeight, type RiskEntry } from '../risks.ts';
import type { MaybeLink, PageLink } from './links.ts';

/** A risk as tables show it. */
export interface RiskRow
  extends Pick<
    Risk,
    'id' | 'title' | 'likelihood' | 'impact' | 'owner' | 'response' | 'mitigation' | 'status'
  > {
  readonly score: number;
  readonly severity: Severity;
  readonly elements: readonly MaybeLink[];
  /** The study that tells of it. */
  readonly study: PageLink;
}

/** Risks as rows of a table, each once, weightiest first. */
export function riskRows({ addresses }: Portfolio, entries: readonly RiskEntry[]): RiskRow[] {
  return [...new Set(entries)].toSorted(byWeight).map(({ risk, study, elements }) => ({
    ...risk,
    score: riskScore(risk),
    severity: severityOf(riskScore(risk)),
    elements: elements.map(({ id, name }) => {
      const href = addresses.element(id);
      return { text: name, ...(href && { href }) };
    }),
    study: { text: study.meta.name ?? study.meta.title, href: studyPath(study.slug) },
  }));
}
