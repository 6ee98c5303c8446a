import { type AdrLog, effectiveStatus, resolveLink } from '../log.ts';
import type { AdrLink, AdrRecord, Located } from '../record.ts';

/** What `--json` says about a record. */
export function recordJson(log: AdrLog, record: AdrRecord) {
  const { id, number, title, format, status, date, source } = record;
  return {
    id,
    number: number ?? null,
    title,
    path: source.name,
    format,
    status: { kind: status.kind, label: status.label, effective: effectiveStatus(log, record) },
    date: date?.iso ?? null,
    deciders: record.deciders.map(text),
    tags: record.tags.map(text),
    supersedes: targets(log, record.supersedes),
    supersededBy: targets(log, record.supersededBy),
    amends: targets(log, record.amends),
    amendedBy: targets(log, record.amendedBy),
  };
}

/** What `adr show --json` adds: the parts of the text. */
export function fullRecordJson(log: AdrLog, record: AdrRecord) {
  const { consequences } = record;
  return {
    ...recordJson(log, record),
    options: record.options.map(({ name, description, chosen, pros, cons, neutral }) => ({
      name,
      description,
      chosen,
      pros: pros.map(text),
      cons: cons.map(text),
      neutral: neutral.map(text),
    })),
    chosen: record.chosen?.text ?? null,
    consequences: consequences
      ? {
          gained: consequences.gained.map(text),
          givenUp: consequences.givenUp.map(text),
          neutral: consequences.neutral.map(text),
          unsorted: consequences.unsorted.map(text),
        }
      : null,
    elements: record.ties.elements.map(text),
    relationships: record.ties.relationships.map(({ source, destination }) => ({
      source,
      destination,
    })),
    costs: record.ties.costs.map(text),
    sections: record.sections.map(({ heading, role, markdown }) => ({ heading, role, markdown })),
  };
}

/** Ids of the records that links lead to; the address as written for those that lead nowhere. */
function targets(log: AdrLog, links: readonly AdrLink[]): string[] {
  return links.map((link) => {
    const target = resolveLink(log, link);
    return target.kind === 'record' ? target.record.id : (link.href ?? link.text);
  });
}

function text(located: Located): string {
  return located.text;
}
