import { describe, expect, it } from 'vitest';
import { ARTIFACT_IDS, type Artifact } from '#case-study/artifacts.ts';
import { checkReadiness } from '#portfolio/checks/readiness.ts';
import { readinessPage } from '#portfolio/pages/readiness.ts';
import { type Cell, readiness } from '#portfolio/readiness.ts';
import { type Content, costOf, portfolioOf } from '../../support/portfolios.ts';
import { at, frontMatter } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const MODEL = `!identifiers hierarchical
   buyer = person "Buyer"
   shop = softwareSystem "Shop" {
     web = container "Web" { cart = component "Cart" }
   }
   buyer -> shop.web.cart
   live = deploymentEnvironment "Live" { deploymentNode "Box" { containerInstance shop.web } }`;
const decision = (place: number, text: string) =>
  `---\nstudies: [shop]\n---\n# ${place}. D${place}\n\n## Status\n\nAccepted\n${text}`;
const ARGUED =
  '\n## Considered Options\n\n### A\n\n- Good, because x\n\n### B\n\n- Bad, because y\n\n## Consequences\n\n### Given up\n\n- Rest\n';
const log = (count: number, text = '') =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `000${place + 1}-d.md`,
      decision(place + 1, place === 0 ? text : ''),
    ]),
  );
const stop = (cut: string) => `- { id: a, title: A, say: Hear., seconds: { ${cut}: 90 } }\n`;
/** A walkthrough with a cut, and a page that shows it. */
const walked = (cut: string) => ({
  'walkthrough.yaml': stop(cut),
  'tour.mdx': '---\ntitle: A tour\n---\n<Walkthrough />\n',
});

/** What is written for one artifact, in a study that is else empty. */
interface Written {
  readonly view?: string;
  readonly body?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly adrs?: Readonly<Record<string, string>>;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly config?: Content['config'];
}

function contentOf({
  view = '',
  body = '',
  files = {},
  adrs = {},
  meta,
  config,
}: Written): Content {
  return {
    dsl: dslOf(MODEL, view),
    studies: { shop: { 'index.mdx': `${frontMatter(meta)}\n${body}\n`, ...files } },
    adrs,
    costs: [costOf('shop', [])],
    ...(config && { config }),
  };
}

const cellOf = (written: Written, artifact: Artifact): Cell | undefined =>
  readiness(portfolioOf(contentOf(written))).find((row) => row.artifact === artifact)?.cells[0];

const NFR = '- { id: fast, quality: Q, target: T, limit: L, measured: M }\n';
const STEP = '- { id: a, title: A, does: D, exposure: E, gate: G, rollback: R }\n';
const RISK =
  '- { id: a, title: A, elements: shop, likelihood: 1, impact: 1, owner: O, response: reduce, mitigation: M }\n';

/** An artifact a row: what is written, and where the matrix leads to. */
const SHOWN: readonly (readonly [
  artifact: Artifact,
  written: Written,
  hrefs: readonly string[],
])[] = [
  ['context', { view: 'systemContext shop c { include * }' }, ['/views/c/']],
  ['containers', { view: 'container shop c { include * }' }, ['/views/c/']],
  ['components', { view: 'component shop.web c { include * }' }, ['/views/c/']],
  ['sequences', { view: 'dynamic shop c {\nbuyer -> shop.web\n}' }, ['/views/c/']],
  ['infrastructure', { view: 'deployment shop "Live" c { include * }' }, ['/views/c/']],
  ['decisions', { adrs: log(3) }, ['/adrs/0001-d/']],
  ['decisions', { adrs: log(5), meta: { flagship: true } }, ['/adrs/0001-d/']],
  ['trade-offs', { adrs: log(1, ARGUED) }, ['/adrs/0001-d/']],
  ['nfrs', { files: { 'nfrs.yaml': NFR } }, ['/case-studies/shop/']],
  ['risks', { files: { 'risks.yaml': RISK } }, ['/case-studies/shop/']],
  [
    'rollout',
    {
      files: {
        'rollout.yaml': STEP,
        'launch.mdx': '---\ntitle: Launch\n---\n<Rollout />\n',
      },
    },
    ['/case-studies/shop/launch/'],
  ],
  ['schema', { body: '## Database schema\n\nX' }, ['/case-studies/shop/#database-schema']],
  [
    'schema',
    { files: { 'schema.mdx': '---\ntitle: Tables\n---\nX\n' } },
    ['/case-studies/shop/schema/'],
  ],
  ['cost', { meta: { costModel: 'shop' } }, ['/cost/shop/']],
  [
    'runbook',
    { files: { 'runbook.mdx': '---\ntitle: At night\n---\nX\n' } },
    ['/case-studies/shop/runbook/'],
  ],
  ['runbook', { body: '## The runbook\n\nX' }, ['/case-studies/shop/#the-runbook']],
  ['plain', { body: '## In plain words\n\nX' }, ['/case-studies/shop/#in-plain-words']],
  ['plain', { files: walked('5-min') }, ['/case-studies/shop/tour/']],
  ['pitch', { files: walked('3-min') }, ['/case-studies/shop/tour/']],
  ['deep-dive', { files: walked('15-min') }, ['/case-studies/shop/tour/']],
];

describe('an artifact is shown', () => {
  it.each(SHOWN)('%s', (artifact, written, hrefs) => {
    const cell = cellOf(written, artifact);
    expect(cell?.state === 'shown' && cell.links.map(({ href }) => href)).toEqual(hrefs);
  });

  it.each([
    ['two decisions', 'decisions', { adrs: log(2) }],
    ['four decisions of a flagship', 'decisions', { adrs: log(4), meta: { flagship: true } }],
    ['a decision that argues nothing', 'trade-offs', { adrs: log(1) }],
    ['a walkthrough of another length', 'pitch', { files: walked('5-min') }],
    ['a walkthrough on no page', 'pitch', { files: { 'walkthrough.yaml': stop('3-min') } }],
    ['a heading with the word', 'schema', { body: '## A schema for each tenant\n\nX' }],
    ['a model that nobody names', 'cost', {}],
  ] as const)('not by %s', (_, artifact, written) => {
    expect(cellOf(written, artifact)?.state).not.toBe('shown');
  });
});

describe('what is missing', () => {
  it.each([
    [{}, 'runbook', 'missing'],
    [{ meta: { draft: true } }, 'runbook', 'later'],
    [{}, 'rollout', 'later'],
    [{ meta: { flagship: true } }, 'rollout', 'missing'],
    [{ config: { readiness: { rollout: 'required' as const } } }, 'rollout', 'missing'],
    [{ config: { readiness: { runbook: 'optional' as const } } }, 'runbook', 'later'],
    [{ config: { readiness: { runbook: 'off' as const } } }, 'runbook', undefined],
    [{ meta: { notApplicable: { schema: 'It keeps nothing.' } } }, 'schema', 'not-applicable'],
  ] as const)('%j: %s is %s', (written, artifact, state) => {
    expect(cellOf(written, artifact)?.state).toBe(state);
  });

  it('says of each what to write', () => {
    for (const artifact of ARTIFACT_IDS) {
      expect(cellOf({ meta: { flagship: true } }, artifact)).toMatchObject({
        state: 'missing',
        write: expect.stringMatching(/./),
      });
    }
  });

  it('is counted for each study and over all of them, without what does not apply', () => {
    const page = readinessPage(
      portfolioOf(contentOf({ body: '## Runbook\n\nX', meta: { notApplicable: { schema: 'R' } } })),
    );
    expect(page.columns).toEqual([
      {
        study: { text: 'The shop', href: '/case-studies/shop/' },
        ...{ draft: false, shown: 1, of: ARTIFACT_IDS.length - 1 },
      },
    ]);
    expect([page.shown, page.of]).toEqual([1, ARTIFACT_IDS.length - 1]);
  });
});

describe('the check', () => {
  const findings = (written: Written) => {
    const portfolio = portfolioOf(contentOf(written));
    return [...checkReadiness({ portfolio, modelSources: new Map() })];
  };

  it('finds each gap at the title of its study, and what is claimed not to apply', () => {
    const off = Object.fromEntries(
      ARTIFACT_IDS.filter((id) => id !== 'runbook').map((id) => [id, 'off']),
    );
    expect(findings({ config: { readiness: off } }).map(at)).toEqual([
      'missing-artifact index.mdx:2:8',
    ]);
    const both = { body: '## Runbook\n\nX', meta: { notApplicable: { runbook: 'None.' } } };
    expect(findings({ ...both, config: { readiness: off } }).map(at)).toEqual([
      'applicable-artifact index.mdx:6:27',
    ]);
  });

  it('asks nothing of a draft', () => {
    expect(findings({ meta: { draft: true } })).toEqual([]);
  });
});
