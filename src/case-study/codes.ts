import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** What can be wrong inside a study, before it meets the rest of the portfolio. */
export const studyCodes = {
  'invalid-frontmatter': {
    severity: 'error',
    meaning: 'A key of a study’s front matter is missing, unknown or of the wrong type.',
  },
  'invalid-list': {
    severity: 'error',
    meaning: 'An entry of a typed list is missing, unknown or of the wrong type.',
  },
  'duplicate-id': { severity: 'error', meaning: 'Two entries of a typed list have the same id.' },
  'mdx-syntax': { severity: 'error', meaning: 'The MDX of a study cannot be read.' },
} as const satisfies CodeTable;

export const studyProblem = diagnosticsOf(studyCodes);
