import { describe, expect, it } from 'vitest';
import { CONFIG_FILE, DEFAULT_SETTINGS, readConfig } from '#sources/config.ts';
import { contentFolder } from '../../support/content.ts';
import { at, textUnder } from '../../support/studies.ts';

const FILE = `import { portfolio } from 'archfolio';
// title: this is only a comment before the call

export default {
  integrations: [
    portfolio({
      title: 'Systems',
      author: {
        name: 'A. Uthor',
        role: 'architect',
        email: 'nobody',
        links: [{ label: 'Code', url: 'ftp://example.org' }],
      },
      'odd-key': 1,
      base: 'portfolio',
      rules: { 'stale-price': { of: 'known' }, 'we(ird': 1 },
      titel: 'x',
    }),
  ],
};
`;
const GOOD = { title: 'Systems', author: { name: 'A. Uthor', role: 'architect' } };
const folder = () => contentFolder({ [CONFIG_FILE]: FILE });

describe('the configuration', () => {
  it('is read with its defaults', () => {
    const { config, diagnostics } = readConfig(GOOD, folder());
    expect(diagnostics).toEqual([]);
    expect(config).toEqual({
      title: 'Systems',
      author: { name: 'A. Uthor', role: 'architect', links: [], placeholder: false },
      base: '/',
      locale: 'en',
      readiness: {},
      rules: {},
      hosts: [],
      engine: 'native',
      users: [100_000, 500_000],
      region: 'us-east-1',
    });
  });

  it('is read in full', () => {
    const settings = {
      ...GOOD,
      description: 'All of them.',
      author: {
        ...GOOD.author,
        bio: 'Draws.',
        email: 'a@example.org',
        links: [{ label: 'Code', url: 'https://example.org' }],
        cv: '/cv.pdf',
        placeholder: true,
      },
      repository: 'https://example.org/repo',
      site: 'http://example.org',
      base: '/x',
      locale: 'pt-BR',
      readiness: { runbook: 'optional', pitch: 'off' },
      rules: { 'cost-prices-weak': { off: 'known' } },
      hosts: ['example.org'],
      engine: 'structurizr-cli',
      users: [20_000, 80_000],
      region: 'eu-west-1',
    };
    expect(readConfig(settings, folder())).toEqual({ config: settings, diagnostics: [] });
  });

  it.each([
    ['the larger first', [500_000, 100_000]],
    ['the same twice', [5, 5]],
    ['one', [5]],
    ['three', [1, 2, 3]],
    ['none', [0, 5]],
    ['half a user', [0.5, 5]],
    ['too many', [5, 1e11]],
    ['a text', ['5', 6]],
  ])('does not take these numbers of users: %s', (_, users) => {
    const { config, diagnostics } = readConfig({ ...GOOD, users }, folder());
    expect(config).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['invalid-config']);
  });

  it('takes the shortest of everything', () => {
    const settings = {
      title: 'x',
      description: 'x',
      author: {
        name: 'x',
        role: 'x',
        bio: 'x',
        cv: 'x',
        links: [{ label: 'x', url: 'https://x' }],
      },
      locale: 'haw-US-x1',
      rules: { unwritten: { off: 'x' } },
      hosts: ['x'],
    };
    expect(readConfig(settings, folder()).diagnostics).toEqual([]);
  });

  it('has something to show without a file', () => {
    const { config, diagnostics } = readConfig(DEFAULT_SETTINGS, contentFolder({}));
    expect(diagnostics).toEqual([]);
    expect(config?.author.placeholder).toBe(true);
  });
});

describe('a wrong configuration points into its file', () => {
  const author = GOOD.author;

  it.each([
    ['title', { ...GOOD, title: '' }, '7:7', 'title'],
    ['description', { ...GOOD, description: '' }, '6:5', ''],
    ['author.email', { ...GOOD, author: { ...author, email: 'nobody' } }, '11:9', 'email'],
    [
      'author.links[0].url',
      { ...GOOD, author: { ...author, links: [{ label: 'Code', url: 'ftp://example.org' }] } },
      '12:9',
      'links',
    ],
    ['author.cv', { ...GOOD, author: { ...author, cv: '' } }, '8:7', 'author'],
    ['base', { ...GOOD, base: 'portfolio' }, '15:7', 'base'],
    ['locale', { ...GOOD, locale: 'English' }, '6:5', ''],
    ['site', { ...GOOD, site: 'example.org' }, '6:5', ''],
    [
      'rules.stale-price.off',
      { ...GOOD, rules: { 'stale-price': { off: '' } } },
      '16:17',
      'stale-price',
    ],
    ['hosts[0]', { ...GOOD, hosts: [''] }, '6:5', ''],
    ['hosts[0], an address', { ...GOOD, hosts: ['https://example.org/a'] }, '6:5', ''],
    ['titel', { ...GOOD, titel: 'x' }, '17:7', 'titel'],
    ['odd-key', { ...GOOD, 'odd-key': 1 }, '14:8', 'odd-key'],
    ['author.nmae', { ...GOOD, author: { ...author, nmae: 'x' } }, '8:7', 'author'],
    [
      'a key that is an expression',
      { ...GOOD, rules: { 'we(ird': { off: '' } } },
      '16:49',
      'we(ird',
    ],
    ['a key with every bracket', { ...GOOD, '([{*+?.^$|\\': 1 }, '6:5', ''],
  ])('%s', (_, settings, place, text) => {
    const { config, diagnostics } = readConfig(settings, folder());
    expect(config).toBeUndefined();
    expect(diagnostics.map(at)).toEqual([`invalid-config ${CONFIG_FILE}:${place}`]);
    expect(textUnder(diagnostics[0]?.span)?.replace(/['"]$/, '')).toBe(text);
  });

  it.each([
    ['no code at all', 'stale-price'],
    ['an error', 'unknown-view'],
  ])('where `rules` would silence %s', (_, code) => {
    const { config, diagnostics } = readConfig(
      { ...GOOD, rules: { [code]: { off: 'x' } } },
      folder(),
    );
    expect(config).toBeDefined();
    expect(diagnostics.map((one) => one.code)).toEqual(['invalid-config']);
  });

  it('at everything at once', () => {
    const { diagnostics } = readConfig({ title: 7, author: { name: '' }, titel: 1 }, folder());
    expect(diagnostics.map(at).toSorted()).toEqual([
      'invalid-config astro.config.mjs:10:9',
      'invalid-config astro.config.mjs:17:7',
      'invalid-config astro.config.mjs:7:7',
      'invalid-config astro.config.mjs:9:9',
    ]);
  });

  it.each([undefined, null, 7, 'x', []])('at its top when it is %j', (settings) => {
    const { config, diagnostics } = readConfig(settings, folder());
    expect(config).toBeUndefined();
    expect(diagnostics.map(at)).toEqual([`invalid-config ${CONFIG_FILE}:6:5`]);
  });

  it('at the top of a file that is not there', () => {
    const { diagnostics } = readConfig({}, contentFolder({}));
    expect(new Set(diagnostics.map(at))).toEqual(new Set([`invalid-config ${CONFIG_FILE}:1:1`]));
  });
});
