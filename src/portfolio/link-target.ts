import type { DiagnosticDetail } from '#diagnostics/diagnostic.ts';
import type { PortfolioCode } from './codes.ts';

/** A file of the content that pages can show or lead to, by its path from the root. */
export interface ContentFile {
  readonly path: string;
  /** Of a picture, in pixels of CSS; absent when its format does not say. */
  readonly width?: number;
  readonly height?: number;
  /** Of an SVG, what is published in its place. */
  readonly svg?: string;
  /** What was left out of it. */
  readonly left?: readonly string[];
  /** Why it may not be published. */
  readonly fault?: string;
}

/** Where an address that an author wrote leads. */
export type LinkTarget =
  /** A page or a file of the site: its path without the base, with what follows `?` and `#`. */
  | { readonly kind: 'site'; readonly path: string; readonly file?: ContentFile }
  /** Another site, a mailbox, or a place on the same page: the address stays as it is. */
  | { readonly kind: 'as-is' }
  | BrokenLink;

/** An address that leads nowhere, and why. */
interface BrokenLink extends Mending {
  readonly kind: 'broken';
  readonly code: PortfolioCode;
  readonly message: string;
}

/** What to do about one. */
export type Mending = Pick<DiagnosticDetail, 'hint' | 'rename'>;

/** Works out where an address in a file leads; `from` is the file's path from the content's root. */
export type LinkResolver = (address: string, from: string) => LinkTarget;
