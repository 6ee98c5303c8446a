import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '#portfolio/pages/search/plain-text.ts';
import { searchRecords } from '#portfolio/pages/search/records.ts';
import { portfolioOf } from '../../../support/portfolios.ts';

const PORTFOLIO = portfolioOf({
  dsl: `workspace {
    !identifiers hierarchical
    model {
      user = person "User"
      shop = softwareSystem "Shop" {
        db = container "Datenübersicht" "Holds it." "PostgreSQL"
        api = container "API" "Answers." "Go" {
          -> db "Reads" "SQL"
        }
      }
      user -> shop.api "Asks" "HTTPS"
    }
    views {
      container shop containers {
        include *
      }
    }
  }`,
  studies: {
    shop: {
      'index.mdx': `---
title: A shop for many
summary: It sells.
order: 1
system: shop
---

Before anything else, <Element id="shop.db" /> stands.

## What breaks first

The **writer** is lost, see \`failover\` and <Adr id="1" />.

### At night

{/* not said */} Nobody sleeps.

<Stories />
`,
      'runbook.mdx': '---\ntitle: Runbook\n---\n\n## Redis is lost\n\nStart it.\n',
      'stories.yaml': `- id: first
  title: The first night
  situation: It was dark.
  task: To stay awake.
  action: Coffee.
  result: Light for <Cost />.
  tradeOff: Sleep.
`,
    },
  },
  adrs: {
    '0001-rows.md':
      '# 1. Rows for [tenants](x.md)\n\n## Status\n\nAccepted\n\n## Context\n\n| a | b |\n| --- | --- |\n| *rows* | tables |\n\n## Decision\n\nWe keep `rows`.\n',
  },
  lists: {
    'interview.yaml': 'pitches: [{ id: me, title: Half a minute, seconds: 30, say: I am. }]',
    'practice.yaml': `refusals:
  - { id: no, ask: May I?, minutes: 3, setting: S., pushes: P., say: [No.], instead: I., reopens: R. }
`,
    'evidence.yaml': `heads: { rules: { title: Laws } }
rules: [{ id: g, title: Group, asks: [{ id: a, asked: One \`a\`, open: o }, { id: b, asked: Two, open: o }] }]
`,
  },
});
const records = searchRecords(PORTFOLIO);

describe('what can be found', () => {
  it('is there with its kind, address and context', () => {
    expect(records.map(({ kind, title, href, context }) => [kind, title, href, context])).toEqual([
      ['Studies', 'A shop for many', '/case-studies/shop/', 'Case study'],
      [
        ...['Studies', 'What breaks first', '/case-studies/shop/#what-breaks-first'],
        'Section of A shop for many',
      ],
      ['Studies', 'At night', '/case-studies/shop/#at-night', 'Section of A shop for many'],
      ['Studies', 'Runbook', '/case-studies/shop/runbook/', 'Page of A shop for many'],
      [
        ...['Studies', 'Redis is lost', '/case-studies/shop/runbook/#redis-is-lost'],
        'Section of Runbook, A shop for many',
      ],
      [
        ...['Stories', 'The first night', '/case-studies/shop/#story-first'],
        'Story in A shop for many',
      ],
      ['Stories', 'Half a minute', '/about/#pitch-me', 'Pitch'],
      ['Decisions', '0001 Rows for tenants', '/adrs/0001-rows/', 'Accepted'],
      ['Drawings', 'Shop: containers', '/views/containers/', 'Container'],
      ['Elements', 'User', '/elements/user/', 'Person'],
      ['Elements', 'Shop', '/elements/shop/', 'Software system'],
      ['Elements', 'Datenübersicht', '/elements/shop/db/', 'Container in Shop'],
      ['Elements', 'API', '/elements/shop/api/', 'Container in Shop'],
      ['Practice', 'May I?', '/practice/#refusal-no', 'Saying no'],
      ['Evidence', 'Group', '/evidence/#rules-g', 'Laws'],
    ]);
  });

  it.each([
    ['A shop for many', 'It sells. Before anything else, Datenübersicht stands.'],
    ['What breaks first', 'The writer is lost, see failover and ADR 0001.'],
    ['At night', 'Nobody sleeps.'],
    ['The first night', 'It was dark. To stay awake. Coffee. Light for —. Sleep.'],
    ['0001 Rows for tenants', 'We keep rows. a b rows tables'],
    ['May I?', 'S. P. No. I. R.'],
    ['Group', 'One a; Two'],
    ['API', 'Go. Answers. → Datenübersicht: Reads (SQL)'],
    ['Shop: containers', 'User, Datenübersicht, API.'],
  ])('has the words of %s', (title, text) => {
    expect(records.find((one) => one.title === title)?.text).toBe(text);
  });
});

describe('plain text of Markdown', () => {
  it.each([
    ['# A *heading*', 'A heading'],
    ['> quoted\n- item\n1. first', 'quoted item first'],
    ['see [this][1] and ![that](x.png)\n\n[1]: /x', 'see this and that'],
    ['a note[^1]', 'a note'],
    ['snake_case_name and __strong__', 'snake_case_name and strong'],
    ['```sql\nselect 1\n```', 'select 1'],
    ['a <!-- hidden\nline --> b', 'a b'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\*as it is\\*', '*as it is*'],
  ])('of %j is %j', (markdown, text) => {
    expect(plainMarkdown(markdown)).toBe(text);
  });
});
