import { Identifier } from '#model/ids.ts';
import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';
import { askedOf, placeOf } from './asked.ts';

/** Each container of a system with a cost model is in the bill, be it for nothing. */
export const checkElementCosts: Check = function* ({ portfolio }) {
  const { index } = portfolio;
  for (const asked of askedOf(portfolio)) {
    const { cost } = asked.entry;
    if (!cost) continue;
    const priced = new Set(
      cost.large.components.flatMap(({ element }) => {
        const named = index.byIdentifier(Identifier(element));
        return named ? index.lineage(named.id) : [];
      }),
    );
    for (const container of asked.containers) {
      if (priced.has(container)) continue;
      const name = container.identifier ?? container.id;
      yield portfolioProblem(
        'element-without-cost',
        `The model \`${cost.id}\` says nothing of ${container.name} (\`${name}\`).`,
        placeOf(asked),
        { hint: `Give it a component with \`element: '${name}'\`, without lines if it is free.` },
      );
    }
  }
};
