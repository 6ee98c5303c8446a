import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** What keeps a site from being built with other names, or from being published so. */
export const confidentialCodes = {
  'aliases-missing': {
    severity: 'error',
    meaning: 'A confidential build is asked for, and there is no aliases.yaml.',
  },
  'aliases-invalid': {
    severity: 'error',
    meaning: 'A key of aliases.yaml is missing, unknown or of the wrong type.',
  },
  'alias-missing': {
    severity: 'error',
    meaning: 'A system or the author has neither an alias nor the word that the name may stay.',
  },
  'alias-unknown': {
    severity: 'error',
    meaning: 'The list of aliases names a system that the workspace does not have.',
  },
  'alias-unused': {
    severity: 'warning',
    meaning: 'A name of aliases.yaml stands nowhere in the content: it may be mistyped.',
  },
  'alias-clash': {
    severity: 'error',
    meaning: 'An alias says a name that is to be hidden, or stands for two names.',
  },
  'alias-breaks-content': {
    severity: 'error',
    meaning: 'The content is sound as it is, and not with the aliases in it.',
  },
  'name-leak': {
    severity: 'error',
    meaning: 'A file of the finished site still holds a name that is to be hidden.',
  },
  'ratio-missed': {
    severity: 'error',
    meaning: 'A bill is not the ratio of what it was, since its model looks at numbers themselves.',
  },
} as const satisfies CodeTable;

export const confidentialProblem = diagnosticsOf(confidentialCodes);
