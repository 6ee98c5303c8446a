import type { Book } from '../sheet.ts';
import { Writer } from '../writer.ts';
import { shapeWord } from './names.ts';
import { iconBelow } from './parts.ts';
import { type BoxRule, classOf, type LineRule, type Rules } from './rules.ts';
import { legendStyleBlock, TRANSPARENT } from './style-block.ts';

/** A diagram of the styles of another: one box a kind of element, one line a kind of relationship. */
export function writeLegend(book: Book, rules: Rules): string {
  const out = new Writer();
  out.line('@startuml');
  out.line();
  out.line('set separator none');
  out.line('hide stereotype');
  out.line();
  out.reserve()(legendStyleBlock(rules));
  out.line();
  for (const kind of ['DeploymentNode', 'Element'] as const) {
    for (const rule of rules.boxes(kind)) {
      const label = `==${tagsOf(rule)}${iconBelow(book, rule.icon, rule.fontSize)}`;
      out.line(`${shapeWord(rule.shape ?? 'Box')} "${label}" <<${classOf(rule)}>>`);
      out.line();
    }
  }
  rules.lines().forEach((rule, place) => {
    const id = place + 1;
    out.line(`rectangle "." <<.${TRANSPARENT}>> as ${id}`);
    out.line(`${id} --> ${id} <<${classOf(rule)}>> : "${tagsOf(rule)}"`);
    out.line();
  });
  out.line('@enduml');
  return out.toString();
}

/** The tags that make a style, for a reader: the first one goes without saying if there are others. */
function tagsOf({ kind, name }: BoxRule | LineRule): string {
  const first = kind === 'Relationship' ? 'Relationship,' : 'Element,';
  return (name.startsWith(first) ? name.slice(first.length) : name).replaceAll(',', ', ');
}
