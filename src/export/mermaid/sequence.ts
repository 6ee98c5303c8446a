import { endsOf, participantsOf } from '../order.ts';
import type { Sheet } from '../sheet.ts';
import { isEmpty } from '../text.ts';
import { descriptionOf, typeOf } from '../words.ts';

/** Writes a dynamic view as a sequence diagram; gives the text. */
export function writeSequence({ out, index, styles, lines }: Sheet): string {
  out.open('sequenceDiagram');
  out.line();
  for (const element of participantsOf(lines)) {
    const { shape, metadata } = styles.element(element);
    const word = shape === 'Person' ? 'actor' : 'participant';
    const type = metadata ? typeOf(index, element) : '';
    out.line(`${word} ${element.id} as ${element.name}${isEmpty(type) ? '' : `<br />${type}`}`);
  }
  out.line();
  for (const line of lines) {
    const [from, to] = endsOf(line);
    const arrow = line.shown.response ? '-->>' : '->>';
    const { technology } = line.relationship;
    const below = isEmpty(technology) ? '' : `<br />[${technology}]`;
    out.line(`${from.id}${arrow}${to.id}: ${descriptionOf(line)}${below}`);
  }
  return out.toString();
}
