/** What a study can be asked to show, by the short name that authors use. */
export const ARTIFACTS = {
  context: 'Context drawing',
  containers: 'Container drawing',
  components: 'Component drawing',
  sequences: 'Sequences of critical flows',
  schema: 'Database schema',
  infrastructure: 'Infrastructure drawing',
  decisions: 'Decision records',
  nfrs: 'Requirements with targets',
  cost: 'Cost model',
  risks: 'Risk register',
  runbook: 'Runbook',
  failures: 'Failure modes',
  'trade-offs': 'Trade-offs',
  plain: 'Five minutes without jargon',
  rollout: 'Rollout plan',
  pitch: 'Three-minute pitch',
  'deep-dive': 'Fifteen-minute deep dive',
} as const;

export type Artifact = keyof typeof ARTIFACTS;

/** Its keys, in the order in which a reader meets them. */
export const ARTIFACT_IDS = Object.keys(ARTIFACTS) as [Artifact, ...Artifact[]];
