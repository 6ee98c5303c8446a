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
  'inline-code': {
    severity: 'error',
    meaning: 'A page of a study holds a script, a style or a handler, which the site forbids.',
  },
  'unknown-name': {
    severity: 'error',
    meaning: 'An expression in a page uses a name that nothing defines.',
  },
  'invalid-post': {
    severity: 'error',
    meaning: 'The front matter of a post’s draft has a key that is missing, unknown or wrong.',
  },
  'unknown-import': { severity: 'error', meaning: 'A page imports a file that does not exist.' },
} as const satisfies CodeTable;

export const studyProblem = diagnosticsOf(studyCodes);
