import type { DeploymentNode } from '#model/elements.ts';
import type { Line } from '../order.ts';
import type { Book } from '../sheet.ts';
import { isEmpty } from '../text.ts';
import { isAddress, numberedDescription } from '../words.ts';

/** A text in seven tenths of a font size. */
export function small(fontSize: number, text: string): string {
  return `<size:${Math.floor(fontSize * 0.7)}>${text}</size>`;
}

/** An icon as PlantUML names it, scaled to a longer side in pixels; half its size if unknown. */
export function imageOf({ iconSize }: Book, icon: string, side: number): string {
  const size = iconSize(icon);
  const scale = size ? side / size : 0.5;
  return `img:${icon}{scale=${Number.isInteger(scale) ? `${scale}.0` : scale}}`;
}

/** An icon below a name, three times as high as its letters, if it has an address. */
export function iconBelow(book: Book, icon: string | undefined, fontSize: number): string {
  return isAddress(icon) ? `\\n\\n<${imageOf(book, icon, fontSize * 3)}>` : '';
}

/** The name of a deployment node and how many there are of it. */
export function nodeName({ name, instances }: DeploymentNode): string {
  return instances === '1' ? name : `${name} (x${instances})`;
}

/** What a line says, with the technology below in a smaller font. */
export function lineLabel(line: Line, fontSize: number): string {
  const { technology } = line.relationship;
  const below = isEmpty(technology) ? '' : `\\n${small(fontSize, `[${technology}]`)}`;
  return `${numberedDescription(line, ': ')}${below}`;
}
