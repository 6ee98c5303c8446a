import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { riskScore, severityOf } from '#case-study/lists/risks.ts';
import { errorBudgetMinutes } from '#case-study/lists/slos.ts';
import { LISTS, type ListName } from '#case-study/lists/table.ts';
import { at, frontMatter, placeOf, studyFrom } from '../../support/studies.ts';

type Entry = Readonly<Record<string, unknown>>;

/** An entry of each list with every field, and a value that each field must refuse. */
const FIXTURES: Readonly<
  Record<ListName, { readonly good: Entry; readonly bad: readonly (readonly [string, unknown])[] }>
> = {
  nfrs: {
    good: {
      id: 'page',
      quality: 'Page, p95',
      target: '200 ms',
      limit: '400 ms',
      measured: 'RUM',
      decisions: [1, 12],
      elements: ['shop.web'],
    },
    bad: [
      ['id', 'Page One'],
      ['id', ''],
      ['quality', ''],
      ['target', 200],
      ['limit', null],
      ['measured', ''],
      ['decisions', 1],
      ['decisions', [0]],
      ['decisions', ['0001']],
      ['elements', 'shop.web'],
      ['elements', ['']],
    ],
  },
  slos: {
    good: {
      id: 'availability',
      name: 'Availability',
      sli: 'good of all',
      objective: 99.9,
      windowDays: 28,
    },
    bad: [
      ['id', 'über'],
      ['name', ''],
      ['sli', 7],
      ['objective', 100],
      ['objective', 0],
      ['objective', '99.9'],
      ['windowDays', 0],
      ['windowDays', 1.5],
    ],
  },
  'failure-modes': {
    good: {
      id: 'bank-down',
      name: 'Bank',
      elements: ['bank'],
      users: 'wait',
      detection: 'alarm',
      mitigation: 'retry',
      recovery: '10 minutes',
    },
    bad: [
      ['id', 'bank_down'],
      ['name', ''],
      ['elements', []],
      ['elements', [1]],
      ['users', ''],
      ['detection', true],
      ['mitigation', ''],
      ['recovery', ''],
    ],
  },
  risks: {
    good: {
      id: 'hot-row',
      title: 'One row is the limit',
      elements: ['shop.db'],
      likelihood: 3,
      impact: 5,
      mitigation: 'Split it',
      status: 'accepted',
    },
    bad: [
      ['id', 'hot_row'],
      ['title', ''],
      ['elements', []],
      ['elements', ['']],
      ['elements', 7],
      ['likelihood', 0],
      ['likelihood', 6],
      ['likelihood', 'high'],
      ['impact', 2.5],
      ['mitigation', ''],
      ['status', 'closed'],
    ],
  },
  claims: {
    good: {
      id: 'estimate',
      title: 'The estimate',
      source: 'A report, page 2',
      region: 'eu-west-1',
      tolerance: '10 %',
      facts: { devices: '5 devices' },
      lines: [],
      checks: [],
      total: { claimed: '$0', tolerance: '0 %', reason: 'Nothing costs nothing' },
    },
    bad: [
      ['id', '1st'],
      ['title', ''],
      ['source', 7],
      ['region', ''],
      ['tolerance', null],
      ['facts', 'none'],
      ['lines', 7],
      ['checks', 'none'],
      ['total', '$5'],
    ],
  },
};
const NAMES = Object.keys(LISTS) as ListName[];
const REQUIRED: Readonly<Record<ListName, readonly string[]>> = {
  nfrs: ['id', 'quality', 'target', 'limit', 'measured'],
  slos: ['id', 'name', 'sli', 'objective'],
  'failure-modes': ['id', 'name', 'elements', 'users', 'detection', 'mitigation', 'recovery'],
  risks: ['id', 'title', 'elements', 'likelihood', 'impact', 'mitigation'],
  claims: ['id', 'title', 'source'],
};

/** A list as block YAML with JSON values: every field on a line of its own. */
function yaml(entries: readonly Entry[]): string {
  return entries
    .map((entry) =>
      Object.entries(entry)
        .map(([key, value], row) => `${row === 0 ? '- ' : '  '}${key}: ${JSON.stringify(value)}\n`)
        .join(''),
    )
    .join('');
}

const withList = (name: ListName, text: string) =>
  studyFrom({ 'index.mdx': frontMatter(), [`${name}.yaml`]: text });

const FIELDS = {
  nfrs: 'nfrs',
  slos: 'slos',
  'failure-modes': 'failureModes',
  risks: 'risks',
  claims: 'claims',
} as const;

describe.each(NAMES)('%s.yaml', (name) => {
  const { good, bad } = FIXTURES[name];
  const field = FIELDS[name];

  it('is read', () => {
    const { study, diagnostics } = withList(name, yaml([good]));
    expect(diagnostics).toEqual([]);
    expect(study?.[field]).toEqual([good]);
    expect(study?.listFiles.get(name)?.source.name).toBe(`case-studies/shop/${name}.yaml`);
  });

  it.each(bad)('refuses %s: %j', (key, value) => {
    const { study, diagnostics } = withList(
      name,
      yaml([good, { ...good, id: 'other', [key]: value }]),
    );
    const line = Object.keys(good).length + Object.keys(good).indexOf(key) + 1;
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics.map(at)[0]).toMatch(new RegExp(`^invalid-list ${name}\\.yaml:${line}:`));
    const column = key.length + 5 + (Array.isArray(value) && value.length > 0 ? 1 : 0);
    expect(diagnostics.map(at)[0]).toMatch(new RegExp(`:${column}$`));
    expect(study?.[field]).toEqual([]);
  });

  it('has a wrong fixture for every field', () => {
    const entry = LISTS[name].element as z.ZodObject;
    expect([...new Set(bad.map(([key]) => key))]).toEqual(Object.keys(entry.shape));
    expect(Object.keys(good)).toEqual(Object.keys(entry.shape));
  });

  it.each(REQUIRED[name])('misses %s', (key) => {
    const { [key]: _, ...rest } = good;
    expect(withList(name, yaml([rest])).diagnostics.map(at)).toEqual([
      `invalid-list ${name}.yaml:1:3`,
    ]);
  });

  it('needs no field beyond those', () => {
    const least = Object.fromEntries(REQUIRED[name].map((key) => [key, good[key]]));
    expect(withList(name, yaml([least])).diagnostics).toEqual([]);
  });

  it('takes the shortest of everything', () => {
    const short = Object.entries(good).map(([key, value]) => {
      // A status is one of a few words.
      if (typeof value === 'string' && key !== 'status') return [key, 'x'];
      return [
        key,
        Array.isArray(value)
          ? value.slice(0, 1).map((one) => (typeof one === 'string' ? 'x' : 1))
          : value,
      ];
    });
    expect(withList(name, yaml([Object.fromEntries(short)])).diagnostics).toEqual([]);
  });

  it('knows no other field', () => {
    const { diagnostics } = withList(name, yaml([{ ...good, nmae: 'x' }]));
    expect(diagnostics.map(at)).toEqual([
      `invalid-list ${name}.yaml:${Object.keys(good).length + 1}:3`,
    ]);
  });

  it('refuses the same id twice, and names the first', () => {
    const { study, diagnostics } = withList(name, yaml([good, { ...good, id: 'x' }, good, good]));
    const rows = Object.keys(good).length;
    expect(diagnostics.map(at)).toEqual([
      `duplicate-id ${name}.yaml:${2 * rows + 1}:7`,
      `duplicate-id ${name}.yaml:${3 * rows + 1}:7`,
    ]);
    for (const { related } of diagnostics)
      expect(related?.map(({ span }) => placeOf(span))).toEqual([`${name}.yaml:1:7`]);
    expect(study?.[field]).toHaveLength(4);
  });

  it.each([
    ['an empty file', ''],
    ['a comment', '# none yet\n'],
    ['an empty list', '[]\n'],
  ])('may be %s', (_, text) => {
    const { study, diagnostics } = withList(name, text);
    expect(diagnostics).toEqual([]);
    expect(study?.[field]).toEqual([]);
  });

  it.each([
    ['a map', 'id: x\n', `invalid-list ${name}.yaml:1:1`],
    ['a text', 'none\n', `invalid-list ${name}.yaml:1:1`],
    ['no YAML', '- id: [\n', `yaml-syntax ${name}.yaml:2:1`],
  ])('may not be %s', (_, text, finding) => {
    expect(withList(name, text).diagnostics.map(at)).toEqual([finding]);
  });
});

describe('the list of a study that cannot be used', () => {
  it('is left alone: what is wrong in front matter comes first', () => {
    const { study, diagnostics } = studyFrom({
      'index.mdx': frontMatter({ order: 0 }),
      'slos.yaml': '- id: X\n',
    });
    expect(study).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('invalid-frontmatter');
  });
});

describe('a risk', () => {
  it('may name one element without brackets', () => {
    const { study } = withList('risks', yaml([{ ...FIXTURES.risks.good, elements: 'shop.db' }]));
    expect(study?.risks[0]?.elements).toEqual(['shop.db']);
  });

  it('is open unless it says otherwise', () => {
    const { status: _, ...rest } = FIXTURES.risks.good;
    expect(withList('risks', yaml([rest])).study?.risks[0]?.status).toBe('open');
  });

  it.each([
    [1, 1, 1, 'low'],
    [1, 5, 5, 'low'],
    [2, 3, 6, 'medium'],
    [2, 5, 10, 'medium'],
    [3, 4, 12, 'high'],
    [5, 5, 25, 'high'],
  ])('of likelihood %d and impact %d scores %d, which is %s', (likelihood, impact, score, word) => {
    expect(riskScore({ likelihood, impact })).toBe(score);
    expect(severityOf(score)).toBe(word);
  });
});

describe('errorBudgetMinutes', () => {
  it.each([
    [99.9, 30, 43.2],
    [99.99, 30, 4.3],
    [99, 30, 432],
    [99.5, 28, 201.6],
    [99.999, 7, 0.1],
    [99.95, 90, 64.8],
    [50, 1, 720],
  ])('of %d %% over %d days is %d', (objective, windowDays, minutes) => {
    const slo = { id: 'a', name: 'A', sli: 'x', objective, windowDays };
    expect(errorBudgetMinutes(slo)).toBe(minutes);
  });
});
