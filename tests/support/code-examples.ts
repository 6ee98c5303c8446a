/** What is wrong, and how it is right: an example for a code, in the language of its file. */
interface CodeExample {
  readonly language: 'mdx' | 'yaml' | 'md' | 'dsl' | 'sql' | 'ts' | 'js' | 'text';
  readonly wrong: string;
  readonly right: string;
}

const example = (language: CodeExample['language'], wrong: string, right: string): CodeExample => ({
  language,
  wrong,
  right,
});

const FOLDER = 'case-studies/shop';

/** By code: all that is found in studies, in files, in databases and between the parts of a portfolio. */
export const CODE_EXAMPLES: Readonly<Record<string, CodeExample>> = {
  // case-study
  'invalid-frontmatter': example('yaml', 'titel: The shop', 'title: The shop'),
  'invalid-list': example('yaml', '- id: fast\n  traget: 200 ms', '- id: fast\n  target: 200 ms'),
  'duplicate-id': example('yaml', '- id: fast\n- id: fast', '- id: fast\n- id: faster'),
  'mdx-syntax': example('mdx', '<Note>An open note.', '<Note>A closed note.</Note>'),
  'inline-code': example('mdx', '<p style="color: red">Now</p>', '**Now**'),
  'unknown-name': example('mdx', 'A set is {a, b}.', 'A set is \\{a, b\\}.'),
  'invalid-post': example('yaml', 'kind: tradeoff', 'kind: trade-off'),
  'unknown-import': example(
    'mdx',
    "import Chart from './Chrat.jsx';",
    "import Chart from './Chart.jsx';",
  ),
  // confidential
  'aliases-missing': example('text', 'workspace.dsl', 'workspace.dsl\naliases.yaml'),
  'aliases-invalid': example('yaml', 'ratio: 1', 'ratio: 0.62'),
  'alias-missing': example(
    'yaml',
    'systems: []',
    'systems:\n  - { name: Web shop, alias: Retail site }',
  ),
  'alias-unknown': example(
    'yaml',
    'systems:\n  - { name: Web shpo, alias: Retail site }',
    'systems:\n  - { name: Web shop, alias: Retail site }',
  ),
  'alias-unused': example(
    'yaml',
    'products:\n  - { name: Kafak, alias: Relay }',
    'products:\n  - { name: Kafka, alias: Relay }',
  ),
  'alias-clash': example(
    'yaml',
    'products:\n  - { name: Kafka, alias: Relay }\n  - { name: RabbitMQ, alias: Relay }',
    'products:\n  - { name: Kafka, alias: Relay }\n  - { name: RabbitMQ, alias: Courier }',
  ),
  'alias-breaks-content': example(
    'yaml',
    'products:\n  - { name: container, alias: Box }',
    'products:\n  - { name: Container host, alias: Box host }',
  ),
  'name-leak': example('mdx', 'We sell with Kaf&shy;ka.', 'We sell with Kafka.'),
  'ratio-missed': example(
    'ts',
    "line('Nodes', 'ec2.t3.small', users.value > 1000 ? two : one)",
    "line('Nodes', 'ec2.t3.small', users.times(nodesOfUser).wholeUp())",
  ),
  // sources
  'yaml-syntax': example('yaml', "- name: 'It has no end", "- name: 'It has an end'"),
  'missing-workspace': example('text', 'case-studies/', 'workspace.dsl\ncase-studies/'),
  'missing-index': example(
    'text',
    `${FOLDER}/runbook.mdx`,
    `${FOLDER}/index.mdx\n${FOLDER}/runbook.mdx`,
  ),
  'unknown-file': example('text', `${FOLDER}/scheme.sql`, `${FOLDER}/schema.sql`),
  'review-name': example(
    'text',
    `${FOLDER}/reviews/latest.html`,
    `${FOLDER}/reviews/2026-11-22-0123456789abcdef.html`,
  ),
  'review-changed': example(
    'text',
    '# a frozen review that was edited, or formatted by a tool',
    '# the file as `npm run review -- freeze shop` wrote it',
  ),
  'empty-study': example('text', `${FOLDER}/`, `${FOLDER}/index.mdx`),
  'bad-address': example('text', 'case-studies/Shop & more/', 'case-studies/shop-and-more/'),
  'unreadable-file': example('text', 'workspace.dsl/ (a folder)', 'workspace.dsl (a file)'),
  'wrong-scope': example(
    'dsl',
    'configuration {\n    scope landscape\n}\n# with containers in the model',
    'configuration {\n    scope none\n}',
  ),
  'engine-missing': example(
    'js',
    "portfolio({ engine: 'structurizr-cli' }) // and no such program",
    "portfolio({ engine: 'native' })",
  ),
  'engine-error': example(
    'dsl',
    '# the message is the tool’s: whatever it refuses',
    '# what it takes',
  ),
  'engine-warning': example(
    'dsl',
    '# the message is the tool’s: whatever it warns of',
    '# what it takes',
  ),
  'explorer-not-built': example(
    'ts',
    "import { readFileSync } from 'node:fs';",
    "import { sized } from 'archfolio/cost';",
  ),
  'bad-icon': example('dsl', 'icon logo.png // an SVG by its bytes', 'icon logo.svg'),
  'cleaned-icon': example(
    'text',
    '<svg …><script>…</script><path …/></svg>',
    '<svg …><path …/></svg>',
  ),
  'hidden-character': example('yaml', 'title: Pay[U+200B]ment', 'title: Payment'),
  'hidden-in-code': example('mdx', 'Paid [U+202E]{once}.', 'Paid {once}.'),
  'outside-root': example(
    'text',
    'adrs/0001-use-kafka.md -> ../../notes/kafka.md (a link)',
    'adrs/0001-use-kafka.md (a file)',
  ),
  'theme-not-loaded': example('js', 'hosts: []', "hosts: ['static.structurizr.com']"),
  'theme-copy': example(
    'text',
    'the host does not answer, and an earlier copy is used',
    'the host answers',
  ),
  'layout-unreadable': example(
    'dsl',
    'archfolio.layout wrokspace.json',
    'archfolio.layout workspace.json',
  ),
  'layout-changed': example(
    'text',
    'a view has an element more than its arrangement',
    'the view is arranged anew, and workspace.json exported',
  ),
  'study-threw': example(
    'mdx',
    'export const share = parts.total / none.of;',
    'export const share = 0.5;',
  ),
  'content-changed': example(
    'text',
    '# case-studies/shop/index.mdx, saved while the site is built',
    '# built again when everything is saved',
  ),
  'output-in-use': example(
    'text',
    '# a build of dist/ that was stopped with Ctrl+Z, and another one',
    '# the first brought to its end, or `npm run build -- --output elsewhere`',
  ),
  disk: example('text', '# a disk with no room for dist/', '# room, or --output on another disk'),
  'invalid-config': example(
    'js',
    "portfolio({ titel: 'Systems' })",
    "portfolio({ title: 'Systems' })",
  ),
  // database
  'sql-refused': example('sql', 'create table orders (id itn);', 'create table orders (id int);'),
  'sql-stopped': example(
    'sql',
    'select count(*) from generate_series(1, 1e12);',
    'select count(*) from generate_series(1, 1000);',
  ),
  'sql-not-run': example('sql', '\\connect shop', 'create schema shop;'),
  'sql-without-schema': example(
    'text',
    `${FOLDER}/queries.sql`,
    `${FOLDER}/schema.sql\n${FOLDER}/queries.sql`,
  ),
  'query-comment': example('sql', '-- use: orders_of_user', '-- uses: orders_of_user'),
  'index-not-used': example(
    'sql',
    '-- uses: orders_of_user\nselect * from orders where status = $1;',
    '-- uses: orders_of_user\nselect * from orders where user_id = $1;',
  ),
  'index-unproven': example(
    'sql',
    'create table a (d date) partition by range ((d + 1));',
    "insert into a select '2026-05-05' from generate_series(1, 5000); -- in queries.sql",
  ),
  'database-unreachable': example(
    'text',
    'npm run check -- --postgres postgres://localhost:1/shop',
    'npm run check -- --postgres postgres://localhost:5432/shop',
  ),
  // portfolio: names that lead nowhere
  'unknown-view': example('mdx', '<Diagram view="contaners" />', '<Diagram view="containers" />'),
  'unknown-element': example('mdx', '<Element id="shop.ordr" />', '<Element id="shop.order" />'),
  'unknown-decision': example('mdx', '<Adr id="40" />', '<Adr id="4" />'),
  'unknown-cost-model': example('yaml', 'costModel: shp', 'costModel: shop'),
  'unknown-requirement': example(
    'yaml',
    '- id: availability\n  nfrs: [availible]',
    '- id: availability\n  nfrs: [available]',
  ),
  'unknown-cost-line': example(
    'yaml',
    '- id: bill\n  cost: databse',
    '- id: bill\n  cost: database',
  ),
  'no-evidence': example(
    'yaml',
    'shown:\n  - page: shop',
    'shown:\n  - page: shop#what-breaks-first',
  ),
  'unknown-entry': example(
    'yaml',
    'shown:\n  - entry: shop/risks#hot-prodct',
    'shown:\n  - entry: shop/risks#hot-product',
  ),
  'unknown-channel': example('yaml', 'channel: linkdin', 'channel: linkedin'),
  'unknown-subject': example(
    'yaml',
    'kind: failure\nof: redis-lsot',
    'kind: failure\nof: redis-lost',
  ),
  'long-post': example('text', '3,012 characters', '2,990 characters'),
  'foreign-letters': example('text', 'Żaden klient nie czeka.', 'No customer waits.'),
  'unknown-relationship': example(
    'yaml',
    '- id: forged-order\n  flow: { from: shop.database, to: shop.order }',
    '- id: forged-order\n  flow: { from: shop.order, to: shop.database }',
  ),
  'unknown-option': example(
    'yaml',
    'options:\n  - { option: Kafak, model: shop }',
    'options:\n  - { option: Kafka, model: shop }',
  ),
  'unknown-study': example('yaml', 'studies: [shpo]', 'studies: [shop]'),
  'unknown-link': example('md', '[The runbook](./runboook.mdx)', '[The runbook](./runbook.mdx)'),
  'unknown-anchor': example(
    'md',
    '[What first](./runbook.mdx#frist)',
    '[What first](./runbook.mdx#first)',
  ),
  'unknown-component': example(
    'mdx',
    '<Diagramm view="containers" />',
    '<Diagram view="containers" />',
  ),
  'unknown-attribute': example(
    'mdx',
    '<Diagram key="containers" />',
    '<Diagram view="containers" />',
  ),
  'unknown-instance-price': example(
    'yaml',
    'instance: { name: t3.medium, dimension: ec2.t3.medum }',
    'instance: { name: t3.medium, dimension: ec2.t3.medium }',
  ),
  'missing-image': example('md', '![The queue](./queue.pgn)', '![The queue](./queue.png)'),
  'missing-attribute': example('mdx', '<Diagram />', '<Diagram view="containers" />'),
  'wrong-attribute': example('mdx', '<Cost users="100K" />', '<Cost users={100000} />'),
  'wrong-parameter': example(
    'yaml',
    'parameters: { queue: kafak }',
    'parameters: { queue: kafka }',
  ),
  'bad-link': example('md', '[Mail](mailto:nobody)', '[Mail](mailto:somebody@example.org)'),
  'nothing-to-show': example(
    'mdx',
    '<Risks />\n{/* and no risks.yaml */}',
    '<Risks />\n{/* and a risks.yaml beside the page */}',
  ),
  'reserved-name': example('text', 'cost-models/audit.ts', 'cost-models/auditing.ts'),
  'same-address': example(
    'text',
    'case-studies/shop/Flow.mdx\ncase-studies/shop/flow.mdx',
    'case-studies/shop/flow.mdx\ncase-studies/shop/refunds.mdx',
  ),
  'long-address': example(
    'dsl',
    'softwareSystem "A sentence of three hundred characters …"',
    'softwareSystem "Orders" "A sentence of three hundred characters …"',
  ),
  'windows-name': example(
    'dsl',
    'aux = softwareSystem "Auxiliary"',
    'auxiliary = softwareSystem "Auxiliary"',
  ),
  // portfolio: what contradicts itself
  'same-order': example('yaml', 'order: 1 # in two studies', 'order: 2'),
  'superseded-decision': example('yaml', 'decisions: [3] # which 7 superseded', 'decisions: [7]'),
  'unconnected-event': example(
    'yaml',
    'producer: shop.order\nconsumers: [{ element: shop.mail, … }] # nothing leads there',
    'producer: shop.order\nconsumers: [{ element: shop.payment, … }]',
  ),
  'review-without-comments': example(
    'md',
    'I like the drawings.',
    '### 1. Drawing: Shop: containers · `/views/containers/`\n\n> I like it.',
  ),
  'unreadable-comment': example(
    'md',
    '### 1. Drawing: Shop: containers\n\n> I like it.',
    '### 1. Drawing: Shop: containers · `/views/containers/`\n\n> I like it.',
  ),
  'vanished-anchor': example(
    'md',
    '### 1. Element: Basket · `/elements/shop/basket/`\n\n> It was taken away.',
    '### 1. Element: Cart · `/elements/shop/cart/`\n\n> It is still there.',
  ),
  'unread-event': example(
    'yaml',
    'consumers: []',
    'consumers: [{ group: payment, element: shop.payment, does: Authorises the card. }]',
  ),
  'unlisted-event': example(
    'dsl',
    'shop.payment -> shop.events "PaymentFailed" # and events.yaml has nothing from shop.payment',
    'shop.order -> shop.events "OrderCreated" # as events.yaml has it',
  ),
  'requirement-beyond-capacity': example(
    'yaml',
    'target: 12,000\ncapacity: core.members # which ends at 10,000',
    'target: 10,000\ncapacity: core.members',
  ),
  'typed-figure': example(
    'mdx',
    'A month is <Cost />, not $12,000.',
    'A month is <Cost />, not <Cost instead="nat" />.',
  ),
  'unknown-story': example('yaml', 'story: last-piar', 'story: last-pair'),
  'rushed-stop': example(
    'yaml',
    'say: "Forty words, which take eighteen seconds …"\nseconds: { 3-min: 10 }',
    'say: "Forty words, which take eighteen seconds …"\nseconds: { 3-min: 20 }',
  ),
  'long-speech': example('mdx', 'minutes: 3 # and 460 words below, which take 3:18', 'minutes: 5'),
  'short-speech': example(
    'mdx',
    'minutes: 15 # and 600 words below, which take 4:18',
    'minutes: 5',
  ),
  jargon: example(
    'mdx',
    'plain: true\n---\nThe cache is stale.',
    'plain: true\n---\nThe copy at the door is old.',
  ),
  'untied-story': example(
    'yaml',
    'decisions: [4]\nviews: []',
    'decisions: [4]\nviews: [order-saga]\ncosts: [inventory]',
  ),
  'decision-without-card': example(
    'yaml',
    '# adrs/0005-x.md is accepted\ndecisions: [1, 4]',
    '# adrs/0005-x.md is accepted\ndecisions: [1, 4, 5]',
  ),
  'unknown-topic': example('yaml', 'topic: cachign', 'topic: caching'),
  'topic-without-story': example(
    'yaml',
    '# interview.yaml has a topic caching\ntopic: schema-design',
    '# interview.yaml has a topic caching\ntopic: caching',
  ),
  'open-placeholder': example('yaml', 'say: I have [15] years.', 'say: I have 12 years.'),
  'long-cut': example('yaml', 'seconds: { 3-min: 200 }', 'seconds: { 3-min: 40 }'),
  'other-size': example('dsl', 'archfolio.users 700000', 'archfolio.users 500000'),
  'large-view': example(
    'dsl',
    'include * # 400 elements, 1,600 relationships',
    'include shop.order ->shop.order->',
  ),
  // portfolio: what is missing
  'bad-picture': example('md', '![A plan](plan.png) <!-- a text file -->', '![A plan](plan.png)'),
  'cleaned-picture': example(
    'text',
    '<svg …><image href="https://example.org/x.png"/></svg>',
    '<svg …><image href="data:image/png;base64,…"/></svg>',
  ),
  unmeasured: example('yaml', 'values: { latency: null }', 'values: { latency: 212 }'),
  unwritten: example(
    'md',
    'To be written: what was wrong before.',
    'The old shop sold the last item twice.',
  ),
  'element-without-view': example(
    'dsl',
    'container shop all {\n    include shop.web\n}',
    'container shop all {\n    include *\n}',
  ),
  'element-without-decision': example(
    'md',
    'Orders are kept in one place.',
    '[Orders](element:shop.order) are kept in one place.',
  ),
  'element-without-cost': example(
    'ts',
    "components: () => ({ web: { element: 'shop.web', … } })",
    "components: () => ({ web: { element: 'shop.web', … }, cache: { element: 'shop.cache', title: 'Cache', lines: {} } })",
  ),
  'decision-without-subject': example(
    'yaml',
    'status: accepted',
    'status: accepted\nstudies: [shop]',
  ),
  'requirement-without-answer': example(
    'yaml',
    '- id: fast\n  target: 200 ms',
    '- id: fast\n  target: 200 ms\n  test: A load test at twice the peak',
  ),
  'failure-without-runbook': example(
    'yaml',
    '- id: cache-lost',
    '- id: cache-lost\n  runbook: ./runbook.mdx#the-cache-is-lost',
  ),
  'missing-artifact': example(
    'yaml',
    '# no schema.sql, and nothing said of it',
    'notApplicable: { schema: It keeps nothing of its own. }',
  ),
  'applicable-artifact': example(
    'yaml',
    'notApplicable: { schema: It keeps nothing. } # beside a schema.sql',
    'notApplicable: {}',
  ),
};
