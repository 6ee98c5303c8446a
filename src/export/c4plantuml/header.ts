import type { ElementKind } from '#model/elements.ts';
import {
  isSequence,
  writeDirection,
  writeIncludes,
  writeSkinParams,
  writeTitle,
} from '../plantuml/header.ts';
import { isOn, type Sheet } from '../sheet.ts';
import { BACKGROUND, COLOR } from '../styles.ts';
import { hasTags, writeTags } from './tags.ts';

/** How every C4-PlantUML text begins: what it reads, and the tags that carry its styles. */
export function writeHeader(sheet: Sheet): void {
  const { out } = sheet;
  writeTitle(sheet);
  if (!isSequence(sheet)) writeDirection(sheet);
  writeSkinParams(sheet);
  out.open('<style>');
  out.open('root {');
  out.line(`BackgroundColor: ${BACKGROUND}`);
  out.line(`FontColor: ${COLOR}`);
  out.close('}');
  out.close('</style>');
  out.line();
  for (const part of partsOf(sheet)) out.line(`!include ${addressOf(sheet, part)}`);
  out.line();
  writeIncludes(sheet);
  if (hasTags(sheet)) writeTags(sheet);
}

/** How every C4-PlantUML text ends. */
export function writeFooter(sheet: Sheet): void {
  const { out } = sheet;
  out.line(`SHOW_LEGEND(${isOn(sheet, 'c4plantuml.legend', 'true')})`);
  out.line(`${isOn(sheet, 'c4plantuml.stereotypes', 'false') ? 'show' : 'hide'} stereotypes`);
  out.line('@enduml');
}

/** The parts of the C4 library that a view needs. */
function partsOf(sheet: Sheet): string[] {
  if (isSequence(sheet)) return ['C4_Sequence'];
  const has = (...kinds: ElementKind[]) => sheet.elements.some(({ kind }) => kinds.includes(kind));
  return [
    'C4',
    'C4_Context',
    ...(has('Container', 'ContainerInstance') ? ['C4_Container'] : []),
    ...(has('Component') ? ['C4_Component'] : []),
    ...(sheet.view.kind === 'Deployment' ? ['C4_Deployment'] : []),
  ];
}

/** Inside PlantUML's own library, or of the newest edition. */
function addressOf(sheet: Sheet, part: string): string {
  return isOn(sheet, 'c4plantuml.stdlib', 'true')
    ? `<C4/${part}>`
    : `https://raw.githubusercontent.com/plantuml-stdlib/C4-PlantUML/master/${part}.puml`;
}
