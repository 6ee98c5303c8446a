import type { Estimate } from './claims.ts';
import { type Amount, evaluate, readFigure, type Scope } from './expression.ts';
import type { Findings } from './findings.ts';

/** The figures of a file by name: facts and claimed figures, each worked out when it is first asked for. */
export interface Names {
  /** A fact or a claimed figure of an estimate. */
  own(estimate: number, name: string): Amount | undefined;
  /** An expression of an estimate; `of` is the claim that may not be computed from itself. */
  evaluate(
    text: string,
    estimate: number,
    path: readonly PropertyKey[],
    of?: string,
  ): Amount | undefined;
}

type State = Amount | 'open' | 'faulty';

/**
 * Names of an estimate stand for its own facts and claims; `other.name` for those of another estimate
 * of the file. What is wrong with a fact is found once, whoever refers to it.
 */
export function namesOf(estimates: readonly Estimate[], findings: Findings): Names {
  const texts = estimates.map(textsOf);
  const states = estimates.map(() => new Map<string, State>());
  const placeOf = new Map(estimates.map(({ id }, place) => [id, place]));

  const settle = (place: number, name: string): State | 'unknown' => {
    const known = states[place]?.get(name);
    if (known) return known;
    const entry = texts[place]?.get(name);
    if (!entry) return 'unknown';
    const figure = readFigure(entry.text);
    if (figure) return keep(place, name, figure);
    // A claimed figure that cannot be read is reported where it is claimed.
    if (!entry.isFact) return keep(place, name, 'faulty');
    states[place]?.set(name, 'open');
    return keep(place, name, work(entry.text, place, entry.path) ?? 'faulty');
  };
  const keep = (place: number, name: string, state: State): State => {
    states[place]?.set(name, state);
    return state;
  };
  const work = (text: string, place: number, path: readonly PropertyKey[], of?: string) => {
    const result = evaluate(text, scopeOf(place, of));
    if ('value' in result) return result.value;
    const { code, message, hint, start, end } = result.fault;
    if (code !== 'told') findings.add(code, path, message, { hint, text, start, end });
    return undefined;
  };
  const scopeOf = (place: number, of: string | undefined): Scope => ({
    names: () => [
      ...(texts[place]?.keys() ?? []),
      ...estimates.flatMap(({ id }, other) =>
        other === place ? [] : [...(texts[other]?.keys() ?? [])].map((name) => `${id}.${name}`),
      ),
    ],
    resolve(name) {
      const [first = '', second] = name.split('.');
      const at = second === undefined ? place : placeOf.get(first);
      if (at === undefined) return 'unknown';
      if (at === place && of !== undefined && (second ?? first) === of) return 'circular';
      const state = settle(at, second ?? first);
      return state === 'open' ? 'circular' : state;
    },
  });
  // Every fact is looked at, also those that nothing refers to.
  for (const [place, entries] of texts.entries())
    for (const name of entries.keys()) settle(place, name);
  return {
    own(place, name) {
      const state = settle(place, name);
      return typeof state === 'object' ? state : undefined;
    },
    evaluate: (text, place, path, of) => work(text, place, path, of),
  };
}

interface Entry {
  readonly text: string;
  readonly isFact: boolean;
  readonly path: readonly PropertyKey[];
}

function textsOf({ facts, lines, checks, total }: Estimate, place: number): Map<string, Entry> {
  const entry = (text: string, isFact: boolean, ...path: PropertyKey[]): Entry => ({
    ...{ text, isFact },
    path: [place, ...path],
  });
  return new Map([
    ...(total ? [['total', entry(total.claimed, false, 'total', 'claimed')] as const] : []),
    ...checks.map(({ id, claimed }) => [id, entry(claimed, false)] as const),
    ...lines.map(({ id, claimed }) => [id, entry(claimed, false)] as const),
    ...Object.entries(facts).map(
      ([name, text]) => [name, entry(text, true, 'facts', name)] as const,
    ),
  ]);
}
