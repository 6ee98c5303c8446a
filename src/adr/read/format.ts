import type { AdrField, AdrFormat, AdrSection } from '../record.ts';
import { fieldNamed } from './front-matter.ts';
import type { RecordName } from './names.ts';
import { allSections } from './sections.ts';

/**
 * Which conventions a record follows. MADR is known by its headings; its versions by where they put
 * metadata and consequences: a list under the title (2), front matter (3, 4), `decision-makers` and
 * Confirmation (4). log4brains is MADR 2 in files named by date.
 */
export function formatOf(
  name: RecordName,
  frontMatter: readonly AdrField[],
  metadata: readonly AdrField[],
  sections: readonly AdrSection[],
): AdrFormat {
  const headings = new Set(allSections(sections).map(({ heading }) => normalize(heading)));
  const isMadr =
    headings.has('context and problem statement') ||
    headings.has('decision outcome') ||
    (headings.has('considered options') && !headings.has('decision'));
  if (isMadr) return madrVersion(headings, name, frontMatter, metadata);
  const nygard = ['status', 'context', 'decision', 'consequences'];
  return nygard.filter((heading) => headings.has(heading)).length >= 2 ? 'adr-tools' : 'other';
}

function madrVersion(
  headings: ReadonlySet<string>,
  name: RecordName,
  frontMatter: readonly AdrField[],
  metadata: readonly AdrField[],
): AdrFormat {
  const inList = fieldNamed(metadata, 'status', 'deciders', 'date') !== undefined;
  const split = headings.has('positive consequences') || headings.has('negative consequences');
  const inYaml = fieldNamed(frontMatter, 'status', 'date', 'deciders', 'consulted') !== undefined;
  if (fieldNamed(frontMatter, 'decision-makers') || headings.has('confirmation')) return 'madr4';
  if (inYaml) return 'madr3';
  if (inList || split) {
    return name.number === undefined && name.date && metadata.some(isLog4brains)
      ? 'log4brains'
      : 'madr2';
  }
  return 'madr3';
}

/** `- Status: accepted`: a hyphen, and no bold. */
function isLog4brains({ span }: AdrField): boolean {
  const before = span.source.text.slice(0, span.start);
  return /(?:^|\n)- (?:status|date|deciders): $/i.test(before.slice(-20));
}

function normalize(heading: string): string {
  return heading.toLowerCase().replace(/[:.\s]+$/, '');
}
