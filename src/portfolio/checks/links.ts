import { resolveLink } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import { referencesOf } from '#case-study/references.ts';
import type { LooseReference, WrittenLink } from '#case-study/written-links.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { portfolioProblem } from '../codes.ts';
import type { Portfolio } from '../portfolio.ts';
import { allRecords, logWith } from '../records.ts';
import { linksOfRecord } from '../written-links.ts';
import type { Check } from './check.ts';

/** Every link and picture of every study and record leads somewhere that the site has. */
export const checkLinks: Check = function* ({ portfolio }) {
  for (const { study } of portfolio.studies) {
    for (const { source, links, looseReferences: loose } of study.pages) {
      yield* problemsOf(portfolio, source, links);
      yield* loose.map(undefinedReference);
    }
    for (const { list, name, span } of referencesOf(study, 'link')) {
      const target = portfolio.links(name, study.listFiles.get(list)?.source.name ?? '');
      if (target.kind !== 'broken') continue;
      const { hint, rename } = target;
      yield portfolioProblem(target.code, target.message, span, { hint, rename });
    }
  }
  for (const record of allRecords(portfolio)) {
    const { links, loose } = linksOfRecord(record);
    const told = toldElsewhere(portfolio, record);
    const others = links.filter(({ whole }) => !told.has(whole.start));
    yield* problemsOf(portfolio, record.source, others);
    yield* loose.map(undefinedReference);
  }
};

function* problemsOf(
  portfolio: Portfolio,
  source: Source,
  written: readonly WrittenLink[],
): Iterable<Diagnostic> {
  for (const { kind, address, span } of written) {
    const target = portfolio.links(address, source.name);
    if (target.kind === 'broken') {
      const isPicture = kind === 'image' && target.code === 'unknown-link';
      const code = isPicture ? 'missing-image' : target.code;
      const { hint, rename } = target;
      yield portfolioProblem(code, target.message, span, { hint, rename });
    } else if (kind === 'image' && target.kind === 'site' && !isPicturePath(target.path)) {
      yield portfolioProblem('missing-image', `\`${address}\` is no picture.`, span);
    } else if (target.kind === 'site' && target.file) {
      const { fault, left = [] } = target.file;
      if (fault !== undefined)
        yield portfolioProblem('bad-picture', `\`${address}\` is not published: ${fault}.`, span);
      else if (left.length > 0) {
        const message = `\`${address}\` is published without ${left.join(', ')}.`;
        yield portfolioProblem('cleaned-picture', message, span);
      }
    }
  }
}

function isPicturePath(path: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#]|$)/i.test(path);
}

function undefinedReference({ label, span }: LooseReference): Diagnostic {
  return portfolioProblem('unknown-link', `No line of the file says where \`${label}\` is.`, span, {
    hint: `Add one: \`[${label}]: https://…\`.`,
  });
}

/** Where links stand that the log's own rules and ties to elements and bills are about. */
function toldElsewhere(portfolio: Portfolio, record: AdrRecord): ReadonlySet<number> {
  const { links, ties } = record;
  const log = logWith(portfolio, record);
  return new Set([
    ...links
      .filter((link) => resolveLink(log, link).kind !== 'outside')
      .map(({ span }) => span.start),
    ...[...ties.elements, ...ties.costs].map(({ span }) => span.start),
  ]);
}
