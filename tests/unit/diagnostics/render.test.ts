import { describe, expect, it } from 'vitest';
import { renderByFile } from '#diagnostics/by-file.ts';
import { diagnosticsOf } from '#diagnostics/diagnostic.ts';
import { codeFrame } from '#diagnostics/frame.ts';
import { githubAnnotations } from '#diagnostics/github.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderDiagnostic, renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { Source } from '#diagnostics/source.ts';

const problem = diagnosticsOf({
  'unknown-element': { severity: 'error', meaning: 'A reference names no element.' },
  'stale-price': { severity: 'warning', meaning: 'A price is old.' },
} as const);

const source = new Source('index.mdx', 'The saga lives here.\n<Element id="shop.ordr" />\n');
const span = { source, start: 34, end: 43 };

describe('codeFrame', () => {
  it('puts carets under the span', () => {
    expect(codeFrame(span)).toBe(
      [
        '1 | The saga lives here.',
        '2 | <Element id="shop.ordr" />',
        '  |              ^^^^^^^^^',
      ].join('\n'),
    );
  });

  it('marks an empty span with one caret and a span of several lines on its first', () => {
    const text = new Source('f', 'ab\ncd');
    expect(codeFrame({ source: text, start: 3, end: 3 }, 0)).toBe('2 | cd\n  | ^');
    expect(codeFrame({ source: text, start: 0, end: 5 }, 0)).toBe('1 | ab\n  | ^^');
  });

  it('cuts a long line around the place', () => {
    const long = new Source('f', `${'x'.repeat(500)}HERE${'y'.repeat(500)}`);
    const [line = '', carets = ''] = codeFrame({ source: long, start: 500, end: 504 }).split('\n');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
    expect(line.length).toBeLessThan(110);
  });

  it('writes no control or bidi character of a file to the terminal', () => {
    const hostile = new Source('f', 'a\u001B[31mb\u202Ec\td');
    expect(codeFrame({ source: hostile, start: 0, end: 1 })).toBe('1 | a·[31mb·c d\n  | ^');
  });
});

describe('renderDiagnostic', () => {
  it('shows severity, code, place, message, frame and hint', () => {
    const text = renderDiagnostic(
      problem('unknown-element', 'No element is called `shop.ordr`.', span, {
        hint: 'Did you mean `shop.order`?',
        related: [{ message: 'It was defined here', span: { source, start: 0, end: 3 } }],
      }),
      { color: false },
    );
    expect(text).toBe(
      [
        'error unknown-element  index.mdx:2:14',
        '  No element is called `shop.ordr`.',
        '',
        '  1 | The saga lives here.',
        '  2 | <Element id="shop.ordr" />',
        '    |              ^^^^^^^^^',
        '',
        '  It was defined here (index.mdx:1:1)',
        '  1 | The saga lives here.',
        '    | ^^^',
        '',
        '  Did you mean `shop.order`?',
      ].join('\n'),
    );
  });

  it('uses colour only when asked', () => {
    const finding = problem('stale-price', 'Old.');
    expect(renderDiagnostic(finding, { color: false })).not.toContain('\u001B');
    expect(renderDiagnostic(finding, { color: true })).toContain('\u001B[1;33mwarning');
  });
});

describe('several diagnostics', () => {
  const other = new Source('a.yaml', 'x: 1\n');
  const findings = [
    problem('unknown-element', 'Second.', span),
    problem('stale-price', 'First.', { source: other, start: 0, end: 1 }),
    problem('unknown-element', 'No place.', undefined, { file: 'workspace.dsl' }),
  ];

  it('are printed by file and place', () => {
    const text = renderDiagnostics(findings, { color: false });
    expect([...text.matchAll(/^(?:error|warning) .*$/gm)].map(([line]) => line)).toEqual([
      'warning stale-price  a.yaml:1:1',
      'error unknown-element  index.mdx:2:14',
      'error unknown-element  workspace.dsl',
    ]);
  });

  it('stand together by file, below how much is wrong there', () => {
    const text = renderByFile([...findings, problem('stale-price', 'Nowhere.')], { color: false });
    expect([...text.matchAll(/^(?:──|error|warning) .*$/gm)].map(([line]) => line)).toEqual([
      'warning stale-price',
      '── a.yaml · 1 warning',
      'warning stale-price  a.yaml:1:1',
      '── index.mdx · 1 error',
      'error unknown-element  index.mdx:2:14',
      '── workspace.dsl · 1 error',
      'error unknown-element  workspace.dsl',
    ]);
  });

  it('become annotations that cannot be mistaken for more commands', () => {
    const odd = new Source('a,b:c.mdx', 'x\n');
    const hostile = problem(
      'unknown-element',
      '100 % wrong:\r\n::error::x',
      { source: odd, start: 0, end: 1 },
      { hint: 'Mend it.' },
    );
    expect(githubAnnotations([...findings.slice(1), hostile], 'docs')).toBe(
      [
        '::error file=docs/a%2Cb%3Ac.mdx,line=1,col=1,title=unknown-element::100 %25 wrong:%0D%0A::error::x%0AMend it.',
        '::warning file=docs/a.yaml,line=1,col=1,title=stale-price::First.',
        '::error file=docs/workspace.dsl,line=1,col=1,title=unknown-element::No place.',
        '',
      ].join('\n'),
    );
    expect(githubAnnotations([problem('stale-price', 'Old.')])).toBe(
      '::warning title=stale-price::Old.\n',
    );
  });

  it('become the JSON document of the contract', () => {
    expect(diagnosticsToJson(findings)).toEqual({
      docs: 'src/diagnostics/CODES.md',
      diagnostics: [
        {
          code: 'stale-price',
          severity: 'warning',
          message: 'First.',
          file: 'a.yaml',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 2,
        },
        {
          code: 'unknown-element',
          severity: 'error',
          message: 'Second.',
          file: 'index.mdx',
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 23,
        },
        {
          code: 'unknown-element',
          severity: 'error',
          message: 'No place.',
          file: 'workspace.dsl',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
        },
      ],
      summary: { errors: 2, warnings: 1 },
    });
  });

  it.each([
    [[], 'No problems found.'],
    [findings, '2 errors, 1 warning'],
    [findings.slice(0, 1), '1 error'],
  ])('are counted', (list, summary) => {
    expect(renderSummary(list)).toBe(summary);
  });
});
