import { SMALL_MODEL } from './content.ts';

/** A small portfolio of a shop that must not be named, and what it is called instead. */
export const SECRET: Readonly<Record<string, string>> = {
  'workspace.dsl': `workspace "Brightlane" "What Brightlane runs." {
  !identifiers hierarchical
  model {
    reader = person "Reader"
    brightlaneShop = softwareSystem "Brightlane shop" "Sells to 40,000 users." {
      pages = container "Pages" "Shows what Quellmark sends." "HTML, Quellmark"
      quellmark = container "Quellmark" "Carries orders." "Quellmark 3"
    }
    reader -> brightlaneShop.pages "Reads" "HTTPS"
    brightlaneShop.quellmark -> brightlaneShop.pages "Sends" "Quellmark"
  }
  views {
    container brightlaneShop brightlane-shop-containers "Pages and Quellmark." {
      include *
      autolayout
    }
    systemContext brightlaneShop brightlane-context {
      include *
      autolayout
    }
  }
}
`,
  'case-studies/brightlane-shop/index.mdx': `---
title: The Brightlane shop
summary: Brightlane sells to 40,000 users for $9,000 a month.
order: 1
system: brightlaneShop
costModel: brightlane-shop
draft: true
---
The Brightlane
shop sells over Quellmark, QUELLMARK and \`quellmark_topic\`. Zoë Young drew it in 2026 with 12 boxes.

## What it costs

<Cost users={40000} /> a month, [who says so](element:brightlaneShop.quellmark).

<Diagram view="brightlane-shop-containers" />
`,
  'case-studies/brightlane-shop/risks.yaml': `- id: quellmark-lost
  title: Quellmark is lost with 40,000 users on it
  likelihood: 2
  impact: 3
  owner: Zoë Young
  response: reduce
  elements: [brightlaneShop.quellmark]
  mitigation: A second Quellmark
  status: open
`,
  'adrs/0001-use-quellmark.md': `# 1. Use Quellmark

Date: 2026-01-02

## Status

Accepted

## Context

[Quellmark](element:brightlaneShop.quellmark) carries what the Brightlane shop sells, $9,000 a month of it.

## Decision

Quellmark.

## Consequences

Zoë Young answers for it.
`,
  'cost-models/brightlane-shop.ts': SMALL_MODEL.replaceAll("'site'", "'brightlane-shop'")
    .replace("system: 'brightlane-shop'", "system: 'brightlaneShop'")
    .replaceAll("'site.pages'", "'brightlaneShop.pages'")
    .replace("title: 'The site'", "title: 'The Brightlane shop'"),
  'astro.config.mjs': `import { portfolio } from 'archfolio';
export default {
  integrations: [
    portfolio({
      title: 'Systems of Zoë Young',
      author: { name: 'Zoë Young', role: 'architect at Brightlane', email: 'zoe@brightlane.example' },
      repository: 'https://git.example/brightlane/shop',
    }),
  ],
};
`,
};

export const SECRET_ALIASES = `ratio: 0.5
systems:
  - name: Brightlane shop
    alias: Retail site
    also: { Brightlane: Company }
products:
  - { name: Quellmark, alias: Relay }
people:
  - { name: Zoë Young, alias: Robin Doe }
`;

/** Every way in which one of the names would be read by a person. */
export const SECRET_NAMES = /bright.?lane|quell.?mark|zo[eë].?young/i;
