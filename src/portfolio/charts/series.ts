import type { Curve } from '#cost/engine/curve.ts';

/** The hues of series, as tokens have them: what a group is for, as drawings say it. */
const TONES = ['service', 'network', 'store', 'stream', 'watch', 'other'] as const;
export type Tone = (typeof TONES)[number];

/** A group of a curve, with what it comes to at each point. */
export interface Series {
  readonly name: string;
  readonly tone: Tone;
  readonly amounts: readonly number[];
}

/** What words in a group's name say of it; the first that fits. */
const WORDS: readonly (readonly [RegExp, Tone])[] = [
  [/stream|cache|queue|broker|kafka|redis|event|messag/i, 'stream'],
  [/network|cdn|edge|traffic|transfer|ingress|egress|gateway/i, 'network'],
  [/database|data|store|storage|sql|search|archive|disk/i, 'store'],
  [/observ|log|metric|monitor|trac/i, 'watch'],
  [/service|compute|app|function|node|server|worker|cluster/i, 'service'],
];

/** What is left of a curve's groups when there are more of them than hues. */
const REST = 'All others';

/**
 * The groups of a curve, in their order, each with a hue of its own. The smallest at the end of the
 * curve are put together where there are more than hues; those that never cost anything are left out.
 */
export function seriesOf({ groups, points }: Pick<Curve, 'groups' | 'points'>): Series[] {
  const amounts = (name: string) => points.map((point) => point.groups[name] ?? 0);
  const last = (name: string) => points.at(-1)?.groups[name] ?? 0;
  const paid = groups.filter((name) => amounts(name).some((amount) => amount > 0));
  const most = TONES.length;
  const ranked = paid.toSorted((a, b) => last(b) - last(a));
  const own = new Set(paid.length > most ? ranked.slice(0, most - 1) : paid);
  const rest = paid.filter((name) => !own.has(name));
  const kept = paid
    .filter((name) => own.has(name))
    .map((name) => ({ name, amounts: amounts(name) }));
  const sum = points.map((point) => rest.reduce((all, name) => all + (point.groups[name] ?? 0), 0));
  return withTones(rest.length > 0 ? [...kept, { name: REST, amounts: sum }] : kept);
}

/** The hue that a name asks for where it is free, else the next that is. */
function withTones(series: readonly Omit<Series, 'tone'>[]): Series[] {
  const tones = new Map<string, Tone>();
  for (const { name } of series) {
    const tone = WORDS.find(([words]) => words.test(name))?.[1];
    if (tone && ![...tones.values()].includes(tone)) tones.set(name, tone);
  }
  for (const { name } of series) {
    if (tones.has(name)) continue;
    const used = [...tones.values()];
    tones.set(name, TONES.findLast((tone) => !used.includes(tone)) ?? 'other');
  }
  return series.map((one) => ({ ...one, tone: tones.get(one.name) ?? 'other' }));
}
