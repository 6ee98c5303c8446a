import { suggest } from '#diagnostics/suggest.ts';
import { finding } from '../codes.ts';
import { type AdrLog, resolveLink } from '../log.ts';
import { parseRecordName } from '../read/names.ts';
import type { AdrLink } from '../record.ts';
import type { LintRule } from './rule.ts';

/** A link to a file of the log that is not there, or to a number that no record has. */
export const danglingLink: LintRule = (log) =>
  log.records.flatMap(({ links }) =>
    links.flatMap((link) => {
      const target = resolveLink(log, link);
      const byNumber = target.kind === 'record' && !target.exact ? target.record : undefined;
      const isBroken =
        target.kind === 'nowhere' ||
        byNumber !== undefined ||
        (target.kind === 'ambiguous' && link.file !== undefined);
      if (!isBroken) return [];
      const meant = meantBy(log, link) ?? byNumber?.file;
      const hint = meant === undefined ? {} : { hint: `Did you mean \`${meant}\`?` };
      return [finding('adr-dangling-link', messageOf(link), link.span, hint)];
    }),
  );

function messageOf({ file, number, href }: AdrLink): string {
  if (file === undefined) return `No record of this log has the number ${number}.`;
  return `“${href ?? file}” is not in this log.`;
}

/** A record with the same words in its name, whatever its number, or with nearly the same name. */
function meantBy(log: AdrLog, { file }: AdrLink): string | undefined {
  if (file === undefined) return undefined;
  const { slug } = parseRecordName(file);
  const named = log.records.find((record) => record.slug === slug);
  return named?.file ?? suggest(file, log.byFile.keys());
}
