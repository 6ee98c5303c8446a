import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { type BuiltPage, pagesOf } from '../support/pages.ts';

const pages = pagesOf(inject('plainSite'));
const below = (page: string) =>
  pages.filter(({ path }) => new RegExp(`^/case-studies/[^/]+/${page}/$`).test(path));
const content = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What an interview is told, each with its sources beside it. */
function cardsOf({ html }: BuiltPage): string[] {
  return [...html.matchAll(/<article\b[^>]*? id="(?:story|defence)-[\s\S]*?<\/article>/g)].map(
    ([text]) => text,
  );
}

/** Seconds that are taken, and seconds that there are: `1:23 of 1:30 min`. */
function timesIn(html: string): { readonly taken: number; readonly limit: number }[] {
  const seconds = (minutes = '', rest = '') => Number(minutes) * 60 + Number(rest);
  return [...html.matchAll(/(\d+):(\d\d) of (\d+):(\d\d) min/g)].map(([, a, b, c, d]) => ({
    taken: seconds(a, b),
    limit: seconds(c, d),
  }));
}

describe.each(below('stories'))('$path', (page) => {
  const slug = page.path.split('/')[2];
  const written = readFileSync(content(`case-studies/${slug}/stories.yaml`), 'utf8');

  it('has each story beside a decision, a drawing and a bill, in two lengths', () => {
    const stories = cardsOf(page);
    expect(stories).toHaveLength(written.match(/^- id: /gm)?.length ?? 0);
    for (const story of stories) {
      const id = /id="story-[^"]*"/.exec(story)?.[0];
      expect(story, id).toMatch(/href="[^"]*\/adrs\/\d/);
      expect(story, id).toMatch(/href="[^"]*\/views\//);
      expect(story, id).toMatch(/href="[^"]*\/cost\//);
      expect(story, id).not.toMatch(/&lt;(?:Cost|Demand)|>—</);
      const [short, long] = timesIn(story);
      expect([short?.limit, long?.limit], id).toEqual([90, 180]);
    }
  });
});

describe('what is said', () => {
  it('is within its time wherever one is stated', () => {
    const times = pages.flatMap(({ path, html }) =>
      timesIn(html).map((time) => ({ path, ...time })),
    );
    expect(times.filter(({ taken, limit }) => taken > limit || taken < limit * 0.69)).toEqual([]);
    expect(below('plain').every(({ html }) => timesIn(html)[0]?.limit === 300)).toBe(true);
    expect(below('pitch').flatMap(({ html }) => timesIn(html)[0]?.limit)).toEqual([180]);
    expect(below('deep-dive').flatMap(({ html }) => timesIn(html)[0]?.limit)).toEqual([900]);
    expect(pages.find(({ path }) => path === '/about/')?.html).toMatch(/of 0:30 min/);
  });
});

describe('the defence', () => {
  const cards = below('defence').flatMap(cardsOf);

  it('has a card for every record', () => {
    const told = new Set(
      cards.flatMap((card) => [...card.matchAll(/\/adrs\/(\d{4})-/g)].map(([, n]) => n)),
    );
    const records = readdirSync(content('adrs')).flatMap((name) => /^\d{4}/.exec(name)?.[0] ?? []);
    expect(records.filter((number) => !told.has(number))).toEqual([]);
  });

  it('has in each the bill at ten and a hundred times the users, and what ends first', () => {
    for (const card of cards) {
      const id = /id="defence-[^"]*"/.exec(card)?.[0];
      expect(card, id).toMatch(/500K[\s\S]*5M[\s\S]*50M[\s\S]*The whole bill/);
      expect(card, id).toMatch(/Ends first for it|First in the whole system/);
    }
  });
});
