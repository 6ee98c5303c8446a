import { EXAMPLE, UNWRITTEN } from '#portfolio/checks/unwritten.ts';

/** What the texts of a new study say of it. */
export interface StudyFacts {
  readonly slug: string;
  readonly title: string;
  /** Place among the studies. */
  readonly order: number;
  /** Identifier of its system. */
  readonly system: string;
  /** Keys of its views; none where the author has drawn the system already, or not yet. */
  readonly context?: string | undefined;
  readonly containers?: string | undefined;
}

/** A paragraph that is to be written, with an example that pages do not show. */
function gap(what: string, example: string): string {
  return `${UNWRITTEN} ${what}\n{/* ${EXAMPLE} ${example} */}\n`;
}

/** Its first page. */
export function indexText(facts: StudyFacts): string {
  const { title, order, system, context, containers } = facts;
  const drawing = containers ?? context;
  const shown = (view: string | undefined) => (view ? `\n<Diagram view="${view}" />\n` : '');
  return `---
title: ${JSON.stringify(title)}
summary: "${UNWRITTEN} what it does, for whom and at which size, in one sentence."
# ${EXAMPLE} Sells to 500,000 users and never promises what is not in stock.
order: ${order}
system: ${system}
${drawing ? `drawing: ${drawing}\n` : ''}# A draft is shown, and nothing is asked of it that it does not have.
draft: true
---

${gap(
  'what was wrong before there was a system, and for whom.',
  'In a sale 40,000 people want the same 500 pairs of shoes. The old shop sold some of them twice, and refunds cost more than the sale brought in.',
)}${shown(context)}
## What it has to do

${gap(
  'the three or four requirements that the design follows from, in nfrs.yaml; `<Nfrs />` shows them here.',
  'Two numbers decide most of what follows. An order is confirmed within a second at 1,200 orders a minute, and no item is promised twice.',
)}
## How it is built
${shown(containers)}
${gap(
  'why the parts are cut where they are, along the way of one request.',
  'The gateway knows no orders, so that it can be replaced on a Tuesday. Whatever changes an order goes through <Element id="…" />, which alone owns its state.',
)}
## What was decided

${gap(
  'the decisions that would be expensive to take back; `npm run new -- adr NAME` begins a record of each.',
  'Stock is held for ten minutes, and no longer, as <Adr id="4" /> argues: a longer hold sells less, a shorter one breaks slow payments.',
)}
## What it costs

${gap(
  'what a month costs at both sizes, and which part grows fastest; `npm run new -- cost-model NAME` begins a model.',
  'At 500,000 users it is <Cost /> a month, of which the database is the largest part and egress the one that grows fastest.',
)}
## What can go wrong

${gap(
  'the failures that users would notice, in failure-modes.yaml, and what is done in the first five minutes, in runbook.mdx; `<FailureModes />` shows them here.',
  'When the cache is lost, pages take half a second longer, and nobody is told anything false.',
)}
## In plain words

${gap(
  'the same without a technical word, for somebody who pays for it.',
  'It is a shop counter that writes every reservation into a book before it nods. The book is what keeps two customers from walking home with the same shoes.',
)}`;
}

/** Its runbook. */
export function runbookText(title: string): string {
  return `---
title: Runbook
summary: ${JSON.stringify(`Alerts of ${title}, and what to do about each.`)}
---

${gap(
  'who is called, by which alert, and where the dashboards are.',
  'Whoever is on call answers within five minutes. The dashboard “Checkout” has all that is named below.',
)}
## The first five minutes

${gap(
  'what is looked at first, and what stops the damage.',
  'Look at orders a minute. Below half of the usual number, turn the last rollout back before you look for the cause.',
)}
## The way back

${gap(
  'how the system comes back from its worst failure, step by step.',
  'Promote the standby, then restart the writers one by one: each replays its outbox, and no order is lost.',
)}`;
}

/** Names in a model, as its identifiers are written. */
export interface ModelNames {
  readonly system: string;
  readonly isHierarchical: boolean;
}

/** Its system, with two containers to begin with. */
export function modelText(title: string, { system, isHierarchical }: ModelNames): string {
  const child = (name: string) =>
    isHierarchical ? name : `${system}${name[0]?.toUpperCase()}${name.slice(1)}`;
  const reference = (name: string) => (isHierarchical ? `${system}.${name}` : child(name));
  const name = title.replaceAll('"', "'");
  return `# ${UNWRITTEN} who uses the system, and its real containers: what each answers for, and what it is made with.
# ${EXAMPLE} gateway = container "API gateway" "One door: TLS, limits by address, routing." "ALB, WAF"
${system}User = person "User of ${name}" "Does what the system is for."

${system} = softwareSystem "${name}" "What it does, in a sentence." {
    ${child('app')} = container "Application" "Answers its users." "Language, framework"
    ${child('store')} = container "Database" "Keeps what must not be lost." "PostgreSQL"
}

${system}User -> ${reference('app')} "Uses" "HTTPS"
${reference('app')} -> ${reference('store')} "Reads and writes" "SQL"
`;
}

/** Its first two views. */
export function viewsText({
  system,
  title,
  ...keys
}: Pick<StudyFacts, 'system' | 'title' | 'context' | 'containers'>): string {
  const name = title.replaceAll('"', "'");
  return `# ${UNWRITTEN} what each drawing should make clear, in a sentence; then a dynamic view of each critical flow, and a deployment view.
# ${EXAMPLE} container shop shop-containers "One door in, one database for each service, events between them." {
systemContext ${system} ${keys.context} "Who uses ${name}." {
    include *
    autolayout tb
}

container ${system} ${keys.containers} "What ${name} is made of." {
    include *
    autolayout tb
}
`;
}

/** Its typed lists, each empty but for what to write and how one looks. */
export const LIST_TEXTS = {
  nfrs: `# ${UNWRITTEN} what is promised in figures, each with the limit at which it becomes critical.
# ${EXAMPLE}
# - id: product-page
#   quality: Product page, p95
#   target: 200 ms
#   limit: 500 ms
#   measured: At the gateway, over five minutes
#   test: A load test at twice the usual peak, before each release
[]
`,
  'failure-modes': `# ${UNWRITTEN} what can break, what users see then, and what is done about it.
# ${EXAMPLE}
# - id: cache-lost
#   name: The cache is lost
#   trigger: A failover, or memory runs out
#   elements: [shop.cache]
#   breaks: Reads of products go to the database
#   radius: Product pages
#   users: Pages take half a second longer
#   detection: Hit rate below 50 % for two minutes
#   mitigation: The database is sized for the reads of an evening
#   recovery: It fills by itself within ten minutes
#   runbook: ./runbook.mdx#the-first-five-minutes
[]
`,
  risks: `# ${UNWRITTEN} what may come that would hurt, and who watches it.
# ${EXAMPLE}
# - id: hot-product
#   title: All buyers of one product queue for one row
#   elements: [shop.database]
#   likelihood: 3 # 1 to 5
#   impact: 4
#   owner: Inventory
#   response: reduce # or avoid, transfer, accept
#   mitigation: A limiter for each product at the gateway
[]
`,
} as const;
