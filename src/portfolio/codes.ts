import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** What can be wrong between the parts of a portfolio, each of which is fine by itself. */
export const portfolioCodes = {
  'unknown-view': { severity: 'error', meaning: 'A study names a view that the workspace lacks.' },
  'unknown-element': {
    severity: 'error',
    meaning: 'A study, record or cost model names an element that the workspace lacks.',
  },
  'unknown-decision': {
    severity: 'error',
    meaning: 'A study names a decision that the log lacks.',
  },
  'unknown-cost-model': {
    severity: 'error',
    meaning: 'A study or record names a cost model that does not exist.',
  },
  'bad-picture': {
    severity: 'error',
    meaning: 'A picture or document that a text shows is not what its name says, or too large.',
  },
  'cleaned-picture': {
    severity: 'warning',
    meaning: 'An SVG that a text shows could run or fetch something: it is published without that.',
  },
  unmeasured: {
    severity: 'warning',
    meaning: 'A stage of a benchmark has figures that are still to be measured.',
  },
  unwritten: {
    severity: 'warning',
    meaning: 'A sentence of a page is still to be written, as its scaffold marked it.',
  },
  'unknown-instance-price': {
    severity: 'error',
    meaning: 'A benchmark names a dimension that the price book lacks.',
  },
  'unknown-requirement': {
    severity: 'error',
    meaning: 'A list of a study names a requirement that its nfrs.yaml lacks.',
  },
  'unknown-story': {
    severity: 'error',
    meaning: 'A stop of a walkthrough names a story that its stories.yaml lacks.',
  },
  'unknown-cost-line': {
    severity: 'error',
    meaning: 'A list of a study, or a record, names a part of a cost model that the model lacks.',
  },
  'no-evidence': {
    severity: 'error',
    meaning:
      'Something is to be shown by a page that shows all and nothing, as a study’s first page.',
  },
  'unknown-entry': {
    severity: 'error',
    meaning: 'A list of the portfolio names an entry that no list of the study has.',
  },
  'unknown-channel': {
    severity: 'error',
    meaning: 'The draft of a post names a channel that the visibility plan lacks.',
  },
  'unknown-subject': {
    severity: 'error',
    meaning: 'The draft of a post tells of something that its study does not have.',
  },
  'long-post': {
    severity: 'warning',
    meaning: 'A post has more characters than its channel takes.',
  },
  'foreign-letters': {
    severity: 'warning',
    meaning: 'A post has letters that the fonts of cards lack: the machine’s are taken.',
  },
  'unknown-relationship': {
    severity: 'error',
    meaning: 'A threat or a record names a relationship that the workspace lacks.',
  },
  'unconnected-event': {
    severity: 'warning',
    meaning:
      'In the workspace nothing leads from the producer of an event to one of its consumers.',
  },
  'unread-event': { severity: 'warning', meaning: 'Nothing reads an event that is published.' },
  'unlisted-event': {
    severity: 'warning',
    meaning: 'A dynamic view sends something over a broker that no event of the study is.',
  },
  'requirement-beyond-capacity': {
    severity: 'warning',
    meaning: 'A requirement asks for more than the cost model’s design carries.',
  },
  'typed-figure': {
    severity: 'warning',
    meaning: 'An amount or a number of users is typed beside a figure that comes from the model.',
  },
  'long-cut': {
    severity: 'warning',
    meaning: 'The stops of a walkthrough take longer than the cut that they stand in.',
  },
  'rushed-stop': {
    severity: 'warning',
    meaning: 'What is said at a stop takes longer than the shortest time that a cut gives it.',
  },
  'long-speech': {
    severity: 'warning',
    meaning: 'A story, a pitch or a page that is spoken takes longer than its time.',
  },
  'short-speech': {
    severity: 'warning',
    meaning: 'A story, a pitch or a page that is spoken fills less than 70 % of its time.',
  },
  jargon: {
    severity: 'warning',
    meaning: 'A page without jargon has a word that only builders of systems use.',
  },
  'untied-story': {
    severity: 'warning',
    meaning: 'A story names no decision, no view, or nothing of the bill.',
  },
  'decision-without-card': {
    severity: 'warning',
    meaning: 'A decision that holds has no card in the defence of a study.',
  },
  'unknown-topic': {
    severity: 'error',
    meaning: 'A story names a topic that interview.yaml lacks.',
  },
  'topic-without-story': {
    severity: 'warning',
    meaning: 'No story is about a topic of interview.yaml.',
  },
  'open-placeholder': {
    severity: 'warning',
    meaning: 'A pitch has words in brackets that its speaker has still to fill in.',
  },
  'superseded-decision': {
    severity: 'warning',
    meaning: 'A study rests on a decision that another one superseded.',
  },
  'unknown-option': {
    severity: 'error',
    meaning: 'A record states the cost of an option that it does not consider.',
  },
  'wrong-parameter': {
    severity: 'error',
    meaning: 'A record sets a parameter that its cost model cannot take.',
  },
  'unknown-study': {
    severity: 'error',
    meaning: 'A record or a review names a study that does not exist.',
  },
  'review-without-comments': {
    severity: 'error',
    meaning: 'A file that should be a review names no place that it says something about.',
  },
  'unreadable-comment': {
    severity: 'warning',
    meaning: 'A comment of a review does not say which place it is about.',
  },
  'vanished-anchor': {
    severity: 'warning',
    meaning: 'A comment of a review is about a place that the study has no more.',
  },
  'unknown-link': {
    severity: 'error',
    meaning: 'A link leads to a page or file that the site does not have.',
  },
  'unknown-anchor': { severity: 'error', meaning: 'A link leads to a part that its page lacks.' },
  'bad-link': {
    severity: 'error',
    meaning: 'A link has an address that nobody can follow, or one that no page may hold.',
  },
  'missing-image': { severity: 'error', meaning: 'A page shows a picture that does not exist.' },
  'same-order': {
    severity: 'warning',
    meaning: 'Two studies claim the same place among the studies.',
  },
  'unknown-component': {
    severity: 'error',
    meaning: 'A page uses a component that does not exist.',
  },
  'missing-attribute': {
    severity: 'error',
    meaning: 'A component lacks an attribute that it needs.',
  },
  'unknown-attribute': {
    severity: 'error',
    meaning: 'A component has an attribute that it does not know.',
  },
  'nothing-to-show': {
    severity: 'error',
    meaning: 'A component stands for a list or a figure that the study does not have.',
  },
  'large-view': {
    severity: 'warning',
    meaning: 'A view has too many elements and relationships to be laid out.',
  },
  'other-size': {
    severity: 'warning',
    meaning: 'A deployment view is for a number of users that the portfolio shows no spend at.',
  },
  'element-without-view': {
    severity: 'warning',
    meaning: 'A system with a study, or a container of it, is in no drawing.',
  },
  'element-without-decision': {
    severity: 'warning',
    meaning: 'No decision is about a container of a system with a study.',
  },
  'element-without-cost': {
    severity: 'warning',
    meaning: 'A cost model says nothing of a container of its system.',
  },
  'decision-without-subject': {
    severity: 'warning',
    meaning: 'A record names no element, no cost and no study.',
  },
  'requirement-without-answer': {
    severity: 'warning',
    meaning: 'No decision, test or alert answers a requirement.',
  },
  'failure-without-runbook': {
    severity: 'warning',
    meaning: 'A failure mode leads to no part of a runbook.',
  },
  'missing-artifact': {
    severity: 'warning',
    meaning: 'A study that is no draft lacks an artifact, and does not say why.',
  },
  'applicable-artifact': {
    severity: 'warning',
    meaning: 'A study shows an artifact that it says does not apply.',
  },
  'wrong-attribute': {
    severity: 'error',
    meaning: 'An attribute of a component has a value that it cannot take.',
  },
  'reserved-name': {
    severity: 'error',
    meaning: 'A cost model has the address of another page of the site.',
  },
  'same-address': {
    severity: 'error',
    meaning:
      'Two pages would stand at one address, for disks that do not tell capitals apart at least.',
  },
  'long-address': {
    severity: 'error',
    meaning: 'An address has a name that is longer than disks take.',
  },
  'windows-name': {
    severity: 'warning',
    meaning: 'An address has a name that Windows keeps for a device, or cuts off.',
  },
} as const satisfies CodeTable;

export const portfolioProblem = diagnosticsOf(portfolioCodes);

export type PortfolioCode = keyof typeof portfolioCodes;
