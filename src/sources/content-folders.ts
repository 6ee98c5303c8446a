/** Folders of a content folder; a folder that is missing is empty. */
export const CONTENT = {
  workspace: 'workspace.dsl',
  studies: 'case-studies',
  decisions: 'adrs',
  costs: 'cost-models',
} as const;
