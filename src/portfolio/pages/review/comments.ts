import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { portfolioProblem } from '../../codes.ts';

/** What a reviewer said about a place of a study. */
export interface ReviewComment {
  /** The place's address below the base. */
  readonly address: string;
  /** What the place was called when it was said. */
  readonly label: string;
  readonly text: string;
  /** The line that names the place. */
  readonly span: Span;
}

/** A review as its file has it. */
export interface ReadReview {
  /** The slug of the study. */
  readonly study: string | undefined;
  readonly comments: readonly ReviewComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `### 3. What breaks first · [`/case-studies/shop/#breaks`](https://…)`, also as it looks when it is
 * copied from a rendered page: without its marks, and without the address behind the link.
 */
const HEAD =
  /^[ \t]*(?:#{1,6}[ \t]+)?\d+\.[ \t]+(.+?)[ \t]+·[ \t]+\[?`?(\/[^\s`\]]*)`?(?:\]\([^)\s]*\))?[ \t]*$/u;
/** A heading of a comment whose place is gone: cut by a mail program, or by hand. */
const BROKEN_HEAD = /^[ \t]*#{1,6}[ \t]+\d+\.[ \t]+\S/u;
const STUDY = /^[ \t]*Study `?([^\s`,]+)`?,/mu;

/** Reads what a review page wrote, from a file, an issue or a mail. All findings at once. */
export function readComments(source: Source): ReadReview {
  const comments: ReviewComment[] = [];
  const diagnostics: Diagnostic[] = [];
  let current: { head: Omit<ReviewComment, 'text'>; lines: string[] } | undefined;
  const close = () => {
    if (current) comments.push({ ...current.head, text: wordsOf(current.lines) });
    current = undefined;
  };
  for (let line = 1; line <= source.lineCount; line++) {
    const text = source.lineText(line);
    const [, label, address] = HEAD.exec(text) ?? [];
    const start = source.offsetOfLine(line);
    const span = { source, start, end: start + text.length };
    if (label !== undefined && address !== undefined) {
      close();
      current = { head: { address, label, span }, lines: [] };
    } else if (BROKEN_HEAD.test(text)) {
      close();
      diagnostics.push(
        portfolioProblem('unreadable-comment', 'The comment does not say its place.', span, {
          hint: 'The line ends in `· /address`, as the review page wrote it.',
        }),
      );
    } else current?.lines.push(text);
  }
  close();
  if (comments.length === 0) {
    const span = { source, start: 0, end: source.lineText(1).length };
    diagnostics.push(
      portfolioProblem('review-without-comments', 'The file holds no comment of a review.', span, {
        hint: 'It takes what a review page copies or downloads: headings that end in `· /address`.',
      }),
    );
  }
  return { study: STUDY.exec(source.text)?.[1], comments, diagnostics };
}

/** The comment without the marks of a quotation. */
function wordsOf(lines: readonly string[]): string {
  const isQuoted = lines.some((line) => /^[ \t]*>/.test(line));
  const quoted = isQuoted ? lines.filter((line) => /^[ \t]*>/.test(line)) : lines;
  return quoted
    .map((line) => line.replace(/^[ \t]*> ?/, ''))
    .join('\n')
    .trim();
}
