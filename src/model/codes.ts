import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** What reading a workspace's JSON can say. */
export const CODES = {
  'workspace-json-syntax': { severity: 'error', meaning: 'A file is not JSON.' },
  'workspace-json-type': {
    severity: 'error',
    meaning: 'A field holds another type of value than it should.',
  },
  'workspace-json-duplicate-id': {
    severity: 'error',
    meaning: 'Two elements or relationships share an id.',
  },
  'workspace-json-duplicate-name': {
    severity: 'error',
    meaning: 'Two elements of a kind in one place share a name.',
  },
  'workspace-json-duplicate-relationship': {
    severity: 'error',
    meaning: 'Two relationships share ends and description.',
  },
  'workspace-json-duplicate-key': { severity: 'error', meaning: 'Two views share a key.' },
  'workspace-json-missing': {
    severity: 'error',
    meaning: 'Something that is referred to by id or key is not there.',
  },
} as const satisfies CodeTable;

export type Code = keyof typeof CODES;

/** Words a finding of this stage. */
export const diagnostic = diagnosticsOf(CODES);
