import type { SearchRecord } from '#search/format.ts';
import { costPath } from '../../addresses.ts';
import { formatMoney, formatUsers } from '../../format.ts';
import type { Portfolio } from '../../portfolio.ts';
import { lineAnchor } from '../cost.ts';

/** Models and the lines of their bills, with what each comes to at both sizes. */
export function lineRecords({ costs }: Portfolio): SearchRecord[] {
  return costs.flatMap(({ id, title, users, small, large, currency, priceBook }) => {
    const before = new Map(
      small.components.flatMap(({ lines }) =>
        lines.map((line) => [line.id, line.monthly] as const),
      ),
    );
    const spend = (less: number, more: number) =>
      `${formatMoney(less, currency)} a month at ${formatUsers(users[0])} users, ` +
      `${formatMoney(more, currency)} at ${formatUsers(users[1])}`;
    return [
      {
        kind: 'Cost lines',
        title,
        href: costPath(id),
        context: 'Cost model',
        names: `${id} bill cost costs spend`,
        text: `${spend(small.monthly, large.monthly)}. Prices: ${priceBook}.`,
      },
      ...large.components.flatMap((component) =>
        component.lines.map(
          (line): SearchRecord => ({
            kind: 'Cost lines',
            title: line.description,
            href: `${costPath(id)}#${encodeURIComponent(lineAnchor(line))}`,
            context: `${component.title} in ${title}`,
            names: `${line.id} ${component.element}`,
            text: `${spend(before.get(line.id) ?? 0, line.monthly)}. ${line.service}, ${line.dimension}.`,
          }),
        ),
      ),
    ];
  });
}
