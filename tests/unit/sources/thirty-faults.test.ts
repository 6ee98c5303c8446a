import { expect, it } from 'vitest';
import { portfolioConfig } from '#portfolio/config.ts';
import { DEFAULT_SETTINGS } from '#sources/config.ts';
import { loadPortfolio } from '#sources/load.ts';
import { contentFolder, SMALL_MODEL, SMALL_STUDY, SMALL_WORKSPACE } from '../../support/content.ts';
import { GAPS } from '../../support/gaps.ts';

/** A page that has most of what a page can have wrong. */
const STUDY = `${SMALL_STUDY.replace('draft: true', 'draft: true\ndrawing: cotainers').replace('system: site', 'system: site\ncostModel: sites')}
<Diagram view="contaners" />

<Diagram />

<Diagramm view="containers" />

<Element id="site.page" /> and <Adr id="9" />

<Cost users="many" />

<Risks />

[far](./far.mdx) and [nothing](#nothing) and [odd](odd:thing) and [model](cost:none)

![A picture](./missing.png)

<p onclick="x()">Text</p>
`;
const FILES = {
  'workspace.dsl': SMALL_WORKSPACE,
  'cost-models/site.ts': SMALL_MODEL,
  'case-studies/site/index.mdx': STUDY,
  'case-studies/site/runbook.mdx': '---\ntitel: Runbook\n---\n',
  'case-studies/site/notes.mdx': '---\ntitle: Notes\n---\n\nHalf a {brace\n',
  'case-studies/site/nfr.yaml': '[]\n',
  'case-studies/site/scheme.sql': 'select 1;\n',
  'case-studies/site/events.yaml':
    '- { id: a, name: A, topic: t, key: k, when: w, schema: { version: 1, fields: { f: f } }, failure: f, producer: site.pages }\n',
  'case-studies/site/slos.yaml':
    '- { id: s, name: N, sli: S, objective: 99, nfrs: [none] }\n- { id: s, name: N, sli: S, objective: 99 }\n',
  'case-studies/site/failure-modes.yaml': '- id: [\n',
  'case-studies/site/threats.yaml':
    '- { id: a, title: t, stride: spofing, flow: { from: reader, to: site.pages }, harm: h, controls: [{ layer: edge, does: d }] }\n',
  'case-studies/site/walkthrough.yaml': '- { id: a, title: t, say: s, seconds: { 3-min: 500 } }\n',
  'case-studies/loose.mdx': 'x',
  'case-studies/empty/.keep': '',
  'case-studies/half/nfrs.yaml': '[]\n',
  'adrs/0001-x.md':
    '---\nstatus: acepted\nelements: [site.none]\nstudies: [site, none]\n---\n\n# Use X\n\n## Context\n\nWhy.\n\n## Considered Options\n\n* X\n* Y\n',
};

/** What is found, by file and line. */
const FOUND = [
  'adr-status-unknown 0001-x.md:2',
  'bad-link index.mdx:26',
  'duplicate-id slos.yaml:2',
  'inline-code index.mdx:30',
  'invalid-frontmatter runbook.mdx:2',
  'invalid-list threats.yaml:1',
  'long-cut walkthrough.yaml:1',
  'mdx-syntax notes.mdx:5',
  'missing-attribute index.mdx:16',
  'missing-image index.mdx:28',
  'missing-index index.mdx:1',
  'nothing-to-show index.mdx:24',
  'unknown-anchor index.mdx:26',
  'unknown-component index.mdx:18',
  'unknown-cost-model index.mdx:26',
  'unknown-cost-model index.mdx:6',
  'unknown-decision index.mdx:20',
  'unknown-element 0001-x.md:3',
  'unknown-element index.mdx:20',
  'unknown-file loose.mdx:1',
  'unknown-file nfr.yaml:1',
  'unknown-file scheme.sql:1',
  'unknown-link index.mdx:26',
  'unknown-requirement slos.yaml:1',
  'unknown-study 0001-x.md:4',
  'unknown-view index.mdx:14',
  'unknown-view index.mdx:8',
  'unread-event events.yaml:1',
  'wrong-attribute index.mdx:22',
  'yaml-syntax failure-modes.yaml:2',
];

it('finds thirty faults, and each once', async () => {
  const root = contentFolder(FILES);
  const config = portfolioConfig.parse(DEFAULT_SETTINGS);
  const { diagnostics } = await loadPortfolio(root, config);
  const found = diagnostics
    .filter(({ code }) => !GAPS.has(code))
    .map(
      ({ code, span, file }) =>
        `${code} ${(span?.source.name ?? file ?? '').split('/').at(-1)}:${span?.source.positionAt(span.start).line ?? 1}`,
    );
  expect(found.toSorted()).toEqual(FOUND);
  expect(FOUND).toHaveLength(30);
});
