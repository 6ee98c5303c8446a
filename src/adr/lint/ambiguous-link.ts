import { finding } from '../codes.ts';
import { resolveLink } from '../log.ts';
import type { LintRule } from './rule.ts';

/** A link by number alone, where several records have that number. */
export const ambiguousLink: LintRule = (log) =>
  log.records.flatMap(({ links }) =>
    links.flatMap((link) => {
      const target = resolveLink(log, link);
      if (target.kind !== 'ambiguous' || link.file !== undefined) return [];
      const files = target.records.map(({ file }) => `\`${file}\``).join(' or ');
      return [
        finding(
          'adr-ambiguous-link',
          `Several records have the number ${link.number}.`,
          link.span,
          {
            hint: `Link to the file: ${files}.`,
          },
        ),
      ];
    }),
  );
