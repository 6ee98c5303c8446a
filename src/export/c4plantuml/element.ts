import type { Element } from '#model/elements.ts';
import { staticElement, technologyOf } from '#model/index.ts';
import { aliasOf } from '../plantuml/names.ts';
import type { Sheet } from '../sheet.ts';
import { isEmpty, orNothing } from '../text.ts';
import { call } from './call.ts';
import { elementTags } from './tags.ts';

/** The call that draws an element; an instance is drawn as what runs in it. */
export function elementCall(sheet: Sheet, element: Element): string {
  const behind = staticElement(sheet.index, element);
  const plain = [aliasOf(sheet, element), `"${behind.name}"`];
  const description = orNothing(behind.description);
  const technology = orNothing(technologyOf(behind));
  const last = {
    tags: elementTags(sheet, element),
    link: orNothing(isEmpty(element.url) ? behind.url : element.url),
  };
  switch (behind.kind) {
    case 'Person':
      return call('Person', plain, { descr: description, ...last });
    case 'SoftwareSystem':
      return call('System', plain, { descr: description, ...last });
    case 'Container':
    case 'Component': {
      const procedure = `${behind.kind}${shapeSuffix(sheet, element)}`;
      return call(procedure, plain, { techn: technology, descr: description, ...last });
    }
    default:
      return call('Deployment_Node', plain, { type: technology, descr: description, ...last });
  }
}

/** The library has two more shapes for what has a technology. */
function shapeSuffix({ styles }: Sheet, element: Element): string {
  const { shape } = styles.element(element);
  if (shape === 'Cylinder') return 'Db';
  return shape === 'Pipe' ? 'Queue' : '';
}
