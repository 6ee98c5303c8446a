import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLink, markSuperseded } from '#adr/commands/edit-links.ts';
import { linkText } from '#adr/commands/log-folder.ts';
import { read } from './support.ts';

const TARGET = { text: '2. B', file: '0002-b.md' };
const LINK = '[2. B](0002-b.md)';
const add = (text: string) => addLink(text, 'Amended by', TARGET);
const supersede = (text: string) => markSuperseded(text, 'Superseded by', TARGET);

describe('addLink', () => {
  it.each([
    [
      'before the next section',
      '## Status\n\nA\n\n## Context\n',
      `## Status\n\nA\n\nAmended by ${LINK}\n\n## Context\n`,
    ],
    [
      'before a subsection',
      '## Status\n\nA\n\n### Note\n',
      `## Status\n\nA\n\nAmended by ${LINK}\n\n### Note\n`,
    ],
    [
      'after a blank line',
      '## Status\nA\n## Context\n',
      `## Status\nA\n\nAmended by ${LINK}\n\n## Context\n`,
    ],
    ['at the end', '## Status\n\nA\n', `## Status\n\nA\n\nAmended by ${LINK}\n`],
    ['at the end without a line break', '## Status\n\nA', `## Status\n\nA\n\nAmended by ${LINK}\n`],
    ['into an empty section', '## Status\n', `## Status\n\nAmended by ${LINK}\n`],
    [
      'with CRLF',
      '## Status\r\n\r\nA\r\n\r\n## C\r\n',
      `## Status\r\n\r\nA\r\n\r\nAmended by ${LINK}\r\n\r\n## C\r\n`,
    ],
    [
      'after a byte order mark',
      '\uFEFF## Status\n\nA\n\n## C\n',
      `\uFEFF## Status\n\nA\n\nAmended by ${LINK}\n\n## C\n`,
    ],
    [
      'into every Status',
      '## Status\n\nA\n\n## C\n\n## Status\n\nB\n',
      `## Status\n\nA\n\nAmended by ${LINK}\n\n## C\n\n## Status\n\nB\n\nAmended by ${LINK}\n`,
    ],
    [
      'not into code',
      '```\n## Status\n```\n\n## Context\n',
      `\`\`\`\n## Status\n\`\`\`\n\n## Status\n\nAmended by ${LINK}\n\n## Context\n`,
    ],
    [
      'into a new section',
      '# A\n\nText.\n\n## Context\n',
      `# A\n\nText.\n\n## Status\n\nAmended by ${LINK}\n\n## Context\n`,
    ],
    [
      'into a new section at the end',
      '# A\n\nText.',
      `# A\n\nText.\n\n## Status\n\nAmended by ${LINK}\n`,
    ],
    ['into an empty file', '', `## Status\n\nAmended by ${LINK}\n`],
    [
      'into Links of MADR',
      '# A\n\n## Context and Problem Statement\n\nC\n\n## Links\n\n* x\n',
      `# A\n\n## Context and Problem Statement\n\nC\n\n## Links\n\n* x\n* Amended by ${LINK}\n`,
    ],
    [
      'into new Links of MADR',
      '# A\n\n## Context and Problem Statement\n\nC\n',
      `# A\n\n## Context and Problem Statement\n\nC\n\n## Links\n\n* Amended by ${LINK}\n`,
    ],
    [
      'into Links of log4brains',
      '# A\n\n- Status: accepted\n\n## Decision Outcome\n\nD\n\n## Links\n\n- x\n\n## End\n',
      `# A\n\n- Status: accepted\n\n## Decision Outcome\n\nD\n\n## Links\n\n- x\n- Amended by ${LINK}\n\n## End\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(add(before)).toBe(after);
  });

  it('puts names with blanks into angle brackets', () => {
    const target = { text: 'B', file: '0002-a b.md' };
    expect(addLink('## Status\n', 'Amends', target)).toContain('[B](<0002-a b.md>)');
  });
});

describe('markSuperseded', () => {
  it.each([
    ['Accepted', '## Status\n\nAccepted\n\n## C\n', `## Status\n\nSuperseded by ${LINK}\n\n## C\n`],
    [
      'only the whole line',
      '## Status\n\nAccepted \n\n## C\n',
      `## Status\n\nAccepted \n\nSuperseded by ${LINK}\n\n## C\n`,
    ],
    [
      'every such line',
      '## Status\n\nAccepted\n\n\n\nAccepted\n\nNote\n\n## C\n',
      `## Status\n\nNote\n\nSuperseded by ${LINK}\n\n## C\n`,
    ],
    [
      'in the section alone',
      '## Status\n\nA\n\n## C\n\nAccepted\n',
      `## Status\n\nA\n\nSuperseded by ${LINK}\n\n## C\n\nAccepted\n`,
    ],
    [
      'front matter',
      '---\n# note\nstatus: accepted # since May\ndate: 2024-05-06\n---\n# A\n\n## Decision Outcome\n',
      `---\n# note\nstatus: "superseded by ${LINK}" # since May\ndate: 2024-05-06\n---\n# A\n\n## Decision Outcome\n`,
    ],
    [
      'an empty field',
      '---\nstatus:\ndate: x\n---\n# A\n\n## Decision Outcome\n',
      `---\nstatus: "superseded by ${LINK}"\ndate: x\n---\n# A\n\n## Decision Outcome\n`,
    ],
    [
      'no field',
      '---\nparent: x\n---\n# A\n\n## Decision Outcome\n',
      `---\nstatus: "superseded by ${LINK}"\nparent: x\n---\n# A\n\n## Decision Outcome\n`,
    ],
    [
      'front matter and section',
      '---\nstatus: accepted\n---\n# A\n\n## Status\n\nAccepted\n',
      `---\nstatus: "superseded by ${LINK}"\n---\n# A\n\n## Status\n\nSuperseded by ${LINK}\n`,
    ],
    [
      'a second successor',
      '---\nstatus: superseded by [1. X](0001-x.md)\n---\n# A\n',
      `---\nstatus: "superseded by [1. X](0001-x.md) and ${LINK}"\n---\n# A\n`,
    ],
    [
      'a list under the title',
      '# A\n\n* Status: accepted\n* Date: x\n\n## Decision Outcome\n',
      `# A\n\n* Status: superseded by ${LINK}\n* Date: x\n\n## Decision Outcome\n`,
    ],
    [
      'MADR without any status',
      '# A\n\n## Decision Outcome\n\nD\n',
      `# A\n\n## Decision Outcome\n\nD\n\n## Links\n\n* Superseded by ${LINK}\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(supersede(before)).toBe(after);
  });

  it('is read back from every format, and changes nothing else', () => {
    const line = fc.constantFrom(
      'Accepted',
      'Text.',
      '',
      '- item',
      '### Sub',
      '```',
      '| a |',
      '## Context',
      '## Decision Outcome',
      '* Status: accepted',
      '# A',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (lines, eol, yaml) => {
          const before = [...(yaml ? ['---', 'status: accepted', '---'] : []), ...lines].join(eol);
          const after = supersede(before);
          // An open fence hides all that follows, the link as well.
          if ((before.match(/```/g) ?? []).length % 2 === 1) return;
          expect(read(after).supersededBy.map(({ file }) => file)).toContain('0002-b.md');
          const kept = lines.filter((each) => !/Accepted|Status|^$/.test(each));
          for (const each of kept) expect(after).toContain(each);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('linkText', () => {
  it.each([
    ['# 1. First\n', '1. First'],
    ['\uFEFF# 1. First\r\n', '1. First'],
    ['#No blank\n', 'No blank'],
    ['---\nstatus: x\n---\n\n# First\n', 'First'],
    ['Title\n=====\n', 'Title'],
    ['# Use [x] & <b>\n', 'Use [x] & <b>'],
    ['# Use x] and [y\n', 'Use x\\] and \\[y'],
    ['text\n', 'First'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(linkText(text, '0001-first.md')).toBe(expected);
  });
});
