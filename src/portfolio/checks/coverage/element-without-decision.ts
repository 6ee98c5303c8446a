import { portfolioProblem } from '../../codes.ts';
import { allRecords, elementsOf } from '../../records.ts';
import type { Check } from '../check.ts';
import { askedOf, named, placeOf } from './asked.ts';

/** Each container of a system with a study, or a part of it, is what a decision is about. */
export const checkElementDecisions: Check = function* ({ portfolio }) {
  const { index } = portfolio;
  const concerned = allRecords(portfolio).flatMap((record) => elementsOf(portfolio, record));
  const decided = new Set(concerned.flatMap(({ id }) => index.lineage(id)));
  for (const asked of askedOf(portfolio)) {
    for (const container of asked.containers) {
      if (decided.has(container)) continue;
      const link = `[${container.name}](element:${container.identifier ?? container.id})`;
      yield portfolioProblem(
        'element-without-decision',
        `No decision is about ${named(container)}.`,
        placeOf(container, asked),
        { hint: `Name it in the context of a record: \`${link}\`.` },
      );
    }
  }
};
