import { DEFAULT_TAGS, defaultRelationshipTags } from '#model/tags.ts';
import type { ElementDraft, PropertyHolder, RelationshipDraft } from '../resolve/draft.ts';
import { type Block, block, blockOf } from './block.ts';
import type { Quoter } from './quote.ts';

const IDENTIFIER = 'structurizr.dsl.identifier';

/** `properties { … }`, without what the parser itself notes. */
export function properties(
  { properties: all }: PropertyHolder,
  quoter: Quoter,
  without: readonly string[] = [],
): Block[] {
  const pairs = [...all].filter(([name]) => name !== IDENTIFIER && !without.includes(name));
  return blockOf(
    'properties',
    pairs.map(([name, value]) => block(`${quoter.quote(name)} ${quoter.quote(value)}`)),
  );
}

/** What the block of an element or relationship says of it: tags, address, properties, perspectives. */
export function itemBody(item: ElementDraft | RelationshipDraft, quoter: Quoter): Block[] {
  const tags = ownTags(item);
  return [
    ...(tags.length > 0 ? [block(`tags ${tagWords(tags, quoter)}`)] : []),
    ...(item.url ? [block(`url ${quoter.quote(item.url)}`)] : []),
    ...properties(item, quoter),
    ...perspectives(item, quoter),
  ];
}

/** One word each; an equals sign behind `tags` would make an assignment of it. */
function tagWords(tags: readonly string[], quoter: Quoter): string {
  return tags[0] === '='
    ? quoter.quote(tags.join(','))
    : tags.map((tag) => quoter.quote(tag)).join(' ');
}

function perspectives(item: ElementDraft | RelationshipDraft, quoter: Quoter): Block[] {
  const all = [...item.perspectives.values()].map(({ name, description, value, url }) =>
    block(`perspective ${quoter.quote(name)} {`, [
      ...(description ? [block(`description ${quoter.quote(description)}`)] : []),
      ...(value ? [block(`value ${quoter.quote(value)}`)] : []),
      ...(url ? [block(`url ${quoter.quote(url)}`)] : []),
    ]),
  );
  return blockOf('perspectives', all);
}

/** The tags that an item does not have by its kind. */
export function ownTags(item: ElementDraft | RelationshipDraft): string[] {
  const given: readonly string[] =
    item.type === 'element'
      ? [...DEFAULT_TAGS[item.kind], ...INSTANCE_TAGS]
      : defaultRelationshipTags(item.linked !== undefined, item.interactionStyle);
  return [...item.tags].filter((tag) => !given.includes(tag));
}

const INSTANCE_TAGS = ['Container Instance', 'Software System Instance'];
