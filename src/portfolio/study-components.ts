import { HEADLINE_USERS } from './costs.ts';

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

/** Attributes that take some values only: where a typo would show another figure, or none. */
export const ATTRIBUTE_VALUES: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {
  Cost: {
    users: Object.values(HEADLINE_USERS).map(String),
    per: ['month', 'user', 'share'],
  },
  Diagram: { overlay: ['none'] },
};
