import { readLog } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import { readPortfolioLists } from '#case-study/portfolio-lists/read.ts';
import type { Capacity } from '#cost/engine/capacity.ts';
import type { ComponentReport, LineReport, ModelReport } from '#cost/engine/report.ts';
import { Source } from '#diagnostics/source.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import type { Element } from '#model/elements.ts';
import { type PortfolioConfigInput, portfolioConfig } from '#portfolio/config.ts';
import { type CostAnswers, HEADLINE, type ModelCost } from '#portfolio/costs.ts';
import type { Revision } from '#portfolio/inputs.ts';
import { joinPortfolio } from '#portfolio/join.ts';
import type { ContentFile } from '#portfolio/link-target.ts';
import type { FigureTools } from '#portfolio/pages/figure.ts';
import type { FrozenReview } from '#portfolio/pages/review/frozen.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { readYaml } from '#sources/yaml.ts';
import { studyFrom } from './studies.ts';
import { dslOf, type Files, workspaceOf } from './workspaces.ts';

/** What a portfolio is made of in a test; what is left out is empty. */
export interface Content {
  readonly dsl?: string;
  /** Files that the DSL reads. */
  readonly files?: Files;
  /** Files of studies by slug. */
  readonly studies?: Readonly<Record<string, Files>>;
  /** Records by file name. */
  readonly adrs?: Files;
  readonly costs?: readonly ModelCost[];
  /** Typed lists of the portfolio as a whole by file name. */
  readonly lists?: Files;
  readonly config?: Partial<PortfolioConfigInput>;
  readonly revision?: Revision;
  readonly contentFiles?: readonly ContentFile[];
  readonly reviews?: readonly FrozenReview[];
}

/** A portfolio of texts, joined as the site joins it. */
export function portfolioOf(content: Content): Portfolio {
  const studies = Object.entries(content.studies ?? {}).map(([slug, files]) => {
    const { study, diagnostics } = studyFrom(files, slug);
    if (!study) throw new Error(`The fixture is wrong: ${diagnostics[0]?.message}`);
    return study;
  });
  const files = Object.entries(content.lists ?? {}).map(([name, text]) => {
    const source = new Source(`case-studies/${name}`, text);
    return { name: name.replace(/\.yaml$/, ''), source, located: readYaml(source).located };
  });
  const sources = Object.entries(content.adrs ?? {}).map(
    ([name, text]) => new Source(`adrs/${name}`, text),
  );
  return joinPortfolio({
    config: portfolioConfig.parse({
      title: 'Systems',
      author: { name: 'A. Uthor', role: 'architect' },
      ...content.config,
    }),
    workspace: workspaceOf(content.dsl ?? dslOf(''), content.files),
    studies,
    log: readLog(sources, 'adrs').log,
    costs: content.costs ?? [],
    lists: readPortfolioLists(files).lists,
    ...(content.revision && { revision: content.revision }),
    reviews: content.reviews ?? [],
    files: content.contentFiles ?? [],
    publicFiles: ['/favicon.svg'],
  });
}

/** What figures are drawn with. */
export const TOOLS: FigureTools = { engine: createRowsEngine(), measure: createTextMeasure() };

/** An element of a portfolio by the name in the DSL. */
export function elementOf({ index }: Portfolio, identifier: string): Element {
  const element = index.workspace.elements.find((one) => one.identifier === identifier);
  if (!element) throw new Error(`The fixture has no ${identifier}.`);
  return element;
}

/** A record of a portfolio by its number. */
export function recordOf({ log }: Portfolio, number: number): AdrRecord {
  const [record] = log.byNumber.get(number) ?? [];
  if (!record) throw new Error(`The fixture has no record ${number}.`);
  return record;
}

/** A part of a model: its element, and dollars a month at both sizes. */
export interface Part {
  readonly id?: string;
  readonly element: string;
  readonly title?: string;
  readonly small: number;
  readonly large: number;
}

/** A model's bill at both sizes, made up of its parts: one line each. */
export function costOf(
  id: string,
  parts: readonly Part[],
  more: Partial<ModelCost> & { readonly capacity?: readonly Partial<Capacity>[] } = {},
): ModelCost {
  const { capacity = [], system = 'shop', ...rest } = more;
  const report = (size: 'small' | 'large', users: number): ModelReport => {
    const components = parts.map((part): ComponentReport => {
      const { id: own = part.element, title = part.element, element } = part;
      const monthly = part[size];
      return { id: own, element, title, monthly, resources: [], lines: [lineOf(own, monthly)] };
    });
    const monthly = components.reduce((sum, component) => sum + component.monthly, 0);
    return {
      id,
      title: id,
      system,
      monthly,
      perUser: monthly / users,
      components,
      capacity: capacity.map((one, place) => ({ ...CAPACITY, id: `c${place}`, ...one })),
      trust: { lowConfidence: { monthly: 0, share: 0 }, old: { monthly: 0, share: 0 } },
      perUnit: [{ id: 'orders', unit: 'order', quantity: users, cost: monthly / users }],
      demand: [{ id: 'orders', unit: 'order', quantity: users }],
    };
  };
  const small = report('small', HEADLINE.users[0]);
  const large = report('large', HEADLINE.users[1]);
  return {
    id,
    title: id,
    system,
    user: 'a buyer',
    users: HEADLINE.users,
    small,
    large,
    reports: new Map([
      [HEADLINE.users[0], small],
      [HEADLINE.users[1], large],
    ]),
    alternatives: new Map([['spot', { ...large, monthly: large.monthly / 2 }]]),
    parameters: { drivers: {}, choices: {} },
    region: 'us-east-1',
    currency: 'USD',
    priceBook: 'prices of 1 March 2026',
    answers: NO_ANSWERS,
    ...rest,
  };
}

const none = () => undefined;

const NO_ANSWERS: CostAnswers = {
  ...{
    curve: none,
    splits: none,
    ranges: none,
    swings: none,
    levers: none,
    next: none,
    grown: none,
    pairs: none,
    explorer: none,
    changed: none,
    band: none,
    compared: none,
  },
};

const CAPACITY: Capacity = {
  id: 'c',
  component: 'db',
  element: 'shop.db',
  resource: 'Database: connections',
  limit: 100,
  used: 50,
  unit: 'connections',
  saturatesAtUsers: null,
  fix: 'A pool.',
};

function lineOf(component: string, monthly: number): LineReport {
  return {
    id: `${component}.line`,
    dimension: 'dimension',
    service: 'Service',
    description: `What ${component} uses`,
    quantity: monthly,
    unit: 'unit',
    unitPrice: 1,
    monthly,
    listUnitPrice: 1,
    source: 'https://example.org/prices',
    confidence: 'high',
    asOf: '2026-03-01',
  };
}
