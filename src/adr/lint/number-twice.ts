import { finding } from '../codes.ts';
import { type LintRule, nameOf, titleSpan } from './rule.ts';

/** Two records with one number: links and references by number cannot tell them apart. */
export const numberTwice: LintRule = (log) =>
  [...log.byNumber].flatMap(([number, [first, ...others]]) => {
    if (first === undefined) return [];
    return others.map((record) =>
      finding(
        'adr-number-twice',
        `The number ${number} belongs to ${nameOf(first)} already.`,
        titleSpan(record),
        {
          hint: 'Rename the younger file to the next free number, its heading and the links to it.',
          related: [{ message: 'The other record', span: titleSpan(first) }],
        },
      ),
    );
  });
