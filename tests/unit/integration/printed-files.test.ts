import { expect, it } from 'vitest';
import { printedFiles } from '#integration/printed-files.ts';
import { workAhead } from '#integration/work-ahead.ts';
import type { Bytes } from '#sources/print.ts';
import type { Printer } from '#sources/printer.ts';
import { portfolioOf } from '../../support/portfolios.ts';
import { frontMatter } from '../../support/studies.ts';

const post = (more = '') =>
  `---\nkind: insight\nof: shop\ntitle: A title\nfacts: '000000000000'\nhashtags: [A]\n${more}---\n\nWords.\n`;
const portfolio = portfolioOf({
  studies: {
    shop: {
      'index.mdx': frontMatter({ name: 'Shop' }),
      'posts/draft.md': post(),
      'posts/out.md': post('published: 2026-11-20\n'),
    },
  },
});

const OUT = ['/share/shop/out.png', '/share/shop/out.pdf'];
const DRAFT = ['/share/shop/draft.png', '/share/shop/draft.pdf'];

it.each([
  ['published posts', false, OUT],
  ['drafts as well', true, [...DRAFT, ...OUT]],
])('prints the pictures of %s, each once', async (_, drafts, paths) => {
  const asked: string[] = [];
  const files = printedFiles(portfolio, printerOf(asked), { drafts });
  expect([...files.keys()]).toEqual(paths);
  await workAhead([...files.values()]);
  for (const print of files.values()) await print().catch(() => {});
  expect(asked).toEqual(paths.map((path) => path.slice('/share/shop/'.length)));
});

it('tells of a picture that cannot be made to who takes it, and not before', async () => {
  const files = printedFiles(portfolio, printerOf([]), { drafts: false });
  await workAhead([...files.values()]);
  await expect(files.get('/share/shop/out.pdf')?.()).rejects.toThrow('no fonts');
});

function printerOf(asked: string[]): Pick<Printer, 'postCard' | 'postCarousel'> {
  const made = async (name: string, bytes: Bytes) => {
    asked.push(name);
    return bytes;
  };
  const bytes = new Uint8Array([1]);
  return {
    postCard: ({ post: { id } }) => made(`${id}.png`, bytes),
    async postCarousel({ post: { id } }) {
      await made(`${id}.pdf`, bytes);
      throw new Error('no fonts');
    },
  };
}
