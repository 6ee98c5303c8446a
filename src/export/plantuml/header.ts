import { isOn, type Sheet, setting, titleOf } from '../sheet.ts';
import { isEmpty, trim } from '../text.ts';

/** The font size in pixels of titles and of whatever has no style. */
export const FONT_SIZE = 24;

/** Whether a view is written as a sequence diagram. */
export function isSequence(sheet: Sheet): boolean {
  return sheet.view.kind === 'Dynamic' && isOn(sheet, 'plantuml.sequenceDiagram', 'false');
}

/** How every PlantUML text begins: with the title of its view. */
export function writeTitle(sheet: Sheet): void {
  const { out, styles, view } = sheet;
  out.line('@startuml');
  if (setting(sheet, 'plantuml.title', 'true') === 'true') {
    const sized = (tag: string, text: string) =>
      `<size:${styles.tag(tag)?.fontSize ?? FONT_SIZE}>${text}</size>`;
    const { description } = view;
    const below = isEmpty(description) ? '' : `\\n${sized('Diagram:Description', description)}`;
    out.line(`title ${sized('Diagram:Title', titleOf(sheet))}${below}`);
  }
  out.line();
  out.line('set separator none');
}

/** Which way a graph runs: PlantUML knows two. */
export function writeDirection({ out, view }: Sheet): void {
  const isAcross = view.autoLayout?.rankDirection === 'LeftRight';
  out.line(isAcross ? 'left to right direction' : 'top to bottom direction');
}

/** What the author sets of PlantUML's own settings: `plantuml.skinparams`, `name=value,…`. */
export function writeSkinParams(sheet: Sheet): void {
  const { out } = sheet;
  const list = setting(sheet, 'plantuml.skinparams', '');
  if (!isEmpty(list)) {
    out.line();
    out.open('skinparam {');
    for (const item of list.split(',')) {
      const [name, value] = trim(item).split('=');
      if (value) out.line(`${name} ${value}`);
    }
    out.close('}');
  }
  out.line();
}

/** What the author has PlantUML read: `plantuml.includes`. */
export function writeIncludes(sheet: Sheet): void {
  const list = setting(sheet, 'plantuml.includes', '');
  if (isEmpty(list)) return;
  for (const item of list.split(',')) {
    if (!isEmpty(item)) sheet.out.line(`!include ${trim(item)}`);
  }
  sheet.out.line();
}

/** Whether the author asks for a diagram of every step: `plantuml.animation`. */
export function isAnimated(sheet: Sheet): boolean {
  return isOn(sheet, 'plantuml.animation', 'false');
}
