import { type CostMemory, createCostMemory } from './cost-memory.ts';
import type { LogMemory } from './decisions.ts';
import { createMemory } from './memory.ts';
import type { PortfolioListMemory } from './portfolio-lists.ts';
import type { RevisionMemory } from './revision.ts';
import type { StudyMemory } from './studies.ts';

/** What one loading of a content folder leaves for the next. */
export interface LoadMemory extends LogMemory {
  readonly costs: CostMemory;
  readonly studies: StudyMemory;
  readonly lists: PortfolioListMemory;
  readonly revisions: RevisionMemory;
}

export function createLoadMemory(): LoadMemory {
  return {
    costs: createCostMemory(),
    studies: createMemory(),
    lists: createMemory(),
    logs: createMemory(),
    versions: createMemory(),
    revisions: createMemory(),
  };
}
