import type { ListName } from '#case-study/lists/table.ts';
import { COST_PER } from './inline-cost.ts';

/** What an attribute of a component takes. */
export interface AttributeRule {
  /** `either` takes a text and a number alike. */
  readonly type: 'text' | 'number' | 'either';
  readonly required?: true;
  /** All that it takes: where a typo would show another figure, or none. */
  readonly values?: readonly string[];
  /** A number of users, a whole number from 1 to 1e10; or a state, as the explorer's address has it. */
  readonly takes?: 'users' | 'state';
  /** It decides no figure and no link, so that code may work it out. */
  readonly computed?: true;
}

/** A component of a study's pages. */
export interface ComponentRule {
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** The typed list that it shows, without which it has nothing to show. */
  readonly list?: ListName;
  /** It shows figures of the study's cost model. */
  readonly cost?: true;
  /** It shows the study's database. */
  readonly schema?: true;
}

/** The components of a study's pages, with every attribute that each of them takes. */
export const STUDY_COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  Adr: { attributes: { id: { type: 'either', required: true } } },
  BreakEven: { attributes: { choice: { type: 'text' } }, cost: true },
  Benchmarks: { attributes: { of: { type: 'text' } }, list: 'benchmarks' },
  Breaks: { attributes: {}, cost: true },
  Audit: { attributes: { estimate: { type: 'text' } }, list: 'claims' },
  Cache: { attributes: {}, list: 'cache' },
  Claim: { attributes: {} },
  Cost: {
    attributes: {
      users: { type: 'either', takes: 'users' },
      element: { type: 'text' },
      per: { type: 'text', values: COST_PER },
      instead: { type: 'text' },
      of: { type: 'text' },
      each: { type: 'either', takes: 'users' },
      grown: { type: 'either', values: ['10', '100'] },
    },
    cost: true,
  },
  Demand: {
    attributes: { of: { type: 'text', required: true }, users: { type: 'either', takes: 'users' } },
    cost: true,
  },
  CostCurve: { attributes: {}, cost: true },
  CostDifference: {
    attributes: {
      from: { type: 'text', takes: 'state' },
      to: { type: 'text', required: true, takes: 'state' },
    },
    cost: true,
  },
  CostInstead: { attributes: { option: { type: 'text', required: true } }, cost: true },
  CostSplit: { attributes: {}, cost: true },
  CostTable: { attributes: {} },
  Defence: { attributes: {}, list: 'defence' },
  Diagram: {
    attributes: {
      view: { type: 'text', required: true },
      caption: { type: 'text', computed: true },
      overlay: { type: 'text', values: ['none'] },
    },
  },
  Element: { attributes: { id: { type: 'text', required: true } } },
  Events: { attributes: {}, list: 'events' },
  Growth: { attributes: {}, cost: true },
  ErDiagram: { attributes: { caption: { type: 'text', computed: true } }, schema: true },
  FailureModes: { attributes: {}, list: 'failure-modes' },
  Limits: { attributes: {}, cost: true },
  Network: {
    attributes: { part: { type: 'text', values: ['subnets', 'rules'] } },
    list: 'network',
  },
  NetworkDrawing: {
    attributes: { size: { type: 'text', values: ['small', 'large'] } },
    list: 'network',
  },
  Nfrs: { attributes: {}, list: 'nfrs' },
  Note: { attributes: {} },
  Risks: { attributes: {}, list: 'risks' },
  Ranges: { attributes: {}, cost: true },
  Regions: { attributes: {}, cost: true },
  Rollout: { attributes: {}, list: 'rollout' },
  Schema: { attributes: { part: { type: 'text', values: ['queries', 'tables'] } }, schema: true },
  Slos: { attributes: {}, list: 'slos' },
  Stories: { attributes: {}, list: 'stories' },
  StoryTopics: { attributes: {} },
  Threats: {
    attributes: { by: { type: 'text', values: ['kind', 'layer'] } },
    list: 'threats',
  },
  Levers: { attributes: {}, cost: true },
  Tornado: { attributes: {}, cost: true },
  Walkthrough: { attributes: {}, list: 'walkthrough' },
};
