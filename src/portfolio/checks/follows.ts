import type { COST_CODES } from '#cost/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { PortfolioCode } from '../codes.ts';
import { anchorOfList } from '../links.ts';
import type { CheckInput, Part } from './check.ts';

/** What may be found only because a part could not be read: it says nothing new then. */
const FOLLOWS: Readonly<Record<Part, readonly (PortfolioCode | keyof typeof COST_CODES)[]>> = {
  workspace: [
    'unknown-element',
    'unknown-relationship',
    'unconnected-event',
    'unlisted-event',
    'unknown-view',
    'unknown-link',
    'unknown-anchor',
    'missing-artifact',
    'decision-without-subject',
  ],
  models: [
    'unknown-cost-line',
    'unknown-cost-model',
    'unknown-link',
    'claim-model',
    'unknown-subject',
    'missing-artifact',
    'element-without-cost',
  ],
};

/** Whether a finding may be there only because of an error that is told already. */
export function follows(
  { unread = [], unreadFiles = [] }: Pick<CheckInput, 'unread' | 'unreadFiles'>,
  found: Diagnostic,
): boolean {
  const codes: readonly string[] = unread.flatMap((part) => FOLLOWS[part]);
  return codes.includes(found.code) || unreadFiles.some((file) => isMissed(file, found));
}

/** Whether a finding is about a file or a list that has errors: what it holds may be unknown. */
function isMissed(file: string, { code, span, message }: Diagnostic): boolean {
  if (!span) return false;
  const [, slug = '', stem = ''] = /([^/]+)\/([^/]+?)(?:\.[^.]*)?$/.exec(file) ?? [];
  const isBeside = file.startsWith(span.source.name.replace(/[^/]*$/, ''));
  const words = span.source.text.slice(span.start, span.end);
  const isNamed = words.includes(slug) || (isBeside && words.includes(stem));
  switch (code) {
    case 'missing-artifact':
      return isBeside;
    case 'unknown-requirement':
      return isBeside && stem === 'nfrs';
    case 'unknown-story':
      return isBeside && stem === 'stories';
    case 'unknown-subject':
      return (
        stem === 'visibility' ||
        (stem === 'failure-modes' && span.source.name.includes(`/${slug}/posts/`))
      );
    case 'unknown-entry':
      return message.startsWith(`\`${stem}.yaml\``) && (isBeside || words.includes(slug));
    case 'unknown-study':
    case 'unknown-link':
      return isNamed;
    case 'unknown-anchor':
      return isNamed || words.includes(`#${anchorOfList(stem)}-`);
    default:
      return false;
  }
}
