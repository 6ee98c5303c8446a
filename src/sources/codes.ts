import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** What can be wrong with files as a whole. */
export const sourceCodes = {
  'yaml-syntax': { severity: 'error', meaning: 'The YAML of a file cannot be read.' },
  'missing-workspace': { severity: 'error', meaning: 'The folder has no workspace.dsl.' },
  'missing-index': { severity: 'error', meaning: 'A study has pages or lists, and no index.mdx.' },
  'unknown-file': {
    severity: 'warning',
    meaning: 'A file stands among the studies that nothing reads: its name may be mistyped.',
  },
  'review-name': {
    severity: 'warning',
    meaning: 'A file among the frozen reviews is named by neither day nor digest: it is not shown.',
  },
  'review-changed': {
    severity: 'error',
    meaning: 'A frozen review is not what its name says: it was changed after it was frozen.',
  },
  'empty-study': { severity: 'warning', meaning: 'The folder of a study has nothing in it.' },
  'bad-address': {
    severity: 'error',
    meaning: 'The name of a study or record cannot be a part of an address.',
  },
  'unreadable-file': { severity: 'error', meaning: 'A file exists and cannot be read.' },
  'wrong-scope': {
    severity: 'error',
    meaning: 'A workspace holds more than the scope that it states.',
  },
  'engine-missing': {
    severity: 'error',
    meaning: 'The Structurizr tool that should read a workspace is not there.',
  },
  'engine-error': { severity: 'error', meaning: 'The Structurizr tool refuses a workspace.' },
  'engine-warning': { severity: 'warning', meaning: 'The Structurizr tool warns of something.' },
  'explorer-not-built': {
    severity: 'warning',
    meaning: 'A cost model does not run in a browser, so that its page has no explorer.',
  },
  'theme-not-loaded': {
    severity: 'warning',
    meaning: 'A theme at an address is not applied: it may not or can not be fetched.',
  },
  'theme-copy': {
    severity: 'warning',
    meaning: 'An earlier copy of a theme stands for what could not be fetched.',
  },
  'bad-icon': {
    severity: 'warning',
    meaning:
      'An icon or picture of a workspace is not what it says, or too large: it is not shown.',
  },
  'cleaned-icon': {
    severity: 'warning',
    meaning: 'An SVG of a workspace could run or fetch something: it is shown without that.',
  },
  'hidden-character': {
    severity: 'warning',
    meaning:
      'A text holds characters that nobody sees, or that show a line in another order: pages have U+FFFD.',
  },
  'hidden-in-code': {
    severity: 'error',
    meaning: 'Code holds such characters: what runs is not what a reviewer reads.',
  },
  'outside-root': {
    severity: 'error',
    meaning: 'A link of the file system leads out of the folder that may be read.',
  },
  'layout-unreadable': {
    severity: 'error',
    meaning: 'The layout file that a workspace names is missing or cannot be read.',
  },
  'layout-changed': {
    severity: 'warning',
    meaning: 'Views changed since their layout was made; new elements were placed for the author.',
  },
  'study-threw': {
    severity: 'error',
    meaning: 'The code in the text of a study threw while its page was made.',
  },
  'content-changed': {
    severity: 'error',
    meaning: 'Content was changed while the site was made of it, so that pages might not agree.',
  },
  'output-in-use': {
    severity: 'error',
    meaning: 'Another process writes to the same folder and does not come to an end.',
  },
  disk: {
    severity: 'error',
    meaning: 'The disk refuses: it is full, read-only, or may not be written by this user.',
  },
  'invalid-config': { severity: 'error', meaning: 'The configuration has a wrong or unknown key.' },
} as const satisfies CodeTable;

export const sourceProblem = diagnosticsOf(sourceCodes);
