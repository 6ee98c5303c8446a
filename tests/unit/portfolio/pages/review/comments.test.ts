import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { checkReview } from '#portfolio/pages/review/check-review.ts';
import { readComments } from '#portfolio/pages/review/comments.ts';
import { portfolioOf } from '../../../../support/portfolios.ts';
import { at, frontMatter, textUnder } from '../../../../support/studies.ts';
import { dslOf } from '../../../../support/workspaces.ts';

const read = (text: string) => readComments(new Source('review.md', text));
const told = (text: string) =>
  read(text).comments.map(({ address, text: said }) => [address, said]);

describe('a comment is found', () => {
  it.each([
    ['as it was written', '### 1. A · `/views/a/`\n\n> One.\n>\n> # Two\n', 'One.\n\n# Two'],
    ['with a link', '### 1. A · [`/views/a/`](https://x.org/b/views/a/)\n\n> One.', 'One.'],
    ['as it looks when rendered', '1. A · /views/a/\nOne.\nTwo.\n', 'One.\nTwo.'],
    [
      'with line ends of a mail',
      '### 1. A · `/views/a/`\r\n\r\n> One.\r\n> Two.\r\n',
      'One.\nTwo.',
    ],
    ['with words added under the quotation', '### 1. A · `/views/a/`\n\n> One.\n\nBye', 'One.'],
    ['empty', '### 1. A · `/views/a/`\n', ''],
  ])('%s', (_, text, said) => {
    expect(told(text)).toEqual([['/views/a/', said]]);
  });

  it('with the study that the review is of', () => {
    const text =
      '# Review of A\n\nStudy `shop`, its current state, 1 comment.\n\n### 1. A · `/a/`\n';
    expect(read(text).study).toBe('shop');
    expect(read('### 1. A · `/a/`\n').study).toBeUndefined();
  });
});

describe('a file that is no review', () => {
  it.each([
    ['', ['review-without-comments review.md:1:1']],
    ['I like it.', ['review-without-comments review.md:1:1']],
    ['\u0000\uFFFD', ['review-without-comments review.md:1:1']],
    [
      '### 1. A\n\n> x\n\n### 2. B · /b/\n\n> y\n\n## 3. C · views\n',
      ['unreadable-comment review.md:1:1', 'unreadable-comment review.md:9:1'],
    ],
  ])('%j', (text, findings) => {
    expect(read(text).diagnostics.map(at)).toEqual(findings);
  });
});

describe('the places of a review', () => {
  const portfolio = portfolioOf({
    dsl: dslOf('shop = softwareSystem "Shop"'),
    studies: { shop: { 'index.mdx': `${frontMatter()}It sells.\n\n## What breaks\n\nAll.\n` } },
  });
  const check = (text: string) => checkReview(portfolio, read(text));

  it('are found where they are written', () => {
    const { comments, diagnostics } = check(
      '### 1. A · `/case-studies/shop/#what-breaks`\n### 2. B · `/elements/shop/`\n### 3. C · `/review/shop/#check-cost`\n',
    );
    expect(diagnostics).toEqual([]);
    expect(comments.map(({ anchor }) => anchor?.label)).toEqual([
      'What breaks',
      'Element: Shop',
      'Do you know what it costs, and do you believe how the figure was come by?',
    ]);
    expect(textUnder(comments[0]?.anchor?.span)).toBe('## What breaks');
    expect(textUnder(comments[1]?.anchor?.span)).toContain('softwareSystem "Shop"');
  });

  it('that are no more are findings with what may be meant, as is another study', () => {
    const { comments, diagnostics } = check(
      'Study `shup`, its current state, 1 comment.\n\n### 1. A · `/case-studies/shop/#what-brakes`\n',
    );
    expect(diagnostics.map((one) => [at(one), one.hint])).toEqual([
      ['unknown-study review.md:1:8', 'Did you mean `shop`?'],
      ['vanished-anchor review.md:3:1', 'Did you mean `/case-studies/shop/#what-breaks`?'],
    ]);
    expect(comments.map(({ anchor }) => anchor)).toEqual([undefined]);
  });
});
