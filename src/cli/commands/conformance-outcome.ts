import type { TextFormat } from './export/formats.ts';

/** What of an entry is compared. */
export type Aspect = 'parser' | 'export' | 'merged' | 'inspections' | TextFormat | 'error' | 'load';

/** How one thing of one entry compares with the reference. */
export interface Outcome {
  readonly path: string;
  readonly aspect: Aspect;
  readonly result: 'equal' | 'differing' | 'skipped';
  /** The first difference, or the reason why nothing was compared. */
  readonly detail?: string;
}

/** The outcome of a comparison: equal, where there is no difference. */
export function outcome(
  { path }: { readonly path: string },
  aspect: Aspect,
  difference: string | undefined,
): Outcome {
  return difference === undefined
    ? { path, aspect, result: 'equal' }
    : { path, aspect, result: 'differing', detail: difference };
}

/** The first line in which two texts differ; `sorted` compares them as sets of lines. */
export function textDifference(
  actual: string,
  expected: string,
  sorted: boolean,
): string | undefined {
  const lines = (text: string) => {
    const all = text === '' ? [] : text.split('\n');
    return sorted ? all.sort() : all;
  };
  const [left, right] = [lines(actual), lines(expected)];
  const at = Array.from({ length: Math.max(left.length, right.length) }).findIndex(
    (_none, index) => left[index] !== right[index],
  );
  return at < 0
    ? undefined
    : `line ${at + 1}: ${left[at] ?? 'nothing'} | ${right[at] ?? 'nothing'}`;
}
