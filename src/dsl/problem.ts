import type { DiagnosticDetail } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import type { Code } from './codes.ts';

/** What a problem can carry beyond its code and the reference's words. */
export interface ProblemDetail extends Pick<DiagnosticDetail, 'hint' | 'related'> {
  /** Our words, where they are kinder than the reference's. */
  readonly message?: string | undefined;
  /** It only follows from an earlier problem, so it is not reported. */
  readonly consequence?: boolean | undefined;
  /** The reference says this itself, without a place behind it. */
  readonly bare?: boolean | undefined;
}

/** What a removed word's hint ends with. */
export const UPGRADE_HINT = '`archfolio upgrade FILE` rewrites such words.';

/**
 * Ends the reading of one statement. It is thrown by what reads or carries out statements, and
 * caught in one place, the loop over them; no other code catches it.
 */
export class Problem extends Error {
  readonly code: Code;
  /** The reference's message without its place; undefined where the reference would not object. */
  readonly official: string | undefined;
  /** The token at fault; the statement's line when absent. */
  readonly span: Span | undefined;
  readonly detail: ProblemDetail;

  constructor(code: Code, official: string | undefined, span?: Span, detail: ProblemDetail = {}) {
    super(detail.message ?? sentence(official ?? ''));
    this.code = code;
    this.official = official;
    this.span = span;
    this.detail = detail;
  }
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
