/** The components of a study's pages, and the attributes that each cannot do without. */
export const STUDY_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Adr: ['id'],
  Claim: [],
  Cost: [],
  CostTable: [],
  Diagram: ['view'],
  Element: ['id'],
  FailureModes: [],
  Limits: [],
  Nfrs: [],
  Note: [],
};
