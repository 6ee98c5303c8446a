import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../../codes.ts';
import type { Portfolio } from '../../portfolio.ts';
import { type ReviewAnchor, reviewAnchors } from './anchors.ts';
import type { ReadReview, ReviewComment } from './comments.ts';

/** A comment with the place that it is about, where that is still there. */
export interface PlacedComment {
  readonly comment: ReviewComment;
  readonly anchor: ReviewAnchor | undefined;
}

/**
 * Finds the places of a review's comments. Those of another study count as well: a reviewer may have
 * followed a link. Places that are no more are findings, as is a study that is not there.
 */
export function checkReview(
  portfolio: Portfolio,
  { study, comments }: ReadReview,
): { readonly comments: readonly PlacedComment[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const anchors = new Map(
    portfolio.studies
      .flatMap((entry) => reviewAnchors(portfolio, entry))
      .map((anchor) => [anchor.address, anchor]),
  );
  const slugs = portfolio.studies.map((entry) => entry.study.slug);
  const [first] = comments;
  if (study !== undefined && !slugs.includes(study) && first) {
    const { source } = first.span;
    const start = Math.max(0, source.text.indexOf(study));
    const span = { source, start, end: start + study.length };
    diagnostics.push(
      portfolioProblem('unknown-study', `There is no study \`${study}\`.`, span, {
        hint: didYouMean(study, slugs) ?? `There are ${slugs.join(', ')}.`,
      }),
    );
  }
  const placed = comments.map((comment): PlacedComment => {
    const anchor = anchors.get(comment.address) ?? anchors.get(decoded(comment.address));
    if (!anchor) {
      const message = `\`${comment.address}\` is no place of a study any more.`;
      const near = didYouMean(comment.address, [...anchors.keys()]);
      diagnostics.push(
        portfolioProblem('vanished-anchor', message, comment.span, { ...(near && { hint: near }) }),
      );
    }
    return { comment, anchor };
  });
  return { comments: placed, diagnostics };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
