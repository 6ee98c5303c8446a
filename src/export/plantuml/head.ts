import type { Notation } from '../notation.ts';
import type { Sheet } from '../sheet.ts';
import { writeIncludes, writeSkinParams, writeTitle } from './header.ts';
import type { Rules } from './rules.ts';
import { styleBlock } from './style-block.ts';

/** How a diagram begins and ends. The rules are put in at its end, when all of them are known. */
export function headAndFoot(
  sheet: Sheet,
  rules: Rules,
  writeDirection: () => void,
): Pick<Notation, 'header' | 'footer'> {
  const { out } = sheet;
  let putStyles = (_text: string): void => {};
  return {
    header() {
      writeTitle(sheet);
      writeDirection();
      out.line('hide stereotype');
      writeSkinParams(sheet);
      putStyles = out.reserve();
      out.line();
      writeIncludes(sheet);
    },
    footer() {
      out.line('@enduml');
      putStyles(styleBlock(rules));
    },
  };
}
