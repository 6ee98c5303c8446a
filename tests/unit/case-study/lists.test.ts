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
      test: 'A load test',
      capacity: 'web.connections',
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
      ['test', ''],
      ['capacity', 7],
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
      nfrs: ['page'],
      elements: ['shop.web'],
      alerts: [{ over: '1 h', burn: 14, response: 'page' }],
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
      ['nfrs', 'page'],
      ['elements', 'shop.web'],
      ['alerts', 14],
    ],
  },
  'failure-modes': {
    good: {
      id: 'bank-down',
      name: 'Bank',
      trigger: 'An outage',
      elements: ['bank'],
      breaks: 'Payment',
      radius: 'All who pay',
      users: 'wait',
      detection: 'alarm',
      mitigation: 'retry',
      recovery: '10 minutes',
      runbook: './runbook.mdx#bank',
    },
    bad: [
      ['id', 'bank_down'],
      ['name', ''],
      ['trigger', ''],
      ['elements', []],
      ['elements', [1]],
      ['breaks', 7],
      ['radius', ''],
      ['users', ''],
      ['detection', true],
      ['mitigation', ''],
      ['recovery', ''],
      ['runbook', ''],
    ],
  },
  risks: {
    good: {
      id: 'hot-row',
      title: 'One row is the limit',
      elements: ['shop.db'],
      likelihood: 3,
      impact: 5,
      owner: 'Platform',
      response: 'accept',
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
      ['owner', ''],
      ['response', 'hope'],
      ['mitigation', ''],
      ['status', 'closed'],
    ],
  },
  threats: {
    good: {
      id: 'replay',
      title: 'Replays a token',
      stride: 'spoofing',
      flow: { from: 'user', to: 'shop.web' },
      harm: 'An account',
      elements: ['shop.db'],
      controls: [{ layer: 'identity', does: 'Rotation' }],
      remains: 'Nothing much',
      decisions: [1],
    },
    bad: [
      ['id', 'A B'],
      ['title', ''],
      ['stride', 'theft'],
      ['flow', 'user'],
      ['harm', ''],
      ['elements', 7],
      ['controls', []],
      ['remains', ''],
      ['decisions', [0]],
    ],
  },
  events: {
    good: {
      id: 'order-created',
      name: 'OrderCreated',
      topic: 'orders',
      key: 'order id',
      when: 'An order was written',
      schema: { version: 1, fields: { order_id: 'the order' } },
      producer: 'shop.web',
      consumers: [{ group: 'mail', element: 'shop.mail', does: 'Writes', alert: 'Lag' }],
      failure: 'Dead letters',
      retention: '7 days',
    },
    bad: [
      ['id', 'OrderCreated'],
      ['name', ''],
      ['topic', ''],
      ['key', 7],
      ['when', ''],
      ['schema', 1],
      ['producer', ''],
      ['consumers', 'mail'],
      ['failure', ''],
      ['retention', 'a week'],
    ],
  },
  cache: {
    good: {
      id: 'product',
      what: 'Product',
      key: 'product:{id}',
      element: 'shop.cache',
      readBy: 'shop.web',
      ttl: '15 min',
      invalidation: 'By event',
      whenDown: 'The database',
      entries: '1.5 a user',
      size: '12 kB',
      decisions: [2],
    },
    bad: [
      ['id', ''],
      ['what', ''],
      ['key', ''],
      ['element', 7],
      ['readBy', ''],
      ['ttl', 'quarter of an hour'],
      ['invalidation', ''],
      ['whenDown', ''],
      ['entries', 'many'],
      ['entries', -1],
      ['size', '12 KiB'],
      ['decisions', [1.5]],
    ],
  },
  network: {
    good: {
      id: 'production',
      name: 'Production',
      cidr: '10.0.0.0/16',
      region: 'us-east-1',
      size: 'large',
      zones: ['a', 'b'],
      subnets: [
        { id: 'one', cidr: '10.0.0.0/24', zone: 'a', kind: 'public', elements: [], also: ['NAT'] },
      ],
      groups: [{ id: 'web', name: 'Web', elements: [] }],
      rules: [{ from: 'internet', to: 'web', ports: '443', protocol: 'tcp', why: 'Shoppers' }],
    },
    bad: [
      ['id', 'Production'],
      ['name', ''],
      ['cidr', '10.0.0.0'],
      ['region', ''],
      ['size', 'huge'],
      ['zones', []],
      ['subnets', []],
      ['groups', 'web'],
      ['rules', 'none'],
    ],
  },
  rollout: {
    good: {
      id: 'canary',
      title: 'Canary',
      does: 'One pod',
      exposure: '10 %',
      hold: '10 min',
      gate: 'No errors',
      rollback: 'Take it away',
      elements: ['shop.web'],
    },
    bad: [
      ['id', 'one two'],
      ['title', ''],
      ['does', ''],
      ['exposure', 10],
      ['hold', '10 minutes'],
      ['gate', ''],
      ['rollback', ''],
      ['elements', 'shop.web'],
    ],
  },
  stories: {
    good: {
      id: 'go',
      title: 'Why Go',
      topic: 'go-or-node',
      situation: 'S',
      task: 'T',
      action: 'A',
      result: 'R',
      tradeOff: 'T',
      long: 'L',
      decisions: [1],
      views: ['containers'],
      costs: ['database', 'database.storage'],
    },
    bad: [
      ['id', ''],
      ['title', ''],
      ['topic', 'Go or Node'],
      ['situation', ''],
      ['task', 7],
      ['action', ''],
      ['result', ''],
      ['tradeOff', ''],
      ['long', ''],
      ['decisions', ['1']],
      ['views', 'containers'],
      ['costs', ['']],
    ],
  },
  defence: {
    good: {
      id: 'go',
      question: 'Why?',
      answer: 'A',
      constraints: 'C',
      criteria: 'C',
      gaveUp: 'G',
      differently: 'D',
      atScale: 'S',
      breaksFirst: 'B',
      limit: 'database.connections',
      costs: ['database'],
      decisions: [1],
    },
    bad: [
      ['id', ''],
      ['question', ''],
      ['answer', ''],
      ['constraints', ''],
      ['criteria', 7],
      ['gaveUp', ''],
      ['differently', ''],
      ['atScale', ''],
      ['breaksFirst', ''],
      ['limit', ''],
      ['costs', 'database'],
      ['decisions', []],
    ],
  },
  walkthrough: {
    good: {
      id: 'whole',
      title: 'The whole',
      line: 'Two parts.',
      view: 'containers',
      elements: ['shop.web'],
      decisions: [1],
      cost: 'database',
      story: 'first-year',
      requirement: 'fast',
      capacity: 'database.connections',
      say: 'This is it.',
      notes: ['There was a third.'],
      seconds: { '3-min': 30 },
    },
    bad: [
      ['id', ''],
      ['title', ''],
      ['line', ''],
      ['view', ''],
      ['elements', 'shop.web'],
      ['decisions', 1],
      ['cost', ''],
      ['story', ''],
      ['requirement', ''],
      ['capacity', ''],
      ['say', ''],
      ['notes', ''],
      ['seconds', 30],
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
      total: { claimed: '$0', tolerance: '0 %', reason: 'Nothing costs nothing' },
      checks: [],
    },
    bad: [
      ['id', '1st'],
      ['title', ''],
      ['source', 7],
      ['region', ''],
      ['tolerance', null],
      ['facts', 'none'],
      ['lines', 7],
      ['total', '$5'],
      ['checks', 'none'],
    ],
  },
  benchmarks: {
    good: {
      id: 'report',
      title: 'The report',
      system: 'A program',
      source: 'A report, page 2',
      measures: [{ id: 'rate', label: 'Throughput', unit: 'requests/s', better: 'more' }],
      stages: [
        { id: 'first', title: 'At first', values: { rate: 100 } },
        { id: 'second', title: 'Then', values: { rate: null } },
      ],
      impact: {
        ...{ measure: 'rate', by: 'throughput', requestsOfUserDay: 1, peak: 3, upTo: 1, least: 1 },
        ...{
          instance: { name: 'a box', dimension: 'box.hour' },
          users: [1000],
          assumptions: ['x'],
        },
      },
    },
    bad: [
      ['id', '1st'],
      ['title', ''],
      ['system', ''],
      ['source', 7],
      ['measures', 'none'],
      ['stages', 7],
      ['impact', 'none'],
    ],
  },
};
const NAMES = Object.keys(LISTS) as ListName[];
const REQUIRED: Readonly<Record<ListName, readonly string[]>> = {
  nfrs: ['id', 'quality', 'target', 'limit', 'measured'],
  slos: ['id', 'name', 'sli', 'objective'],
  'failure-modes': [
    ...['id', 'name', 'trigger', 'elements', 'breaks', 'radius'],
    ...['users', 'detection', 'mitigation', 'recovery'],
  ],
  risks: ['id', 'title', 'elements', 'likelihood', 'impact', 'owner', 'response', 'mitigation'],
  threats: ['id', 'title', 'stride', 'flow', 'harm', 'controls'],
  events: ['id', 'name', 'topic', 'key', 'when', 'schema', 'producer', 'failure'],
  cache: [
    ...['id', 'what', 'key', 'element', 'readBy', 'ttl', 'invalidation'],
    ...['whenDown', 'entries', 'size'],
  ],
  network: ['id', 'name', 'cidr', 'zones', 'subnets'],
  rollout: ['id', 'title', 'does', 'exposure', 'gate', 'rollback'],
  stories: ['id', 'title', 'situation', 'task', 'action', 'result', 'tradeOff'],
  defence: [
    ...['id', 'question', 'answer', 'constraints', 'criteria'],
    ...['gaveUp', 'differently', 'atScale', 'breaksFirst', 'decisions'],
  ],
  walkthrough: ['id', 'title', 'say', 'seconds'],
  claims: ['id', 'title', 'source'],
  benchmarks: ['id', 'title', 'system', 'source', 'measures', 'stages'],
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
  threats: 'threats',
  events: 'events',
  cache: 'cache',
  network: 'network',
  rollout: 'rollout',
  stories: 'stories',
  defence: 'defence',
  walkthrough: 'walkthrough',
  claims: 'claims',
  benchmarks: 'benchmarks',
} as const;

/** Fields that take a few words, or texts of a form. */
const FORMED: ReadonlySet<string> = new Set([
  ...['status', 'response', 'stride', 'ttl', 'size', 'entries', 'hold', 'retention'],
  ...['cidr', 'zones'],
]);

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
      if (FORMED.has(key)) return [key, value];
      if (typeof value === 'string') return [key, 'x'];
      if (!Array.isArray(value) || typeof value[0] === 'object') return [key, value];
      return [key, value.slice(0, 1).map((one) => (typeof one === 'string' ? 'x' : 1))];
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
