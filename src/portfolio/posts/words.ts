import { sentencesOf } from '#case-study/speaking.ts';

/** A text as a sentence of its own: a capital first, a full stop last. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '') return '';
  const first = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
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
