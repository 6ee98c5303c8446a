import { describe, expect, it } from 'vitest';
import { reviewMarkdown } from '#client/review/markdown.ts';
import { openNotes } from '#client/review/notes.ts';
import { issueOutlet, mailOutlet } from '#client/review/outlets.ts';
import { Source } from '#diagnostics/source.ts';
import { readComments } from '#portfolio/pages/review/comments.ts';

const FACTS = { study: 'shop', title: 'The shop', state: '', site: 'https://x.org/base' };
const NOTES = [
  { anchor: '/views/a/', label: 'Drawing:  A\nB', text: 'Two\n\n### 9. lines · `/x/`' },
  { anchor: '/adrs/0001-x/#über', label: 'A · B', text: '`code`, > quote' },
];

describe('the Markdown of a review', () => {
  it.each([
    ['', 'https://x.org/base'],
    ['', ''],
    ['22 November 2026 `0123`', ''],
  ])('is read back as it was written: state %j, site %j', (state, site) => {
    const text = reviewMarkdown({ ...FACTS, state, site }, NOTES);
    const { study, comments, diagnostics } = readComments(new Source('r.md', text));
    expect(study).toBe('shop');
    expect(diagnostics).toEqual([]);
    expect(comments.map(({ address, text: said }) => [address, said])).toEqual(
      NOTES.map(({ anchor, text: said }) => [anchor, said]),
    );
  });

  it('is for people as well', () => {
    expect(reviewMarkdown(FACTS, NOTES.slice(0, 1))).toBe(
      '# Review of The shop\n\nStudy `shop`, its current state, 1 comment.\n\n### 1. Drawing: A B · [`/views/a/`](https://x.org/base/views/a/)\n\n> Two\n>\n> ### 9. lines · `/x/`\n',
    );
  });
});

describe('where comments go', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b/issues/new?title=T&body=a%20%26%20b'],
    ['https://github.com/a/b.git/', 'https://github.com/a/b/issues/new?title=T&body=a%20%26%20b'],
    [
      'https://gitlab.example.org/a/b',
      'https://gitlab.example.org/a/b/-/issues/new?issue%5Btitle%5D=T&issue%5Bdescription%5D=a%20%26%20b',
    ],
  ])('%s', (repository, address) => {
    expect(issueOutlet(repository, 'T', 'a & b')).toEqual({ address, isWhole: true });
  });

  it('a mail has the line ends of mails', () => {
    expect(mailOutlet('a@b.org', 'T', 'x\ny')).toEqual({
      address: 'mailto:a@b.org?subject=T&body=x%0D%0Ay',
      isWhole: true,
    });
    expect(mailOutlet('', 'T', '').address).toBe('mailto:?subject=T&body=');
  });

  it('without the text where an address would be too long', () => {
    const long = 'é'.repeat(1500);
    expect(issueOutlet('https://github.com/a/b', 'T', long)).toEqual({
      address: 'https://github.com/a/b/issues/new?title=T',
      isWhole: false,
    });
    expect(mailOutlet('a@b.org', 'T', long)).toEqual({
      address: 'mailto:a@b.org?subject=T',
      isWhole: false,
    });
  });
});

/** A storage of the browser, which may be full. */
function storageOf(entries: Record<string, string>, isFull = false): Storage {
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new Error('QuotaExceededError');
      entries[key] = value;
      Object.assign(storage, { [key]: value });
    },
    removeItem(key: string) {
      delete entries[key];
      Reflect.deleteProperty(storage, key);
    },
  };
  const storage = Object.create(methods, Object.getOwnPropertyDescriptors(entries));
  return storage;
}

describe('comments in a browser', () => {
  const note = { anchor: '/a/', label: 'A', text: 'Well.' };

  it('have an entry each, below the name of their study', () => {
    const entries: Record<string, string> = { theme: 'dark', 'archfolio.review shop2 /a/': '{}' };
    const notes = openNotes('shop', storageOf(entries));
    notes.set(note);
    notes.set({ ...note, anchor: '/b/' });
    expect(notes.all()).toEqual([note, { ...note, anchor: '/b/' }]);
    expect(notes.isKept()).toBe(true);
    notes.set({ ...note, text: '' });
    expect(notes.all().map(({ anchor }) => anchor)).toEqual(['/b/']);
    notes.clear();
    expect(Object.keys(entries)).toEqual(['theme', 'archfolio.review shop2 /a/']);
  });

  it.each([
    ['closed', undefined],
    ['full', storageOf({}, true)],
  ])('last as long as the page where storage is %s, and it is known', (_, storage) => {
    const notes = openNotes('shop', storage);
    notes.set(note);
    expect(notes.get('/a/')).toBe('Well.');
    expect(notes.all()).toEqual([note]);
    expect(notes.isKept()).toBe(false);
  });

  it('are shown as they are where something else wrote them', () => {
    const notes = openNotes('shop', storageOf({ 'archfolio.review shop /a/': 'plain words' }));
    expect(notes.all()).toEqual([{ anchor: '/a/', label: '/a/', text: 'plain words' }]);
  });
});
