import type { Sheet } from '../sheet.ts';
import { typeOf } from '../words.ts';
import { headAndFoot } from './head.ts';
import { boundaryRule, elementRule, lineRule } from './looks.ts';
import { aliasOf, participantWord } from './names.ts';
import { lineLabel, small } from './parts.ts';
import type { Rules } from './rules.ts';
import { hasBoxes, type SequenceNotation } from './sequence.ts';

/** A dynamic view as a PlantUML sequence diagram. */
export function plantUmlSequence(sheet: Sheet, rules: Rules): SequenceNotation {
  const { index, styles, out } = sheet;
  return {
    ...headAndFoot(sheet, rules, () => {
      if (hasBoxes(sheet)) out.line('!pragma teoz true');
    }),
    box(element) {
      const rule = boundaryRule(sheet, element);
      const label = `${element.name}\n${small(rule.fontSize, typeOf(index, element))}`;
      out.open(`box "${label}" <<${rules.add(rule)}>>`);
    },
    element(element) {
      const rule = elementRule(sheet, element);
      const label = `${element.name}\\n${small(rule.fontSize, typeOf(index, element))}`;
      const word = participantWord(styles.element(element).shape);
      out.line(`${word} "${label}" as ${aliasOf(sheet, element)} <<${rules.add(rule)}>>`);
    },
    line(line) {
      const rule = lineRule(sheet, line);
      const { source, destination, shown } = line;
      const arrow = shown.response ? '<--' : '->';
      const ends = `${aliasOf(sheet, source)} ${arrow} ${aliasOf(sheet, destination)}`;
      out.line(`${ends} <<${rules.add(rule)}>> : ${lineLabel(line, rule.fontSize)}`);
    },
  };
}
