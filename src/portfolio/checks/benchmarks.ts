import type { Path } from '#diagnostics/located.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** Every figure was measured, and what an instance costs is known. */
export const checkBenchmarks: Check = function* ({ portfolio: { studies, priceBook } }) {
  for (const { study } of studies) {
    const located = study.listFiles.get('benchmarks')?.located;
    for (const [row, { system, source, stages, impact }] of study.benchmarks.entries()) {
      const texts: [Path, string | undefined][] = [
        [['system'], system],
        [['source'], source],
        ...stages.map(({ change }, place): [Path, string | undefined] => [
          ['stages', place, 'change'],
          change,
        ]),
        ...(impact?.assumptions ?? []).map((text, place): [Path, string] => [
          ['impact', 'assumptions', place],
          text,
        ]),
      ];
      for (const [path, text] of texts) {
        const [, what] = /^To be written, (.*)$/.exec(text ?? '') ?? [];
        if (what === undefined) continue;
        const span = located?.spanOf([row, ...path]);
        yield portfolioProblem('unwritten', `Still to be written: ${what}`, span);
      }
      for (const [place, { id, values }] of stages.entries()) {
        const open = Object.entries(values).filter(([, value]) => value === null);
        const [first] = open;
        if (!first) continue;
        const names = open.map(([name]) => `\`${name}\``).join(', ');
        yield portfolioProblem(
          'unmeasured',
          `Stage \`${id}\` is still to be measured: ${names}.`,
          located?.keySpanOf([row, 'stages', place, 'values', first[0]]),
          { hint: 'Measure it and write the figure where `null` stands.' },
        );
      }
      const dimension = impact?.instance.dimension;
      if (dimension === undefined || !priceBook || priceBook.prices.has(dimension)) continue;
      yield portfolioProblem(
        'unknown-instance-price',
        `No price of ${priceBook.region} is called \`${dimension}\`.`,
        located?.spanOf([row, 'impact', 'instance', 'dimension']),
        {
          hint: didYouMean(dimension, priceBook.prices.keys()) ?? '`cost --list-meters` has them.',
        },
      );
    }
  }
};
