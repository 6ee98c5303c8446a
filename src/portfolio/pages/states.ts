import type { DrawingState } from '#views/states.ts';

/** A state that a link of the page leads to. */
export interface StateLink {
  /** What follows `#` in its address: `step-3`, `perspective-security`. */
  readonly anchor: string;
  /** The state's name in the drawing. */
  readonly state: string;
  readonly name: string;
  readonly rows: DrawingState['rows'];
}

/** Links to states of one sort, and what leads back to the whole drawing. */
export interface StateGroup {
  readonly heading: string;
  readonly sort: 'overlay' | 'step' | 'perspective';
  readonly all: string;
  readonly states: readonly StateLink[];
  /** The states follow one another. */
  readonly plays: boolean;
}

/** The states of a drawing as a page offers them: its overlays, its steps, and its perspectives. */
export function stateGroups(states: readonly DrawingState[]): StateGroup[] {
  const used = new Set<string>();
  const link = (prefix: string, { id, name, rows }: DrawingState): StateLink => {
    const own = `${prefix}-${slug(name) || id}`;
    const anchor = used.has(own) ? `${own}-${id}` : own;
    used.add(anchor);
    return { anchor, state: id, name, rows };
  };
  const isPerspective = ({ id }: DrawingState) => /^p\d/.test(id);
  const isStep = ({ id }: DrawingState) => /^\d/.test(id);
  const steps = states.filter(isStep);
  const perspectives = states.filter(isPerspective);
  const overlays = states.filter((state) => !isStep(state) && !isPerspective(state));
  const groups: StateGroup[] = [
    {
      heading: 'Colour by',
      sort: 'overlay',
      all: 'Kind',
      states: overlays.map((one) => link('overlay', one)),
      plays: false,
    },
    {
      heading: 'Steps',
      sort: 'step',
      all: 'All',
      states: steps.map((one) => link('step', one)),
      plays: true,
    },
    {
      heading: 'Perspective',
      sort: 'perspective',
      all: 'None',
      states: perspectives.map((one) => link('perspective', one)),
      plays: false,
    },
  ];
  return groups.filter((group) => group.states.length > 0);
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
}
