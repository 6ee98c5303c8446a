import type { Aspect, Outcome } from './conformance-outcome.ts';
import { TEXT_EXTENSIONS, type TextFormat } from './export/formats.ts';

const ASPECTS: readonly Aspect[] = [
  'parser',
  'export',
  'merged',
  'inspections',
  ...(Object.keys(TEXT_EXTENSIONS) as TextFormat[]),
  'error',
  'load',
];

const WIDTH = Math.max(...ASPECTS.map((aspect) => aspect.length)) + 2;

/** Every difference, the reasons for what was skipped, and the counts, in lines. */
export function* table(outcomes: readonly Outcome[]): Generator<string> {
  for (const { path, aspect, result, detail } of outcomes) {
    if (result === 'differing') yield `differs  ${path} (${aspect}): ${detail}`;
  }
  for (const [reason, skipped] of Map.groupBy(
    outcomes.filter(({ result }) => result === 'skipped'),
    ({ detail }) => detail,
  )) {
    yield `skipped  ${skipped.length}: ${reason}`;
  }
  yield '';
  yield `${'aspect'.padEnd(WIDTH)}entries  equal  differing  skipped`;
  for (const aspect of ASPECTS)
    yield row(
      aspect,
      outcomes.filter((item) => item.aspect === aspect),
    );
  yield row('all', outcomes);
}

function row(name: string, outcomes: readonly Outcome[]): string {
  const count = (result: Outcome['result']) =>
    String(outcomes.filter((item) => item.result === result).length);
  const entries = String(new Set(outcomes.map(({ path }) => path)).size);
  return `${name.padEnd(WIDTH)}${entries.padStart(7)}${count('equal').padStart(7)}${count('differing').padStart(11)}${count('skipped').padStart(9)}`;
}
