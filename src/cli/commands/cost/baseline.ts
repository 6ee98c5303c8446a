import { existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PriceBook } from '#cost/prices/book.ts';
import { inCurrency } from '#cost/prices/exchange.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { type LoadedModel, loadCostModels } from '#sources/cost-models.ts';
import { isFile } from '#sources/entries.ts';
import {
  type LoadedPriceBooks,
  loadPriceBooks,
  readPriceBook,
  shippedPriceBooks,
} from '#sources/price-books.ts';
import { type Commit, commitOf, writeContentAt } from '#sources/revision-content.ts';
import type { Ports } from '../../ports.ts';
import { UsageError } from '../../program.ts';
import { makeWorkFolder } from '../../work-folder.ts';
import { type Models, rateTo } from './load.ts';
import type { Request } from './options.ts';

/** What is compared with: the models and prices of before. */
export interface Baseline {
  readonly of: 'model' | 'region' | 'book' | 'revision';
  /** As a reader is told it: `eu-west-1`, `v1.0 (1154970, 2026-11-21)`. */
  readonly name: string;
  /** What the other side is called beside it. */
  readonly against: string;
  readonly models: readonly LoadedModel[];
  /** Absent where it could not be read. */
  readonly book: PriceBook | undefined;
  readonly otherBooks: readonly PriceBook[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a baseline is looked for, and how a folder for it is had. */
interface Place {
  readonly root: string;
  readonly ports: Pick<Ports, 'cwd'>;
  /** Of the side that is asked for. */
  readonly models: Models;
  /** Told of a folder that has to go when the command ends. */
  readonly use: (folder: string) => void;
}

/** What `--diff` names: a model, a region, a price book's file or a revision, looked for in this order. */
export async function baselineOf(
  wanted: string,
  request: Request,
  place: Place,
): Promise<Baseline> {
  const { root, ports, models } = place;
  const loaded = await loadPriceBooks(root);
  const model = models.all.find((item) => item.model.id === wanted);
  if (model) return otherModel(model, request, loaded);
  if (loaded.books.has(wanted)) return otherRegion(wanted, request, loaded, models);
  const path = resolve(ports.cwd, wanted);
  if (isFile(path)) return await otherBook(path, wanted, request, place);
  const commit = commitOf(root, wanted);
  if (commit)
    return await otherRevision(wanted, commit, request, { ...place, rates: loaded.rates });
  const known = [...models.all.map((item) => item.model.id), ...loaded.books.keys()];
  const hint = didYouMean(wanted, known) ?? `Models and regions: ${known.join(', ')}.`;
  throw new UsageError(
    `--diff: \`${wanted}\` is no model, region, price book or git revision. ${hint}`,
  );
}

function otherModel(model: LoadedModel, request: Request, loaded: LoadedPriceBooks): Baseline {
  const { id } = model.model;
  if (request.model === undefined || request.model === id) {
    const why = request.model === undefined ? 'needs another one' : 'is the same model';
    throw new UsageError(`--diff ${id} ${why}: say with --model what is compared with it.`);
  }
  return {
    ...{ of: 'model', name: model.model.title, against: request.model, models: [model] },
    ...pricesOf(request.region, request, loaded),
  };
}

function otherRegion(
  region: string,
  request: Request,
  loaded: LoadedPriceBooks,
  { models }: Models,
): Baseline {
  if (region === request.region) {
    throw new UsageError(`--diff ${region} is the same region: name the other one with --region.`);
  }
  const names = { name: region, against: request.region };
  return { of: 'region', ...names, models, ...pricesOf(region, request, loaded) };
}

async function otherBook(
  path: string,
  name: string,
  request: Request,
  { root, models: { models } }: Place,
): Promise<Baseline> {
  const { book, diagnostics } = await readPriceBook(path, name);
  if (!book) {
    return { of: 'book', name, against: '', models, book, otherBooks: [], diagnostics };
  }
  const { region, id } = book;
  if (region !== request.region) {
    throw new UsageError(
      `--diff: \`${name}\` has the prices of ${region}, and those of ${request.region} are asked for. Add --region ${region}.`,
    );
  }
  // The author's own prices hold on both sides, so that what differs is what the provider changed.
  const loaded = await loadPriceBooks(root, new Map([...shippedPriceBooks(), [region, book]]));
  const priced = pricesOf(region, request, { ...loaded, diagnostics });
  const now = shippedPriceBooks().get(region);
  return { of: 'book', name: id, against: now?.id ?? region, models, ...priced };
}

async function otherRevision(
  wanted: string,
  commit: Commit,
  request: Request,
  { root, use, rates }: Place & Pick<LoadedPriceBooks, 'rates'>,
): Promise<Baseline> {
  const folder = makeWorkFolder('outside');
  use(folder);
  const short = commit.hash.slice(0, 7);
  try {
    writeContentAt(root, commit, folder);
  } catch {
    throw new UsageError(`--diff: at \`${wanted}\` (${short}) this folder was not there.`);
  }
  const packages = join(root, 'node_modules');
  if (existsSync(packages)) symlinkSync(packages, join(folder, 'node_modules'));
  const { models, diagnostics } = loadCostModels(folder);
  const loaded = await loadPriceBooks(folder);
  const wantedModels = models.filter(({ model }) => model.id === (request.model ?? model.id));
  const found = [...diagnostics, ...loaded.diagnostics].map((item) => ofRevision(item, short));
  return {
    of: 'revision',
    name: wanted.startsWith(short)
      ? `${short}, ${commit.date}`
      : `${wanted} (${short}, ${commit.date})`,
    against: 'now',
    models: wantedModels.map(({ model, source }) => ({ model, source: at(source, short) })),
    // Amounts of both sides are shown at the same rate.
    ...pricesOf(request.region, request, { ...loaded, rates, diagnostics: found }),
  };
}

/** The book of a region in the currency that is asked for, and the others. */
function pricesOf(
  region: string,
  { currency }: Request,
  { books, rates, diagnostics }: LoadedPriceBooks,
): Pick<Baseline, 'book' | 'otherBooks' | 'diagnostics'> {
  const own = books.get(region);
  const rate = own && rateTo(currency, own, rates);
  return {
    book: own && rate ? inCurrency(own, rate) : own,
    otherBooks: [...books.values()].filter((book) => book !== own),
    diagnostics,
  };
}

/** A finding in a file of the revision says so: `1154970:cost-models/shop.ts`. */
function ofRevision(found: Diagnostic, short: string): Diagnostic {
  const { span, file } = found;
  return {
    ...found,
    ...(span && { span: { ...span, source: at(span.source, short) } }),
    ...(file !== undefined && { file: `${short}:${file}` }),
  };
}

function at({ name, text }: Source, short: string): Source {
  return new Source(`${short}:${name}`, text);
}
