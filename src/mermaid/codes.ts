import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** What can be wrong with a Mermaid diagram. */
export const mermaidCodes = {
  'mermaid-syntax': { severity: 'error', meaning: 'A Mermaid diagram cannot be read.' },
  'mermaid-failed': {
    severity: 'error',
    meaning: 'A Mermaid diagram can be read, and cannot be drawn.',
  },
} as const satisfies CodeTable;

export const mermaidProblem = diagnosticsOf(mermaidCodes);
