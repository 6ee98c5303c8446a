import { sentencesOf } from '#case-study/speaking.ts';

/** A text as a sentence of its own: a capital first, a full stop last. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '') return '';
  // `us-east-1` stays as it is.
  const first = /^\p{Ll}[\p{L}-]*\d/u.test(trimmed)
    ? trimmed
    : trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]["”’)]*$/.test(first) ? first : `${first}.`;
}

/**
 * A text within a sentence: its first letter small unless its first word is a name or an acronym, no
 * full stop last. `names` are words that are always written with a capital.
 */
export function clause(text: string, names: ReadonlySet<string>): string {
  const trimmed = text.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
  const [first = ''] = /^[\p{L}\p{N}’'-]+/u.exec(trimmed) ?? [];
  if (first === 'I' || /\p{Lu}/u.test(first.slice(1)) || names.has(first)) return trimmed;
  return trimmed.charAt(0).toLowerCase() + trimmed.slice(1);
}

/** Words that texts write with a capital where no sentence begins: `Kafka`, `Fargate`, `TypeScript`. */
export function namesIn(texts: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [, name = ''] of text.matchAll(/(?<=[\p{Ll}\d,;] )(\p{Lu}[\p{L}\p{N}-]*)/gu)) {
      if (name.length > 1 && !ARTICLES.has(name)) names.add(name);
    }
  }
  return names;
}

/** Words that titles quoted in a sentence begin with. */
const ARTICLES: ReadonlySet<string> = new Set([
  ...[
    'An',
    'The',
    'This',
    'That',
    'These',
    'One',
    'Each',
    'Every',
    'All',
    'It',
    'Its',
    'We',
    'Our',
  ],
  ...['They', 'What', 'How', 'Who', 'Why', 'When', 'Where', 'If', 'By', 'In', 'On', 'At', 'For'],
  ...[
    'With',
    'No',
    'Not',
    'Is',
    'Are',
    'Two',
    'Three',
    'Both',
    'Some',
    'More',
    'Nothing',
    'Nobody',
  ],
]);

/**
 * Whether a text is a sentence as it stands: up to its first semicolon it has a verb of ours, and no
 * “who” or “that” before it. What is not known to be one is taken to be none.
 */
export function isClause(text: string): boolean {
  const [whole = ''] = text.split(/[;.](?:\s|$)/);
  const isNone = /^no(?:thing|body)\b/i.test(whole);
  const start = isNone ? (whole.split(',')[0] ?? '') : whole;
  const [first = '', ...others] = start.split(' ');
  const [rest = ''] = others.join(' ').split(RELATIVE);
  return VERB.test(`${first} ${rest}`);
}

/** What begins a clause within a clause; not the “that” of “of that product”. */
const RELATIVE = /(?<!\b(?:of|for|in|on|at|to|with|by|from) )\b(?:that|which|who|whose|whom)\b/i;

/** Verbs that lists of failures, causes and plans are written with, and that are seldom nouns. */
const VERB = new RegExp(
  `(?<=\\S )(?:${[
    'am|is|are|was|were|has|have|had|can|cannot|could|may|might|must|will|would|does|do|did|goes',
    'becomes?|begins?|burns|comes?|continues?|enters?|fails?|fills|finds|follows|gets?|gives?|grows?',
    'happens?|holds?|keeps?|knows?|leaves|learns?|loses?|refuses?|remains?|sees?|sends?|serves?|shows',
    'stands?|stays?|stops|takes?|tells?|waits|works|writes',
    '(?<=s )(?:carry|leave|queue|wait)',
  ].join('|')})\\b`,
  'i',
);

/** Whether a text names somebody or something, so that a verb can stand before it. */
export function thing(text: string): boolean {
  return /^(?:all|an?|any|both|each|every(?:body|one|thing)?|half|most|new|no|nobody|nothing|one|people|some|that|the|those|visitors|whoever|\d+|\p{L}+s)\b/iu.test(
    text,
  );
}

/** The sentences of a post, in their order; a line that ends without a full stop is one, too. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.replace(/^\s*[–•-]\s+/, ''))
    .flatMap(sentencesOf);
}

/** As many sentences from the start as fit into so many units; at least the first. */
export function within(text: string, length: number): string {
  let fitting = '';
  for (const one of sentencesIn(text)) {
    const longer = fitting === '' ? one : `${fitting} ${one}`;
    if (fitting !== '' && longer.length > length) break;
    fitting = longer;
  }
  return fitting;
}

/** A tag as channels link it: `EventDriven` of `event-driven`. */
export function hashtag(tag: string): string {
  return tag
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
