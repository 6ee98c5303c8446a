import { ADR_CODES } from '#adr/codes.ts';
import { studyCodes } from '#case-study/codes.ts';
import { confidentialCodes } from '#confidential/codes.ts';
import { COST_CODES } from '#cost/codes.ts';
import { databaseCodes } from '#database/codes.ts';
import type { CodeTable } from '#diagnostics/diagnostic.ts';
import { CODES as DSL_CODES } from '#dsl/codes.ts';
import { mermaidCodes } from '#mermaid/codes.ts';
import { CODES as MODEL_CODES } from '#model/codes.ts';
import { portfolioCodes } from '#portfolio/codes.ts';
import { sourceCodes } from './codes.ts';

/** Every stage that finds something, with its closed table, in the order in which an author meets them. */
export const CODE_TABLES = {
  portfolio: portfolioCodes,
  'case-study': studyCodes,
  sources: sourceCodes,
  database: databaseCodes,
  adr: ADR_CODES,
  cost: COST_CODES,
  confidential: confidentialCodes,
  mermaid: mermaidCodes,
  dsl: DSL_CODES,
  model: MODEL_CODES,
} as const satisfies Readonly<Record<string, CodeTable>>;
