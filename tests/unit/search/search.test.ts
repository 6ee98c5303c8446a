import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '#search/build.ts';
import {
  decodePlaces,
  decodeWords,
  encodePlaces,
  encodeWords,
  fileWith,
  type SearchRecord,
} from '#search/format.ts';
import { marked, passage } from '#search/passage.ts';
import { createSearcher } from '#search/query.ts';
import { queryWords } from '#search/words.ts';

const record = (kind: string, title: string, text = '', names = ''): SearchRecord => ({
  ...{ kind, title, text, names },
  href: `/${title}/`,
  context: '',
});

const RECORDS = [
  record(
    'Studies',
    'What breaks first',
    'The database loses its writer, and a failover takes a minute.',
  ),
  record('Studies', 'Rollout', 'Ten users, then all. The order of things is fixed.'),
  record('Decisions', '0007 A schema for each tenant', 'PostgreSQL keeps rows apart.', 'ADR'),
  record('Decisions', '0017 Seven days of logs', 'After 7 days they go.'),
  record('Elements', 'Order service', 'Owns each order.', 'shop.order'),
  record('Elements', 'Orders of suppliers', 'The service takes each order from somebody else.'),
  record('Elements', 'Zahlungsübersicht', 'Für Größen aller Art.'),
];

/** An index in files of few letters, and which of them a question needed. */
function searching(records: readonly SearchRecord[], most = 60) {
  const index = buildIndex(records, most);
  const loaded = new Set<string>();
  const at = <Entry>(name: string, files: readonly Entry[], number: number): Promise<Entry> => {
    loaded.add(`${name}-${number}`);
    const file = files[number];
    return file === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(file);
  };
  const searcher = createSearcher({
    head: () => Promise.resolve(index.head),
    places: (number) => at('places', index.places, number),
    texts: (number) => at('texts', index.texts, number),
  });
  return { index, loaded, searcher };
}

const titles = async (query: string) => {
  const { kinds } = await searching(RECORDS).searcher.ask(query);
  return Object.fromEntries(kinds.map(({ kind, best }) => [kind, best.map(({ title }) => title)]));
};

describe('a question put as a sentence', () => {
  const PAGES = [
    record('Studies', 'What we got wrong', 'A price was judged and not computed.'),
    record('Studies', 'What can go wrong', 'The minute that nobody has seen yet.'),
    record('Studies', 'What would halve it', 'Smaller pictures take a third off the bill.'),
    record('Studies', 'Mobile commerce', 'The platform costs $6,842 a month at 500,000 users.'),
    record('Studies', 'A market', 'Do you get what you would drop? You would, and you did.'),
  ];
  it.each([
    ['what did you get wrong', 'What we got wrong', false],
    ['What would you drop to halve the bill?', 'What would halve it', true],
    ['what does it cost at 500K', 'Mobile commerce', false],
    ['what would you', 'A market', false],
  ])('%s', async (query, title, isPartial) => {
    const answer = await searching(PAGES).searcher.ask(query);
    expect(answer.kinds[0]?.best[0]?.title).toBe(title);
    expect(answer.isPartial).toBe(isPartial);
  });
});

describe('a question', () => {
  it.each([
    ['order service', { Elements: ['Order service', 'Orders of suppliers'] }],
    ['0007', { Decisions: ['0007 A schema for each tenant'] }],
    ['postgres', { Decisions: ['0007 A schema for each tenant'] }],
    ['databse', { Studies: ['What breaks first'] }],
    ['failvoer database', { Studies: ['What breaks first'] }],
    ['shop.order', { Elements: ['Order service'] }],
    ['zahlungsubersicht', { Elements: ['Zahlungsübersicht'] }],
    ['GRÖSSEN', { Elements: ['Zahlungsübersicht'] }],
    ['xylophone', {}],
    ['  ', {}],
    ['?!', {}],
  ])('%j finds %j', async (query, found) => {
    expect(await titles(query)).toEqual(found);
  });

  it('puts the number before what only holds it', async () => {
    const { kinds } = await searching(RECORDS).searcher.ask('7');
    expect(kinds[0]?.best[0]?.title).toBe('0007 A schema for each tenant');
  });

  it('says when words were taken as others, and when only some were found', async () => {
    const { searcher } = searching(RECORDS);
    expect(await searcher.ask('database')).toMatchObject({ isRespelt: false, isPartial: false });
    expect(await searcher.ask('databse')).toMatchObject({ isRespelt: true, isPartial: false });
    expect(await searcher.ask('tenant failover')).toMatchObject({ isPartial: true, count: 2 });
  });

  it('loads no more than it needs', async () => {
    const { searcher, index, loaded } = searching(RECORDS);
    await searcher.ask('tenant');
    expect(loaded.size).toBeLessThanOrEqual(2);
    expect(index.places.length + index.texts.length).toBeGreaterThan(8);
  });

  it('counts all of a kind, and gives the best', async () => {
    const many = Array.from({ length: 40 }, (_, at) => record('Elements', `Queue ${at}`));
    const { kinds } = await searching(many).searcher.ask('queue');
    expect(kinds.map(({ kind, count, best }) => [kind, count, best.length])).toEqual([
      ['Elements', 40, 6],
    ]);
  });

  it('finds nothing in nothing', async () => {
    expect(await searching([]).searcher.ask('order')).toMatchObject({ count: 0, kinds: [] });
  });

  it('finds each record by each word of its title, however the index is cut', async () => {
    const title = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        async (all, most) => {
          const records = all.map((words, at) => ({
            ...record('A', words.join(' ')),
            href: `/${at}/`,
          }));
          const { searcher } = searching(records, most);
          for (const one of records) {
            if (queryWords(one.title).length === 0) continue;
            const { kinds } = await searcher.ask(one.title);
            expect(kinds[0]?.best.map(({ href }) => href)).toContain(one.href);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the files', () => {
  it('hold words and places as they were', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-zäß0-9]{1,40}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, (all) => {
        const sorted = all.toSorted();
        expect(decodeWords(encodeWords(sorted))).toEqual(sorted);
      }),
    );
    const place = fc.record({ record: fc.nat(100_000), weight: fc.integer({ min: 1, max: 26 }) });
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: (one) => one.record }), (all) => {
        const sorted = all.toSorted((a, b) => a.record - b.record);
        expect(decodePlaces(encodePlaces(sorted))).toEqual(sorted);
      }),
    );
  });

  it('are found by the number of a word or record', () => {
    expect([0, 1, 2, 3, 9].map((number) => fileWith([0, 2, 3], number))).toEqual([0, 0, 1, 2, 2]);
  });

  it('are the same for the same records', () => {
    expect(buildIndex(RECORDS)).toEqual(buildIndex(RECORDS));
  });
});

describe('a passage', () => {
  const shown = (text: string, words: string[]) =>
    passage(text, new Set(words))
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');

  it('stands where the words do, and marks them as they are written', () => {
    const text = `${'Nothing of it here. '.repeat(20)}Für die Größe der Zahlungen gibt es eine Grenze. ${'Nor here. '.repeat(30)}`;
    expect(shown(text, ['grosse', 'zahlungen'])).toMatch(
      /^… .*die \[Größe\] der \[Zahlungen\] gibt .* …$/,
    );
  });

  it.each([
    ['is the beginning where there is none', 'Short text.', ['other'], 'Short text.'],
    ['is the whole of a short text', 'An order.', ['order'], 'An [order].'],
    ['of nothing is nothing', '', ['order'], ''],
  ])('%s', (_, text, words, wanted) => {
    expect(shown(text, words)).toBe(wanted);
  });

  it('loses no letter of a title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
        const all = marked(text, new Set(words));
        expect(all.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
