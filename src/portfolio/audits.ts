import type { Study } from '#case-study/study.ts';
import { auditEstimates, type Finding } from '#cost/audit/audit.ts';
import type { AuditedEstimate } from '#cost/audit/report.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import type { ModelCost } from './costs.ts';

/** What the texts behind a study claim, beside what it comes to. */
export interface StudyAudit {
  readonly study: Study;
  readonly estimates: readonly AuditedEstimate[];
  /** What is wrong with its `claims.yaml`. */
  readonly findings: readonly Finding[];
}

/** What claims are held against: price books by region, the region of the site, and its models. */
export interface AuditInputs {
  readonly books: ReadonlyMap<string, PriceBook>;
  readonly region: string;
  readonly costs: readonly ModelCost[];
}

/** The audits of the studies that have claims, in the order of the studies. */
export function auditsOf(
  studies: readonly Study[],
  { books, region, costs }: AuditInputs,
): StudyAudit[] {
  const models = costs.map(({ id }) => id);
  return studies
    .filter(({ claims }) => claims.length > 0)
    .map((study) => {
      const audit = auditEstimates(study.claims, {
        ...{ books, region, models },
        model(id = study.meta.costModel, users) {
          const cost = costs.find((one) => one.id === id);
          return cost ? (cost.reports.get(users) ?? 'unpriced') : 'unknown';
        },
      });
      return { study, ...audit };
    });
}

/** The numbers of users that claims ask models for, with the id of each model. */
export function usersOfClaims({
  claims,
  meta,
}: Study): { readonly model: string; readonly users: number }[] {
  return claims
    .flatMap(({ lines, checks }) => [...lines, ...checks])
    .flatMap(({ model }) => {
      const id = model?.id ?? meta.costModel;
      return model && id !== undefined ? [{ model: id, users: model.users }] : [];
    });
}
