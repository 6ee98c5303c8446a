import { Identifier } from '#model/ids.ts';
import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';
import { askedOf, named, placeOf } from './asked.ts';

/** Each container of a system with a cost model is in the bill, be it for nothing. */
export const checkElementCosts: Check = function* ({ portfolio }) {
  const { index } = portfolio;
  for (const asked of askedOf(portfolio)) {
    const { cost } = asked.entry;
    if (!cost) continue;
    const priced = new Set(
      cost.large.components.flatMap(({ element }) => {
        const known = index.byIdentifier(Identifier(element));
        return known ? index.lineage(known.id) : [];
      }),
    );
    for (const container of asked.containers) {
      if (priced.has(container)) continue;
      const name = container.identifier ?? container.id;
      yield portfolioProblem(
        'element-without-cost',
        `The model \`${cost.id}\` says nothing of ${named(container)}.`,
        placeOf(container, asked),
        { hint: `Give it a component with \`element: '${name}'\`, without lines if it is free.` },
      );
    }
  }
};
