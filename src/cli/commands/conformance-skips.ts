/** Entries of the corpora that can't be compared, each with the reason. */
export const SKIPPED: Readonly<Record<string, string>> = {};
