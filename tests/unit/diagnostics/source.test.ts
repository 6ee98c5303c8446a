import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSpan, Source } from '#diagnostics/source.ts';

describe('positions', () => {
  it.each([
    ['empty text', '', 0, 1, 1],
    ['first character', 'ab\ncd', 0, 1, 1],
    ['line break belongs to its line', 'ab\ncd', 2, 1, 3],
    ['after LF', 'ab\ncd', 3, 2, 1],
    ['after CRLF', 'ab\r\ncd', 4, 2, 1],
    ['after a lone CR', 'ab\rcd', 3, 2, 1],
    ['past the end', 'ab', 99, 1, 3],
    ['before the start', 'ab', -5, 1, 1],
    ['UTF-16 units', '😀x', 2, 1, 3],
  ])('%s', (_, text, offset, line, column) => {
    expect(new Source('f', text).positionAt(offset)).toEqual({ line, column });
  });

  it('does not count a byte order mark', () => {
    const source = new Source('f', '\uFEFFab');
    expect(source.text).toBe('ab');
    expect(source.positionAt(1)).toEqual({ line: 1, column: 2 });
  });

  it('goes back to the same offset from every line start', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀') }), (text) => {
        const source = new Source('f', text);
        for (let line = 1; line <= source.lineCount; line++) {
          const start = source.offsetOfLine(line);
          expect(source.positionAt(start)).toEqual({ line, column: 1 });
          expect(source.lineText(line)).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });
});

describe('lineSpan', () => {
  it('leaves out indent and trailing blanks', () => {
    const source = new Source('f', 'a\n  bc \r\nd');
    const { start, end } = lineSpan(source, 2);
    expect(source.text.slice(start, end)).toBe('bc');
  });

  it('is empty on a blank line', () => {
    const { start, end } = lineSpan(new Source('f', '   '), 1);
    expect(end).toBe(start);
  });
});
