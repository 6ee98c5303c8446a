/** A link as a page shows it; the path has no base. */
export interface PageLink {
  readonly text: string;
  readonly href: string;
}

/** A text that may lead somewhere. */
export interface MaybeLink {
  readonly text: string;
  readonly href?: string;
}
