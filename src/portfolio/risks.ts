import { type Risk, riskScore, type Severity, severityOf } from '#case-study/lists/risks.ts';
import type { Study } from '#case-study/study.ts';
import type { Element } from '#model/elements.ts';
import { type ElementId, Identifier } from '#model/ids.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';

/** A risk with the study that tells of it and the elements that it threatens. */
export interface RiskEntry {
  readonly risk: Risk;
  readonly study: Study;
  readonly elements: readonly Element[];
}

/** The weightiest first; what is mitigated weighs less than all that is not. */
export function byWeight({ risk: a }: RiskEntry, { risk: b }: RiskEntry): number {
  const ended = Number(a.status === 'mitigated') - Number(b.status === 'mitigated');
  return ended || riskScore(b) - riskScore(a);
}

/** The risks that a study tells of, in its order. */
export function risksOf(index: WorkspaceIndex, study: Study): RiskEntry[] {
  return study.risks.map((risk) => ({
    risk,
    study,
    elements: risk.elements.flatMap((name) => index.byIdentifier(Identifier(name)) ?? []),
  }));
}

/** The risks of elements by id, weightiest first: an element has those of its parts as well. */
export function risksByElement(
  index: WorkspaceIndex,
  studies: readonly Study[],
): ReadonlyMap<ElementId, readonly RiskEntry[]> {
  const entries = studies.flatMap((study) => risksOf(index, study)).toSorted(byWeight);
  const found = new Map<ElementId, RiskEntry[]>();
  for (const entry of entries) {
    const lineages = entry.elements.flatMap(({ id }) => index.lineage(id));
    const threatened = new Set(lineages.map(({ id }) => id));
    for (const id of threatened) found.set(id, [...(found.get(id) ?? []), entry]);
  }
  return found;
}

/** The risks of an element and of its parts, weightiest first; an instance has those of what it runs. */
export function risksOn(
  {
    index,
    risks,
  }: {
    readonly index: WorkspaceIndex;
    readonly risks: ReadonlyMap<ElementId, readonly RiskEntry[]>;
  },
  element: Element,
): readonly RiskEntry[] {
  return risks.get(element.id) ?? risks.get(staticElement(index, element).id) ?? [];
}

/** What some risks come to: those that are mitigated no longer count. */
export interface RiskSummary {
  readonly count: number;
  /** The highest score. */
  readonly score: number;
  readonly severity: Severity;
  /** `R2 · 12 high` */
  readonly text: string;
}

/** Nothing where no risk counts. */
export function riskSummary(entries: readonly RiskEntry[]): RiskSummary | undefined {
  const scores = entries
    .filter(({ risk }) => risk.status !== 'mitigated')
    .map(({ risk }) => riskScore(risk));
  if (scores.length === 0) return undefined;
  const score = Math.max(...scores);
  const severity = severityOf(score);
  const count = scores.length;
  return { count, score, severity, text: `R${count} · ${score} ${severity}` };
}
