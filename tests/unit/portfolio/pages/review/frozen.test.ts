import { describe, expect, it } from 'vitest';
import {
  DATE_SLOT,
  dateOf,
  digestedText,
  frozenName,
  readFrozenName,
  withDate,
} from '#portfolio/pages/review/frozen.ts';
import { loadReviews, reviewDigest } from '#sources/reviews.ts';
import { contentFolder } from '../../../../support/content.ts';
import { at } from '../../../../support/studies.ts';

const PAGE = `<p>Frozen on ${DATE_SLOT}.</p>\n<p>A $1 bill.</p>\n`;
const digest = reviewDigest(PAGE);
const page = withDate(PAGE, '2026-11-22', '22 November 2026');

describe('a frozen page', () => {
  it('has one digest on any day and with any line ends', () => {
    expect(page).toContain(
      '<time class="frozen-date" datetime="2026-11-22">22 November 2026</time>',
    );
    expect(dateOf(page)).toBe('2026-11-22');
    expect(digestedText(page)).toBe(PAGE);
    expect(digestedText(page.replaceAll('\n', '\r\n'))).toBe(PAGE);
    expect(digestedText(withDate(PAGE, '2027-01-01', '1 January 2027'))).toBe(PAGE);
  });

  it.each(['latest.html', '2026-11-22.html', `2026-11-22-${'g'.repeat(16)}.html`, 'x-0123.html'])(
    'is not named %s',
    (name) => {
      expect(readFrozenName(name)).toBeUndefined();
    },
  );
});

describe('the frozen reviews of a study', () => {
  const load = (name: string, text: string) => {
    const root = contentFolder({ [`case-studies/shop/reviews/${name}`]: text });
    const { reviews, diagnostics } = loadReviews(root, ['shop', 'other']);
    return [reviews.map((one) => [one.study, one.date, one.digest]), diagnostics.map(at)];
  };
  const name = frozenName('2026-11-22', digest);

  it.each<[string, string, string, readonly string[]]>([
    ['as it was frozen', name, page, []],
    ['that was edited', name, page.replace('$1', '$2'), [`review-changed ${name}:1:1`]],
    ['of another day', frozenName('2026-11-23', digest), page, ['review-changed']],
    ['without a day', name, PAGE, ['review-changed']],
    [
      'under another name',
      'latest.html',
      page,
      ['review-name case-studies/shop/reviews/latest.html'],
    ],
  ])('%s', (_, file, text, findings) => {
    const [reviews, found] = load(file, text);
    expect(reviews).toEqual(findings.length === 0 ? [['shop', '2026-11-22', digest]] : []);
    expect(found).toEqual(findings.map((finding) => expect.stringContaining(finding)));
  });

  it('may have notes of their author beside them', () => {
    expect(load('README.md', 'x')).toEqual([[], []]);
  });
});
