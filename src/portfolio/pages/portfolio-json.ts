import { z } from 'zod';
import type { Element } from '#model/elements.ts';
import { technologyOf } from '#model/index.ts';
import { viewTitle } from '#views/titles.ts';
import { costPath, studyPath, viewFilePath, viewPath } from '../addresses.ts';
import type { ModelCost } from '../costs.ts';
import { levelOf } from '../levels.ts';
import type { Portfolio } from '../portfolio.ts';
import { allRecords, elementsOf } from '../records.ts';
import { adrRow } from './adr-row.ts';

export const PORTFOLIO_PATH = '/portfolio.json';
export const PORTFOLIO_SCHEMA_PATH = '/portfolio.schema.json';

const path = z.string().regex(/^\//).describe('A path below `base`.');
const dollars = z.number().describe('Of `currency` a month, rounded to the cent.');
const size = z.strictObject({
  users: z.int().positive(),
  monthly: dollars,
  perUser: z.number().describe('Monthly spend for one user, not rounded.'),
});

/** What `/portfolio.json` holds, for machines. Fields are added; none is renamed within a version. */
export const portfolioDocument = z.strictObject({
  $schema: z.string(),
  version: z.literal(1),
  title: z.string(),
  description: z.string().optional(),
  locale: z.string(),
  author: z.strictObject({ name: z.string(), role: z.string() }),
  site: z.string().optional().describe('Where the site stands, if it is known.'),
  base: z.string().describe('The path below it.'),
  revision: z
    .strictObject({ hash: z.string(), date: z.string().describe('YYYY-MM-DD') })
    .optional()
    .describe('The last commit that touched the content.'),
  users: z.tuple([z.int(), z.int()]).describe('The two sizes that systems are priced at.'),
  studies: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      summary: z.string(),
      path,
      draft: z.boolean(),
      system: path.optional().describe('Of the element that it is about.'),
      costModel: z.string().optional(),
      pages: z.array(z.strictObject({ title: z.string(), path })),
      views: z.array(z.string()).describe('Keys of views.'),
      decisions: z.array(path),
    }),
  ),
  elements: z.array(
    z.strictObject({
      path,
      identifier: z.string().optional().describe('Its name in the DSL, if it has one.'),
      kind: z.string(),
      name: z.string(),
      technology: z.string().optional(),
      description: z.string().optional(),
      parent: path.optional(),
      tags: z.array(z.string()),
    }),
  ),
  relationships: z.array(
    z.strictObject({
      from: path,
      to: path,
      description: z.string().optional(),
      technology: z.string().optional(),
    }),
  ),
  views: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      level: z.string(),
      description: z.string().optional(),
      path,
      svg: path.optional(),
      elements: z.array(path),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      number: z.int().optional(),
      title: z.string(),
      status: z.string().describe('The status that holds, as the whole log has it.'),
      date: z.string().optional().describe('YYYY-MM-DD'),
      path,
      elements: z.array(path),
    }),
  ),
  costs: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      system: z.string().describe('Identifier of the software system.'),
      path,
      region: z.string(),
      currency: z.string(),
      priceBook: z.string(),
      small: size,
      large: size,
      components: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          element: z.string().describe('Identifier of its element.'),
          monthly: z.tuple([dollars, dollars]).describe('At both sizes.'),
        }),
      ),
    }),
  ),
});
export type PortfolioDocument = z.output<typeof portfolioDocument>;

/** The facts of a portfolio that other programs may use: what there is, how it is joined, what it costs. */
export function portfolioJson(
  portfolio: Portfolio,
  { site, base }: { readonly site?: string | undefined; readonly base: string },
): PortfolioDocument {
  const { config, index, studies, addresses, costs, revision } = portfolio;
  const at = (id: Element['id']) => addresses.element(id);
  const paths = (ids: readonly Element['id'][]) => [...new Set(ids.flatMap((id) => at(id) ?? []))];
  return {
    $schema: `${base.replace(/\/$/, '')}${PORTFOLIO_SCHEMA_PATH}`,
    version: 1,
    title: config.title,
    ...(config.description !== undefined && { description: config.description }),
    locale: config.locale,
    author: { name: config.author.name, role: config.author.role },
    ...(site !== undefined && { site }),
    base,
    ...(revision && { revision: { hash: revision.hash, date: revision.date } }),
    users: config.users,
    studies: studies.map(({ study, system, cost, views, decisions }) => {
      const top = system && at(system.id);
      return {
        slug: study.slug,
        title: study.meta.title,
        summary: study.meta.summary,
        path: studyPath(study.slug),
        draft: study.meta.draft,
        ...(top !== undefined && { system: top }),
        ...(cost && { costModel: cost.id }),
        pages: study.pages.map(({ name, meta }) => ({
          title: meta.title,
          path: studyPath(study.slug, name),
        })),
        views: views.map(({ key }) => key),
        decisions: decisions.map(addresses.record),
      };
    }),
    elements: [...addresses.elements].flatMap(([id, own]) => {
      const element = index.element(id);
      if (!element) return [];
      const [, holder] = index.lineage(id);
      const parent = holder && at(holder.id);
      const technology = technologyOf(element);
      return [
        {
          path: own,
          ...(element.identifier && { identifier: String(element.identifier) }),
          kind: element.kind,
          name: element.name,
          ...(technology !== undefined && { technology }),
          ...(element.description !== undefined && { description: element.description }),
          ...(parent !== undefined && { parent }),
          tags: [...element.tags],
        },
      ];
    }),
    relationships: index.workspace.relationships
      .filter(({ linkedRelationship }) => linkedRelationship === undefined)
      .flatMap(({ source, destination, description, technology }) => {
        const [from, to] = [at(source), at(destination)];
        if (from === undefined || to === undefined) return [];
        return [
          {
            from,
            to,
            ...(description !== undefined && { description }),
            ...(technology !== undefined && { technology }),
          },
        ];
      }),
    views: index.workspace.views.map((view) => ({
      key: view.key,
      title: viewTitle(index, view),
      level: levelOf(index, view),
      ...(view.description !== undefined && { description: view.description }),
      path: viewPath(view.key),
      ...(view.kind !== 'Image' && { svg: viewFilePath(view.key) }),
      elements: 'elements' in view ? paths(view.elements.map(({ id }) => id)) : [],
    })),
    decisions: allRecords(portfolio).map((record) => {
      const { title, status, date, href } = adrRow(portfolio, record);
      return {
        id: record.id,
        ...(record.number !== undefined && { number: record.number }),
        title,
        status,
        ...(date !== '' && { date }),
        path: href,
        elements: paths(elementsOf(portfolio, record).map(({ id }) => id)),
      };
    }),
    costs: costs.map(costOf),
  };
}

function costOf(cost: ModelCost): PortfolioDocument['costs'][number] {
  const { id, title, system, users, small, large, region, currency, priceBook } = cost;
  const before = new Map(small.components.map((component) => [component.id, component.monthly]));
  return {
    ...{ id, title, system, region, currency, priceBook },
    path: costPath(id),
    small: { users: users[0], monthly: small.monthly, perUser: small.perUser },
    large: { users: users[1], monthly: large.monthly, perUser: large.perUser },
    components: large.components.map((component) => ({
      id: component.id,
      title: component.title,
      element: component.element,
      monthly: [before.get(component.id) ?? 0, component.monthly],
    })),
  };
}

/** The JSON Schema of that document. */
export function portfolioSchema(): unknown {
  const { $schema, ...rest } = z.toJSONSchema(portfolioDocument);
  return { $schema, title: 'An Archfolio portfolio', ...rest };
}
