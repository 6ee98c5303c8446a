import { describe, expect, it } from 'vitest';
import { keyOf, wantsKey } from '#views/key.ts';
import { styleSheet } from '#views/styles.ts';
import { dslOf, graphIn, indexOf, viewOf } from '../../support/workspaces.ts';

const MODEL = `
  user = person "User"
  shop = softwareSystem "Shop" {
    web = container "Web" "" "" "Old"
    api = container "API"
    db = container "Database" "" "" "Store"
    bus = container "Bus" "" "" "Queue"
  }
  mail = softwareSystem "Mail"
  user -> web "Opens"
  web -> api "Calls"
  api -> bus "Publishes" "" "Late"
  api -> db "Reads"
  api -> mail "Sends"
`;
const STYLES = `styles {
  element Old { background #ffeecc }
  element Store { shape Cylinder }
  element Queue { shape Pipe }
`;

function labels(include: string, styles = `${STYLES} }`, before = ''): string[] {
  const views = `container shop v { include ${include} }\n${styles}`;
  const index = indexOf(dslOf(MODEL, views, before));
  const graph = graphIn(index, 'v');
  return keyOf(graph, index, styleSheet(index, [])).map(({ label }) => label);
}

describe('a key', () => {
  it.each<[string, string[]]>([
    ['user web', ['Person', 'Old', 'Relationship']],
    ['api db', ['Container', 'Store', 'Relationship']],
    ['api bus', ['Container', 'Queue', 'Relationship']],
    ['api db bus mail', ['Container', 'Store, queue', 'External', 'Relationship']],
    ['db bus', ['Store, queue']],
  ])('of %s lists just what is used', (include, expected) => {
    expect(labels(include)).toEqual(expected);
  });

  it('tells lines apart by the tag that draws them, else by how they are drawn', () => {
    const late = `${STYLES} relationship Late { style dashed } }`;
    expect(labels('web api bus', late).slice(-2)).toEqual(['Synchronous', 'Late']);
    const all = `${STYLES} relationship Relationship { style dashed } }`;
    expect(labels('web api', all).at(-1)).toBe('Asynchronous');
  });

  it('speaks in the author’s terminology', () => {
    const styles = `terminology { container Service \n relationship Call }\n${STYLES} }`;
    expect(labels('web api', styles)).toEqual(['Old', 'Service', 'Call']);
  });

  it('names answers', () => {
    const views = `dynamic shop v { web -> api "Asks" \n api -> web "Answers" }`;
    const index = indexOf(dslOf(MODEL, views));
    const key = keyOf(graphIn(index, 'v'), index, styleSheet(index, []));
    expect(key.map(({ label }) => label)).toEqual(['Container', 'Relationship', 'Answer']);
  });

  it.each([
    ['', undefined],
    ['properties { archfolio.key false }', false],
    ['properties { archfolio.key true }', true],
  ])('is wanted as the view says: %s', (properties, wanted) => {
    const index = indexOf(dslOf(MODEL, `container shop v { include * \n ${properties} }`));
    expect(wantsKey(index, viewOf(index, 'v'))).toBe(wanted);
  });

  it('is wanted as all views say, where the view says nothing', () => {
    const views = 'container shop v { include * } \n properties { archfolio.key FALSE }';
    const index = indexOf(dslOf(MODEL, views));
    expect(wantsKey(index, viewOf(index, 'v'))).toBe(false);
  });
});
