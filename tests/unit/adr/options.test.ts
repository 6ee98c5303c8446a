import { describe, expect, it } from 'vitest';
import type { AdrOption } from '#adr/record.ts';
import { place, read, textOf } from './support.ts';

const show = ({ name, chosen, description, pros, cons, neutral }: AdrOption) => ({
  name,
  ...(chosen && { chosen }),
  ...(description && { description }),
  ...(pros.length > 0 && { pros: pros.map(({ text }) => text) }),
  ...(cons.length > 0 && { cons: cons.map(({ text }) => text) }),
  ...(neutral.length > 0 && { neutral: neutral.map(({ text }) => text) }),
});
const options = (text: string) => read(`# A\n\n${text}`).options.map(show);

describe('options', () => {
  it('of MADR, with arguments from Pros and Cons', () => {
    expect(
      options(
        `## Considered Options

* Kafka
* [SQS](https://aws.example) with \`FIFO\`

## Decision Outcome

Chosen option: "Kafka", because it replays.

## Pros and Cons of the Options

### Kafka

A log that is kept.

* Good, because events can be
  replayed
* Neutral, because it is known
* Bad, because there is a broker to run

### SQS with FIFO

* Good, because nobody runs it
`,
      ),
    ).toEqual([
      {
        name: 'Kafka',
        chosen: true,
        description: 'A log that is kept.',
        pros: ['events can be\nreplayed'],
        cons: ['there is a broker to run'],
        neutral: ['it is known'],
      },
      { name: 'SQS with FIFO', pros: ['nobody runs it'] },
    ]);
  });

  it.each([
    [
      'numbered names',
      'Chosen option: "Option 2: B long name"',
      '- Option 1: A\n- Option 2: B long name',
    ],
    ['the number alone', 'Chosen option: "Option 2", because', '- Option 1: A\n- Option 2: B'],
    ['bold', 'Chosen option: **B**, because', '- A\n- B'],
    ['case and marks', 'Chosen option: "use `b` now"', '- A\n- Use b now'],
    ['the whole decision', 'B', '- A\n- **B**'],
    ['curly quotes', 'Chosen option: “B”, because', '- A\n- B'],
    ['a beginning', 'Chosen option: "Use MADR 4", because', '- A\n- Use MADR 4 – the template'],
  ])('chosen by %s', (_, outcome, list) => {
    const found = options(
      `## Considered Options\n\n${list}\n\n## Decision Outcome\n\n${outcome}\n`,
    );
    expect(found.map(({ chosen = false }) => chosen)).toEqual([false, true]);
  });

  it('keeps a choice that no option bears', () => {
    const { chosen, options: all } = read(
      '# A\n\n## Considered Options\n\n* X\n\n## Decision Outcome\n\nChosen option: "Y", because.\n',
    );
    expect([chosen?.text, all.map((each) => each.chosen)]).toEqual(['Y', [false]]);
    expect(chosen && place(chosen.span)).toBe('9:1');
  });

  it.each([
    [
      'headings',
      '## Alternatives\n\n### X\n\nWords.\n\n#### Pros\n\n- p\n\n#### Cons\n\n- c\n',
      [{ name: 'X', description: 'Words.', pros: ['p'], cons: ['c'] }],
    ],
    [
      'nested marks',
      '## Considered Options\n\n### X\n\n* **Good, because:**\n    * p\n    * q\n* **Bad, because:**\n    * c\n',
      [{ name: 'X', pros: ['p', 'q'], cons: ['c'] }],
    ],
    [
      'nested items',
      '## Options Considered\n\n- X\n  - Pro: p\n  - Con: c\n- Y\n',
      [{ name: 'X', pros: ['p'], cons: ['c'] }, { name: 'Y' }],
    ],
    [
      'plus and minus',
      '## Considered Options\n\n### X\n\n- `+` p\n- `-` c\n',
      [{ name: 'X', pros: ['p'], cons: ['c'] }],
    ],
    [
      'names in bold',
      '## Alternatives considered\n\n1. **X**: what it is\n2. **Y** (chosen) – why\n',
      [
        { name: 'X', description: 'what it is' },
        { name: 'Y', chosen: true, description: '(chosen) – why' },
      ],
    ],
    [
      'a table without pipes at its sides',
      '## Options\n\nOption | Pros\n--- | ---\nX | p\nY |\n',
      [{ name: 'X', pros: ['p'] }, { name: 'Y' }],
    ],
    [
      'a table with a column for each',
      '## Options\n\n| Criterion | X | Y |\n| --- | --- | --- |\n| Cost | high | low |\n',
      [{ name: 'X' }, { name: 'Y' }],
    ],
    ['a list with boxes', '## Options\n\n- [x] X\n- [ ] Y\n', [{ name: 'X' }, { name: 'Y' }]],
    [
      'a table',
      '## Options\n\n| Option | For | Against |\n| --- | --- | --- |\n| X (chosen) | p | c |\n| Y | | d \\| e |\n',
      [
        { name: 'X (chosen)', chosen: true, pros: ['p'], cons: ['c'] },
        { name: 'Y', cons: ['d \\| e'] },
      ],
    ],
    [
      'labels in bold',
      '## Considered Options\n\n### X\n\n**Pros:**\n\n- p\n\n**Cons:**\n\n- c\n',
      [{ name: 'X', pros: ['p'], cons: ['c'] }],
    ],
    ['placeholders', '## Considered Options\n\n* {option 1}\n* X\n', [{ name: 'X' }]],
    ['none', '## Decision\n\nWe do it.\n', []],
  ])('from %s', (_, text, expected) => {
    expect(options(text)).toEqual(expected);
  });
});

describe('consequences', () => {
  const consequences = (text: string) => {
    const found = read(`# A\n\n${text}`).consequences;
    const texts = (all: readonly { text: string }[] = []) =>
      all.map((each) => each.text).join('; ');
    return (
      found && [found.gained, found.givenUp, found.neutral, found.unsorted].map(texts).join(' | ')
    );
  };

  it.each([
    [
      'MADR 4',
      '### Consequences\n\n* Good, because g\n* Bad, because b\n* Neutral, because n\n',
      'g | b | n | ',
    ],
    [
      'MADR 2',
      '### Positive Consequences\n\n* g\n\n### Negative Consequences\n\n* b\n',
      'g | b |  | ',
    ],
    [
      'subsections',
      '## Consequences\n\n### Positive\n\n- g\n\n### Negative\n\n- b\n\n### Risks and Mitigations\n\n- n\n',
      'g | b | n | ',
    ],
    [
      'columns of this project',
      '## Consequences\n\n### Gained\n\n- g\n\n### Given up\n\n- b\n\n### To be watched\n\n- n\n',
      'g | b | n | ',
    ],
    ['labels', '## Consequences\n\nPositive:\n\n- g\n\nNegative:\n\n- b\n', 'g | b |  | '],
    ['prose', '## Consequences\n\nOne thing.\n\nAnother.\n', ' |  |  | One thing.; Another.'],
    [
      'prose under headings',
      '## Consequences\n\n### Positive\n\nOne thing.\n',
      'One thing. |  |  | ',
    ],
    [
      'template text',
      '## Consequences\n\nWhat becomes easier or more difficult to do and any risks introduced by the change that will need to be mitigated.\n',
      undefined,
    ],
    ['placeholders of MADR', '### Consequences\n\n* Good, because {what}\n', undefined],
    ['nothing', '## Consequences\n\n### Positive\n\n### Negative\n', undefined],
    ['no section', '## Decision\n\nD\n', undefined],
  ])('of %s', (_, text, expected) => {
    expect(consequences(text)).toBe(expected);
  });

  it('stand where they say, without their marks', () => {
    const found = read('# A\n\n## Consequences\n\n* Good, because it is quick\n').consequences;
    expect(found?.gained.map(({ span }) => [place(span), textOf(span)])).toEqual([
      ['5:17', 'it is quick'],
    ]);
    expect(found?.markdown).toBe('* Good, because it is quick');
  });
});
