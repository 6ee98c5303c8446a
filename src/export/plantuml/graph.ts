import type { Element } from '#model/elements.ts';
import { staticElement } from '#model/index.ts';
import { groupName } from '../group-look.ts';
import type { Notation } from '../notation.ts';
import { isVisible, type Sheet } from '../sheet.ts';
import { isEmpty } from '../text.ts';
import { typeOf } from '../words.ts';
import { headAndFoot } from './head.ts';
import { writeDirection } from './header.ts';
import { boundaryRule, elementRule, groupRule, lineRule, nodeRule } from './looks.ts';
import { aliasOf, shapeWord } from './names.ts';
import { iconBelow, lineLabel, nodeName, small } from './parts.ts';
import type { Rules } from './rules.ts';

/** Numbers the groups of an export: the reference goes on counting from one view to the next. */
export type NextGroup = () => number;

/** A view as a PlantUML component diagram. */
export function plantUmlGraph(sheet: Sheet, rules: Rules, nextGroup: NextGroup): Notation {
  const { index, view, out } = sheet;
  const writeHidden = (element: Element) => {
    if (!isVisible(sheet, element)) out.line(`hide ${aliasOf(sheet, element)}`);
  };
  return {
    end: '}',
    ...headAndFoot(sheet, rules, () => {
      writeDirection(sheet);
      const { autoLayout } = view;
      if (!autoLayout) return;
      // Structurizr's 300 pixels between ranks and nodes are PlantUML's 60 and 30.
      out.line(`skinparam ranksep ${Math.trunc(autoLayout.rankSeparation / 5)}`);
      out.line(`skinparam nodesep ${Math.trunc(autoLayout.nodeSeparation / 10)}`);
    }),
    group(path) {
      const rule = groupRule(sheet, path);
      const label = `${groupName(sheet, path)}${iconBelow(sheet, rule.icon, rule.fontSize)}`;
      out.open(`rectangle "${label}" <<${rules.add(rule)}>> as group${nextGroup()} {`);
    },
    boundary(element) {
      const rule = boundaryRule(sheet, element);
      const label = `${element.name}\\n${small(rule.fontSize, typeOf(index, element))}`;
      out.open(`rectangle "${label}" <<${rules.add(rule)}>> {`);
    },
    node(node) {
      const rule = nodeRule(sheet, node);
      const label = `${nodeName(node)}\\n${small(rule.fontSize, typeOf(index, node))}`;
      const mark = `<<${rules.add(rule)}>> as ${aliasOf(sheet, node)}${link(node.url)}`;
      out.open(`rectangle "${label}${iconBelow(sheet, rule.icon, rule.fontSize)}" ${mark} {`);
      writeHidden(node);
    },
    element(element) {
      const behind = staticElement(index, element);
      const word = shapeWord(sheet.styles.element(behind).shape);
      const mark = `<<${rules.add(elementRule(sheet, element))}>> as ${aliasOf(sheet, element)}`;
      const url = link(isEmpty(element.url) ? behind.url : element.url);
      out.line(`${word} "==${labelOf(sheet, element)}" ${mark}${url}`);
      writeHidden(element);
    },
    line(line) {
      const rule = lineRule(sheet, line);
      const { source, destination, shown } = line;
      const arrow = shown.response ? '<--' : '-->';
      const ends = `${aliasOf(sheet, source)} ${arrow} ${aliasOf(sheet, destination)}`;
      out.line(`${ends} <<${rules.add(rule)}>> : "${lineLabel(line, rule.fontSize)}"`);
    },
  };
}

function labelOf(sheet: Sheet, element: Element): string {
  const { index, styles } = sheet;
  const look = styles.element(element);
  const behind = staticElement(index, element);
  const type = look.metadata ? typeOf(index, behind) : '';
  const description = look.description ? behind.description : undefined;
  return [
    behind.name,
    isEmpty(type) ? '' : `\\n${small(look.fontSize, type)}`,
    iconBelow(sheet, look.icon, look.fontSize),
    isEmpty(description) ? '' : `\\n\\n${description}`,
  ].join('');
}

function link(url: string | undefined): string {
  return isEmpty(url) ? '' : ` [[${url}]]`;
}
