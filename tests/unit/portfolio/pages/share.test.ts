import { describe, expect, it } from 'vitest';
import { readPortfolioLists } from '#case-study/portfolio-lists/read.ts';
import { Source } from '#diagnostics/source.ts';
import { planCalendar, sharePage } from '#portfolio/pages/share.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { draftChannel } from '#portfolio/posts/channels.ts';
import { readYaml } from '#sources/yaml.ts';
import { portfolioOf } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';

const PLAN = `starts: 2026-11-23
weeks: 3
week:
  - { id: say, day: friday, title: Tell one, kinds: [insight], channels: [linkedin], minutes: 30 }
  - { id: read, day: wednesday, title: Read one, minutes: 20 }
counters:
  - { id: posts, title: Posts, from: published, target: 10 }
  - { id: talks, title: Talks }
channels:
  - { id: linkedin, name: LinkedIn, limit: 3000, hook: 10, links: 26, for: Posts }
`;
const post = (more = '') =>
  `---\nkind: insight\nof: shop\ntitle: A title\nfacts: '000000000000'\nhashtags: [A]\n${more}---\n\nTwelve words and more.\n`;

function portfolio(plan: string, posts: Readonly<Record<string, string>>): Portfolio {
  const study = (slug: string, order: number) => ({
    'index.mdx': frontMatter({ order, name: slug }),
    ...Object.fromEntries(
      Object.entries(posts)
        .filter(([name]) => name.startsWith(`${slug}/`))
        .map(([name, text]) => [name.replace(`${slug}/`, 'posts/'), text]),
    ),
  });
  const source = new Source('case-studies/visibility.yaml', plan);
  const { lists } = readPortfolioLists([
    { name: 'visibility', source, located: readYaml(source).located },
  ]);
  return { ...portfolioOf({ studies: { a: study('a', 1), b: study('b', 2) } }), lists };
}

const POSTS = {
  'a/one.md': post(),
  'a/two.md': post(),
  'a/gone.md': post('published: 2026-11-20\n'),
  'b/three.md': post(),
};

describe('the channel of a draft', () => {
  it.each([
    ['LinkedIn where a plan has it', PLAN, 'linkedin'],
    ['the first of a plan without it', PLAN.replaceAll('linkedin', 'mastodon'), 'mastodon'],
    ['LinkedIn without a plan', '{}', 'linkedin'],
  ])('is %s', (_, plan, id) => {
    expect(draftChannel(portfolio(plan, {})).id).toBe(id);
  });
});

describe('the page of posts', () => {
  it('has each with its count and its hook, the plan in the order of the week, and what is counted', () => {
    const page = sharePage(portfolio(PLAN, POSTS));
    expect(page.total).toBe(4);
    expect(page.studies.map(({ study, posts }) => [study.text, posts.length])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(page.studies[1]?.posts[0]).toMatchObject({
      ...{ id: 'b-three', markup: '<span class="hook">Twelve wor</span>ds and more.\n\n#A' },
      ...{ count: '26 of 3,000 characters', carousel: '/share/b/three.pdf' },
    });
    expect(page.week.map(({ day, posts }) => [day, posts])).toEqual([
      ['Wednesday', undefined],
      ['Friday', 3],
    ]);
    expect(page.counters.map(({ value, target }) => [value, target])).toEqual([
      [1, 10],
      [undefined, undefined],
    ]);
  });

  it('is empty where nothing was drafted and nothing is planned', () => {
    const page = sharePage(portfolio('', {}));
    expect([page.total, page.week, page.hasCalendar]).toEqual([0, [], false]);
    expect(planCalendar(portfolio('', {}), undefined)).toBeUndefined();
  });
});

it('plans what is not published, the studies in turn, and other days for as long as it runs', () => {
  const calendar = planCalendar(portfolio(PLAN, POSTS), 'https://a.test/b/');
  expect(
    calendar?.entries.map(({ uid, date, weeks, text }) => [uid, date, weeks, text?.split('\n')[0]]),
  ).toEqual([
    ['say-1@a.test', '2026-11-27', undefined, 'A title'],
    ['say-2@a.test', '2026-12-04', undefined, 'A title'],
    ['say-3@a.test', '2026-12-11', undefined, 'A title'],
    ['read@a.test', '2026-11-25', 3, undefined],
  ]);
});
