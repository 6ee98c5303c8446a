import type { Problem } from './problem.ts';

/**
 * The state of one run of the simplex method: an arrangement, and a spanning tree of tight arcs.
 * All arrays are by variable or by arc; loops over them are the time of a layout.
 */
export class Tableau {
  readonly values: Int32Array;
  readonly #size: number;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #gap: Int32Array;
  readonly #weight: Int32Array;
  /** 0 for a bar; for a spring outside the tree the sign of its stretch. */
  readonly #sign: Int8Array;
  readonly #isBar: Uint8Array;
  readonly #inTree: Uint8Array;
  /** By variable, what the cost gains when it moves by 1, springs in the tree left out. */
  readonly #pull: Int32Array;
  /** Arcs of the tree at each variable. */
  readonly #tree: number[][];
  /** Variables, parents first; parents, and the arcs to them. */
  readonly #order: Int32Array;
  readonly #parent: Int32Array;
  readonly #parentArc: Int32Array;
  /** Sum of `pull` over the variable and all below it in the tree. */
  readonly #below: Int32Array;
  readonly #side: Uint8Array;
  #arcsAt: number[][] | undefined;

  constructor(problem: Problem, values: Int32Array) {
    const arcs = joined(problem);
    const count = arcs.length;
    this.values = values;
    this.#size = problem.size;
    this.#from = new Int32Array(count);
    this.#to = new Int32Array(count);
    this.#gap = new Int32Array(count);
    this.#weight = new Int32Array(count);
    this.#isBar = new Uint8Array(count);
    this.#sign = new Int8Array(count);
    this.#inTree = new Uint8Array(count);
    for (const [arc, { kind, from, to, gap, weight }] of arcs.entries()) {
      this.#from[arc] = from;
      this.#to[arc] = to;
      this.#gap[arc] = gap;
      this.#weight[arc] = weight;
      this.#isBar[arc] = kind === 'bar' ? 1 : 0;
      if (kind === 'spring') this.#sign[arc] = this.#length(arc) < 0 ? -1 : 1;
    }
    this.#pull = new Int32Array(problem.size);
    this.#tree = Array.from({ length: problem.size }, () => []);
    this.#order = new Int32Array(problem.size);
    this.#parent = new Int32Array(problem.size);
    this.#parentArc = new Int32Array(problem.size);
    this.#below = new Int32Array(problem.size);
    this.#side = new Uint8Array(problem.size);
    for (let arc = 0; arc < count; arc++) this.#addPull(arc, this.#slope(arc));
  }

  /**
   * Grows a spanning tree of tight arcs from the first variable. Where no tight arc leads on, all
   * that the tree holds moves downhill until one does.
   */
  span(): void {
    const side = this.#side.fill(0);
    let reached = this.#absorb(0);
    while (reached < this.#size) {
      let slope = 0;
      for (let i = 0; i < this.#size; i++) if (side[i]) slope += this.#pull[i] ?? 0;
      const downhill = slope > 0 ? -1 : 1;
      const entering = this.#slide(downhill, -Math.abs(slope)) ?? this.#slide(-downhill, 0) ?? -1;
      if (entering < 0) return;
      this.#enter(entering);
      const next = side[this.#from[entering] ?? 0] ? this.#to[entering] : this.#from[entering];
      reached += this.#absorb(next ?? 0);
    }
    this.#index();
  }

  /** The arc of the tree that is most worth leaving, or the first such; −1 at the optimum. */
  leaving(first: boolean): number {
    let best = -1;
    let most = 0;
    for (let at = 1; at < this.#size; at++) {
      const child = this.#order[at] ?? 0;
      const arc = this.#parentArc[child] ?? 0;
      const gain = this.#gain(arc, child);
      if (gain > most) {
        most = gain;
        best = child;
        if (first) break;
      }
    }
    return best;
  }

  /** Leaves the arc above a variable, and moves all below it; whether anything moved. */
  pivot(child: number): boolean {
    const arc = this.#parentArc[child] ?? 0;
    const gain = this.#gain(arc, child);
    const childIsHead = this.#to[arc] === child;
    const below = this.#below[child] ?? 0;
    const direction = this.#isBar[arc] ? (childIsHead ? 1 : -1) : below < 0 ? 1 : -1;
    this.#markBelow(child);
    this.#leave(arc, childIsHead ? direction : -direction);
    const before = this.values[child];
    const entering = this.#slide(direction, -gain);
    // Without an arc that stops the move the problem has no bottom; stay where we are.
    this.#enter(entering ?? arc);
    this.#index();
    return this.values[child] !== before;
  }

  #length(arc: number): number {
    return (
      (this.values[this.#to[arc] ?? 0] ?? 0) -
      (this.values[this.#from[arc] ?? 0] ?? 0) -
      (this.#gap[arc] ?? 0)
    );
  }

  /** What a longer arc costs, by unit: springs in the tree are counted by `gain` instead. */
  #slope(arc: number): number {
    const weight = this.#weight[arc] ?? 0;
    if (this.#isBar[arc]) return weight;
    return this.#inTree[arc] ? 0 : weight * (this.#sign[arc] ?? 0);
  }

  #addPull(arc: number, slope: number): void {
    const [from, to] = [this.#from[arc] ?? 0, this.#to[arc] ?? 0];
    this.#pull[to] = (this.#pull[to] ?? 0) + slope;
    this.#pull[from] = (this.#pull[from] ?? 0) - slope;
  }

  /** What a move away from a tight arc of the tree saves by unit; not above 0 where it does not pay. */
  #gain(arc: number, child: number): number {
    const below = this.#below[child] ?? 0;
    if (this.#isBar[arc]) return this.#to[arc] === child ? -below : below;
    return Math.abs(below) - (this.#weight[arc] ?? 0);
  }

  /**
   * Moves the marked side in a direction while the cost falls: past springs that become tight, up
   * to the bar or spring at which it would rise. Returns that arc; it is tight now. A `slope` of 0
   * moves to the first arc.
   */
  #slide(direction: number, slope: number): number | undefined {
    const arcs: number[] = [];
    const distances: number[] = [];
    for (let arc = 0; arc < this.#from.length; arc++) {
      const toInside = this.#side[this.#to[arc] ?? 0] ?? 0;
      if (toInside === this.#side[this.#from[arc] ?? 0]) continue;
      const rate = toInside ? direction : -direction;
      const length = this.#length(arc);
      if (this.#isBar[arc]) {
        if (rate > 0) continue;
      } else if (length === 0 ? (this.#sign[arc] ?? 0) === rate : length * rate > 0) continue;
      arcs.push(arc);
      distances.push(Math.abs(length));
    }
    const passed: number[] = [];
    let rest = slope;
    for (;;) {
      let nearest = -1;
      for (let i = 0; i < arcs.length; i++) {
        if ((distances[i] ?? 0) < (distances[nearest] ?? Number.POSITIVE_INFINITY)) nearest = i;
      }
      const arc: number | undefined = arcs[nearest];
      if (arc === undefined) return undefined;
      rest += this.#isBar[arc] ? Number.POSITIVE_INFINITY : 2 * (this.#weight[arc] ?? 0);
      if (rest >= 0) {
        this.#move(direction * (distances[nearest] ?? 0));
        for (const spring of passed) this.#flip(spring);
        return arc;
      }
      passed.push(arc);
      distances[nearest] = Number.POSITIVE_INFINITY;
      if (passed.length === arcs.length) return undefined;
    }
  }

  #move(by: number): void {
    if (by === 0) return;
    for (let i = 0; i < this.#size; i++) {
      if (this.#side[i]) this.values[i] = (this.values[i] ?? 0) + by;
    }
  }

  #flip(arc: number): void {
    const sign = this.#sign[arc] ?? 0;
    this.#sign[arc] = -sign;
    this.#addPull(arc, -2 * sign * (this.#weight[arc] ?? 0));
  }

  #enter(arc: number): void {
    if (!this.#isBar[arc]) this.#addPull(arc, -this.#slope(arc));
    this.#inTree[arc] = 1;
    this.#tree[this.#from[arc] ?? 0]?.push(arc);
    this.#tree[this.#to[arc] ?? 0]?.push(arc);
  }

  #leave(arc: number, sign: number): void {
    this.#inTree[arc] = 0;
    for (const end of [this.#from[arc] ?? 0, this.#to[arc] ?? 0]) {
      const arcs = this.#tree[end];
      arcs?.splice(arcs.indexOf(arc), 1);
    }
    if (this.#isBar[arc]) return;
    this.#sign[arc] = sign;
    this.#addPull(arc, this.#slope(arc));
  }

  /** Adds a variable and all that tight arcs join to it to the marked side; returns how many. */
  #absorb(first: number): number {
    const found: number[] = [first];
    this.#side[first] = 1;
    const arcsAt = this.#arcsAt ?? this.#incidence();
    this.#arcsAt = arcsAt;
    for (const at of found) {
      for (const arc of arcsAt[at] ?? []) {
        const far: number = (this.#from[arc] === at ? this.#to[arc] : this.#from[arc]) ?? 0;
        if (this.#side[far] || this.#length(arc) !== 0) continue;
        this.#enter(arc);
        this.#side[far] = 1;
        found.push(far);
      }
    }
    return found.length;
  }

  #incidence(): number[][] {
    const arcsAt: number[][] = Array.from({ length: this.#size }, () => []);
    for (let arc = 0; arc < this.#from.length; arc++) {
      arcsAt[this.#from[arc] ?? 0]?.push(arc);
      arcsAt[this.#to[arc] ?? 0]?.push(arc);
    }
    return arcsAt;
  }

  #markBelow(child: number): void {
    const side = this.#side.fill(0);
    side[child] = 1;
    for (let at = 1; at < this.#size; at++) {
      const variable = this.#order[at] ?? 0;
      if (variable !== child && side[this.#parent[variable] ?? 0]) side[variable] = 1;
    }
  }

  /** Parents and sums, anew from the first variable on. */
  #index(): void {
    const [order, parent, parentArc, below] = [
      this.#order,
      this.#parent,
      this.#parentArc,
      this.#below,
    ];
    let count = 1;
    order[0] = 0;
    parent[0] = -1;
    parentArc[0] = -1;
    for (let at = 0; at < count; at++) {
      const variable = order[at] ?? 0;
      below[variable] = this.#pull[variable] ?? 0;
      for (const arc of this.#tree[variable] ?? []) {
        if (arc === parentArc[variable]) continue;
        const far = this.#from[arc] === variable ? this.#to[arc] : this.#from[arc];
        parent[far ?? 0] = variable;
        parentArc[far ?? 0] = arc;
        order[count++] = far ?? 0;
      }
    }
    for (let at = this.#size - 1; at > 0; at--) {
      const variable = order[at] ?? 0;
      const above = parent[variable] ?? 0;
      below[above] = (below[above] ?? 0) + (below[variable] ?? 0);
    }
  }
}

/** The arcs of a problem, and weightless springs between parts that nothing joins. */
function joined({ size, arcs }: Problem): Problem['arcs'] {
  const root = Int32Array.from({ length: size }, (_, i) => i);
  const find = (variable: number): number => {
    let at = variable;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? 0] ?? 0;
      at = root[at] ?? 0;
    }
    return at;
  };
  for (const { from, to } of arcs) root[find(from)] = find(to);
  const ties: Problem['arcs'][number][] = [];
  for (let i = 1; i < size; i++) {
    if (find(i) === find(0)) continue;
    root[find(i)] = find(0);
    ties.push({ kind: 'spring', from: 0, to: i, gap: 0, weight: 0 });
  }
  return ties.length === 0 ? arcs : [...arcs, ...ties];
}
