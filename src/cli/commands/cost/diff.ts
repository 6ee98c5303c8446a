import { rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { diff, type ModelDiff, type Side } from '#cost/engine/diff.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import type { Part } from '#cost/engine/report.ts';
import { guarded, type Outcome } from '#cost/engine/run.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import { distinctFindings } from '#cost/report/document.ts';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { type LoadedModel, MODEL_TIME_LIMIT, timedOut } from '#sources/cost-models.ts';
import { withinTime } from '#sources/time-limit.ts';
import { cleaningUp } from '../../leaving.ts';
import type { Ports } from '../../ports.ts';
import { UsageError } from '../../program.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { overBudget } from './budget.ts';
import { loadModels, type Prices } from './load.ts';
import type { Request } from './options.ts';
import { checkNames, questionOf } from './question.ts';

/** One side of a comparison. */
export interface DiffSide {
  readonly name: string;
  readonly region: string;
  readonly priceBook: string;
  readonly monthly: number;
  /** Dollars of it on prices of low confidence, and their share from 0 to 1; of what is asked about. */
  readonly lowConfidence?: Part;
}

/** The document of `cost --diff --json` for one number of users. */
export interface DiffDocument {
  readonly users: number;
  readonly currency: string;
  /** What `--diff` named, and what it was compared with. */
  readonly of: Baseline['of'];
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly difference: number;
  /** The difference over what was before; none where that was nothing. */
  readonly share: number | null;
  readonly models: readonly ModelDiff[];
  readonly exchange?: ExchangeRate;
}

/** Documents, one for each number of users, and all findings. */
export interface Diffs {
  readonly documents: readonly DiffDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares what is asked with what `--diff` names; folders on the way go however the process ends. */
export function compareWith(
  wanted: string,
  request: Request,
  prices: Prices,
  { root, ports }: { readonly root: string; readonly ports: Ports },
): Promise<Diffs> {
  let folder: string | undefined;
  const clean = () => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  return cleaningUp(clean, async () => {
    const models = loadModels(root, request);
    const use = (made: string) => {
      folder = made;
    };
    const baseline = await baselineOf(wanted, request, { root, ports, models, use });
    // Models are loaded at one go: a signal that came meanwhile is heard here.
    await nextTurn();
    const findings = [...prices.diagnostics, ...models.diagnostics, ...baseline.diagnostics];
    const { book } = baseline;
    if (!book || hasErrors(findings)) {
      return { documents: [], diagnostics: distinctFindings(findings) };
    }
    if (book.currency !== prices.book.currency) {
      throw new UsageError(
        `--diff: the prices of before are in ${book.currency} and those of after in ${prices.book.currency}. Add --currency.`,
      );
    }
    checkNames(request, [...models.models, ...baseline.models]);
    const sideOf = (
      loaded: LoadedModel,
      side: Pick<Prices, 'book' | 'otherBooks'>,
      users: number,
    ) => ({
      model: loaded.model,
      question: questionOf(loaded, request, side, users),
    });
    const pairs = pairsOf(baseline, models.models);
    const documents = request.users.flatMap((users) => {
      const answers = pairs.flatMap(({ before, after }) => {
        const { value, diagnostics } = compareOne(
          before && sideOf(before, { book, otherBooks: baseline.otherBooks }, users),
          after && sideOf(after, prices, users),
        );
        findings.push(...diagnostics);
        return value ? [value] : [];
      });
      // Nothing could be compared: the findings say why.
      if (answers.length === 0 && hasErrors(findings)) return [];
      const document = documentOf(users, baseline, prices.book, answers);
      const { before, after, currency } = document;
      const spend = { users, currency, monthly: after.monthly, before: before.monthly };
      if (!hasErrors(findings)) findings.push(...overBudget(request.budget, spend));
      return [{ ...document, ...(prices.exchange && { exchange: prices.exchange }) }];
    });
    return { documents, diagnostics: distinctFindings(findings) };
  });
}

/** Models side by side: by id, or the one with the other where two models are compared. */
function pairsOf(
  { of, models: old }: Baseline,
  models: readonly LoadedModel[],
): { readonly before: LoadedModel | undefined; readonly after: LoadedModel | undefined }[] {
  if (of === 'model') return models.map((after) => ({ before: old[0], after }));
  const ids = new Set([...models, ...old].map(({ model }) => model.id));
  const byId = (some: readonly LoadedModel[], id: string) =>
    some.find(({ model }) => model.id === id);
  return [...ids].map((id) => ({ before: byId(old, id), after: byId(models, id) }));
}

/** A model on both sides, and what of it now rests on prices of low confidence, in dollars. */
interface Pair {
  readonly model: ModelDiff;
  readonly weak: number;
}

/** Both sides are checked; what only the older one warns of is no finding any more. */
function compareOne(before: Side | undefined, after: Side | undefined): Outcome<Pair> {
  const now = after ?? before;
  const limited = withinTime(MODEL_TIME_LIMIT, (): Outcome<Pair> => {
    const old = before ? evaluate(before.model, before.question).diagnostics : [];
    const current = after && evaluate(after.model, after.question);
    const found = [
      ...old.filter(({ severity }) => severity === 'error'),
      ...(current?.diagnostics ?? []),
    ];
    if (hasErrors(found) || !now) return { diagnostics: found };
    const weak = current?.value?.trust.lowConfidence.monthly ?? 0;
    const answer = guarded(now.model, now.question, () => {
      const model = diff(before, after);
      return { ...(model && { value: { model, weak } }), diagnostics: [] };
    });
    return { ...answer, diagnostics: [...found, ...answer.diagnostics] };
  });
  if (!('timedOut' in limited)) return limited.value;
  return { diagnostics: now?.question.source ? [timedOut(now.question.source)] : [] };
}

function documentOf(
  users: number,
  { of, name, against, book }: Baseline,
  now: PriceBook,
  pairs: readonly Pair[],
): DiffDocument {
  const models = pairs.map(({ model }) => model);
  const sum = (amounts: readonly number[]) =>
    amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
  const before = sum(models.map((model) => model.before));
  const after = sum(models.map((model) => model.after));
  const difference = sum([after, -before]);
  const weak = sum(pairs.map((pair) => pair.weak));
  const lowConfidence = { monthly: weak, share: after === 0 ? 0 : weak / after };
  const side = (title: string, prices: PriceBook, monthly: number): DiffSide => {
    return { name: title, region: prices.region, priceBook: prices.id, monthly };
  };
  return {
    users,
    currency: now.currency,
    of,
    before: side(name, book ?? now, before),
    after: {
      ...side(of === 'model' ? (models[0]?.title ?? against) : against, now, after),
      lowConfidence,
    },
    difference,
    share: before === 0 ? null : difference / before,
    models,
  };
}
