import { escapeXml } from '#svg/escape.ts';
import {
  auditPath,
  costPath,
  PRACTICE_PATH,
  SEARCH_PATH,
  studyPath,
  viewPath,
} from '../addresses.ts';
import { listPages } from '../list-pages.ts';
import type { Portfolio } from '../portfolio.ts';
import { allRecords } from '../records.ts';
import { schemaPaths } from './schema.ts';
import { walkthroughPaths } from './walkthrough/cuts.ts';

/** Paths of every page that search engines may list. */
export function listedPaths({
  index,
  studies,
  log,
  attached,
  costs,
  addresses,
  lists,
}: Omit<Portfolio, 'links'>): string[] {
  return [
    '/',
    '/case-studies/',
    ...studies.flatMap(({ study }) => study.pages.map(({ name }) => studyPath(study.slug, name))),
    ...schemaPaths({ studies }),
    ...walkthroughPaths({ studies }),
    '/views/',
    ...index.workspace.views.map(({ key }) => viewPath(key)),
    '/elements/',
    ...addresses.elements.values(),
    '/adrs/',
    ...allRecords({ log, attached }).map(addresses.record),
    '/cost/',
    auditPath(),
    ...costs.map(({ id }) => costPath(id)),
    '/readiness/',
    ...listPages({ lists }).map(({ href }) => href),
    PRACTICE_PATH,
    '/about/',
    SEARCH_PATH,
  ];
}

/** The sitemap; without an address of the site it has no entries, since those must be absolute. */
export function sitemap(portfolio: Portfolio, site: string | undefined, base: string): string {
  const origin = site?.replace(/\/$/, '');
  const below = base.replace(/\/$/, '');
  const entries = origin
    ? listedPaths(portfolio).map(
        (path) => `  <url><loc>${escapeXml(origin + below + path)}</loc></url>`,
      )
    : [];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}

/**
 * `robots.txt`: all may be read. What is not to be listed says so on its page, where a robot that was
 * kept away would not see it.
 */
export function robots(site: string | undefined, base: string): string {
  const address = site && `${site.replace(/\/$/, '')}${base.replace(/\/$/, '')}/sitemap.xml`;
  return `User-agent: *\nAllow: /\n${address ? `\nSitemap: ${address}\n` : ''}`;
}
