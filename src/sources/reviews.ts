import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import {
  dateOf,
  digestedText,
  type FrozenReview,
  frozenName,
  readFrozenName,
} from '#portfolio/pages/review/frozen.ts';
import { sourceProblem } from './codes.ts';
import { filesIn } from './entries.ts';

/** Where the frozen reviews of a study stand, from the content's root. */
export const reviewsFolder = (slug: string) => `case-studies/${slug}/reviews`;

/** A digest as names of frozen reviews have it. */
export function reviewDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The frozen reviews of some studies; one that was changed is an error, since it must not change. */
export function loadReviews(
  root: string,
  slugs: readonly string[],
): { readonly reviews: readonly FrozenReview[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const reviews = slugs.flatMap((study) => {
    const folder = reviewsFolder(study);
    return filesIn(`${root}/${folder}`).flatMap((name): FrozenReview[] => {
      if (/^[._]|^readme\./i.test(name)) return [];
      const path = `${folder}/${name}`;
      const named = readFrozenName(name);
      if (!named) {
        diagnostics.push(misnamed(path));
        return [];
      }
      const text = readFileSync(`${root}/${path}`, 'utf8');
      const digest = reviewDigest(digestedText(text));
      if (digest === named.digest && dateOf(text) === named.date)
        return [{ study, path, ...named }];
      diagnostics.push(changed(new Source(path, text), frozenName(named.date, digest)));
      return [];
    });
  });
  return { reviews, diagnostics };
}

function misnamed(file: string): Diagnostic {
  return sourceProblem('review-name', 'No frozen review is named like this.', undefined, {
    file,
    hint: 'They are YYYY-MM-DD-<digest>.html, as `npm run review -- freeze` names them.',
  });
}

function changed(source: Source, name: string): Diagnostic {
  const message = 'The frozen review was changed after it was frozen.';
  return sourceProblem(
    'review-changed',
    message,
    { source, start: 0, end: 0 },
    {
      hint: `Take the file back from version control. What it holds now would be \`${name}\`.`,
    },
  );
}
