import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { CODES } from '#model/codes.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { workspaceToJson } from '#model/to-json.ts';

const load = (value: unknown) =>
  workspaceFromJson(
    new Source(
      'workspace.json',
      typeof value === 'string' ? value : JSON.stringify(value, null, 1),
    ),
  );

const person = (id: string, name: string, more: object = {}) => ({ id, name, ...more });
const model = (people: object[], more: object = {}) => ({ model: { people, ...more } });
const related = (...relationships: object[]) => ({ relationships });
const relationship = (id: string, destinationId: string, more: object = {}) => ({
  id,
  sourceId: '1',
  destinationId,
  ...more,
});

describe('what is wrong with a JSON workspace', () => {
  const rows: [code: keyof typeof CODES, value: unknown, at: string, official?: string][] = [
    ['workspace-json-syntax', '{"name": ', ''],
    ['workspace-json-type', { model: { people: 7 } }, '7'],
    [
      'workspace-json-duplicate-id',
      model([person('1', 'A'), person('1', 'B')]),
      '{',
      'The element Person://B has a non-unique ID of 1.',
    ],
    [
      'workspace-json-duplicate-name',
      model([person('1', 'A'), person('2', 'A')]),
      '{',
      'A person or software system named "A" already exists.',
    ],
    [
      'workspace-json-duplicate-relationship',
      model([
        person('1', 'A', related(relationship('3', '2'), relationship('4', '2'))),
        person('2', 'B'),
      ]),
      '{',
    ],
    [
      'workspace-json-duplicate-key',
      {
        ...model([person('1', 'A')]),
        views: { systemLandscapeViews: [{ key: 'a' }, { key: 'a' }] },
      },
      '"a"',
    ],
    ['workspace-json-missing', model([person('1', 'A', related(relationship('3', '9')))]), '{'],
  ];

  it.each(rows.map(([code, value, at, official]) => ({ code, value, at, official })))(
    '$code',
    ({ code, value, at, official }) => {
      const { diagnostics } = load(value);
      expect(diagnostics.map((item) => item.code)).toEqual([code]);
      const [found] = diagnostics;
      expect(found?.span?.source.text.slice(found.span.start).startsWith(at)).toBe(true);
      if (official) expect(found?.official).toBe(official);
    },
  );

  it('is all in the table', () => {
    expect(new Set(rows.map(([code]) => code))).toEqual(new Set(Object.keys(CODES)));
  });
});

describe('a JSON workspace', () => {
  it('keeps what layout tools have written', () => {
    const json = {
      id: 7,
      name: 'N',
      description: 'D',
      ...model([person('1', 'A', related(relationship('3', '2'))), person('2', 'B')]),
      views: {
        systemLandscapeViews: [
          {
            key: 'a',
            order: 1,
            paperSize: 'A4_Landscape',
            elements: [
              { id: '1', x: 100, y: 200 },
              { id: '2', x: 500, y: 200 },
            ],
            relationships: [
              { id: '3', vertices: [{ x: 1, y: 2 }], routing: 'Orthogonal', position: 30 },
            ],
          },
        ],
      },
    };
    const { workspace, diagnostics } = load(json);
    expect(diagnostics).toEqual([]);
    expect(workspace && workspaceToJson(workspace)).toMatchObject({ id: 7, views: json.views });
  });

  it('may lack everything', () => {
    const { workspace, diagnostics } = load({});
    expect(diagnostics).toEqual([]);
    expect(workspace?.elements).toEqual([]);
  });

  it('may nest deeply without harm', () => {
    for (const text of ['['.repeat(50_000), `${'{"a":'.repeat(50_000)}1`]) {
      expect(load(text).diagnostics.map(({ code }) => code)).toEqual(['workspace-json-syntax']);
    }
  });
});
