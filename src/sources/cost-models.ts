import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { finding } from '#cost/codes.ts';
import { described } from '#cost/define/fault.ts';
import { locateCall, locateStack, locateText } from '#cost/define/locate.ts';
import type { CostModel } from '#cost/define/model.ts';
import { threw } from '#cost/define/threw.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, Source } from '#diagnostics/source.ts';
import { hiddenInCode } from './clean-source.ts';
import { filesIn, isFile } from './entries.ts';
import { withinTime } from './time-limit.ts';

/** How long a model may take to load, and again to answer. */
export const MODEL_TIME_LIMIT = 5000;

/** A cost model with the file that it comes from. */
export interface LoadedModel {
  readonly model: CostModel;
  readonly source: Source;
  /**
   * What its file and all that it imports say, in short: what it answers rests on nothing else of the
   * author's but prices. None where it imports what is not followed, such as a package.
   */
  readonly digest?: string | undefined;
}

/** The models of a content folder, in the order of their file names. */
export interface LoadedModels {
  readonly models: readonly LoadedModel[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the models and of what they import, wherever it lies, for watching. */
  readonly files: readonly string[];
}

/** One reading of a folder. */
interface Reading {
  /**
   * What all files say, in short. Node keeps modules by their address, of which this is a part: an edit
   * gives others, and what stayed as it was is compiled once, also from one process to the next.
   */
  readonly id: string;
  readonly files: Set<string>;
}

/** What models import; it is this package wherever the content lies. */
const ENTRY = 'archfolio/cost';

/** Loads `cost-models/*.ts` below a content folder; names with a leading `_` are left alone. */
export function loadCostModels(root: string): LoadedModels {
  const folder = resolve(root, 'cost-models');
  const names = filesIn(folder).filter(isModelFile);
  const models: LoadedModel[] = [];
  const diagnostics: Diagnostic[] = [];
  const reading = readingOf(names.map((name) => join(folder, name)));
  for (const name of names) {
    const path = join(folder, name);
    const source = new Source(`cost-models/${name}`, readFileSync(path, 'utf8'));
    const { digest } = readingOf([path]);
    const loaded = loadModel(path, source, { root, reading });
    if (Array.isArray(loaded)) diagnostics.push(...loaded);
    else {
      const first = models.find(({ model }) => model.id === loaded.id && loaded.id !== '');
      if (first) diagnostics.push(duplicate(loaded, source, first));
      else {
        // What changed while it was loaded is not known by what it says now.
        const isSteady = readingOf([path]).digest === digest;
        models.push({ model: loaded, source, digest: isSteady ? digest : undefined });
      }
    }
  }
  const hidden = [...reading.files].flatMap((path) => {
    const name = relative(root, path).split(sep).join('/');
    return hiddenInCode(new Source(name, readFileSync(path, 'utf8')));
  });
  return { models, diagnostics: [...diagnostics, ...hidden], files: [...reading.files] };
}

/** What files import, in every form. */
const IMPORTED = /\b(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g;

/** These files, with what they import by a relative address, and what all of them say. */
function readingOf(paths: readonly string[]): Reading & Pick<LoadedModel, 'digest'> {
  const files = new Set<string>();
  const [state, content] = [createHash('sha256'), createHash('sha256')];
  const folder = dirname(paths[0] ?? '');
  let isClosed = true;
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path) || !isFile(path)) continue;
    files.add(path);
    const text = readFileSync(path, 'utf8');
    state.update(`${path}\0${text.length}\0${text}`);
    content.update(`${relative(folder, path)}\0${text.length}\0${text}`);
    for (const [, address = ''] of text.matchAll(IMPORTED)) {
      if (/^\.{1,2}\//.test(address)) open.push(join(dirname(path), address));
      else if (address !== ENTRY) isClosed = false;
    }
  }
  const digest = isClosed ? content.digest('hex') : undefined;
  return { id: state.digest('hex').slice(0, 16), files, digest };
}

function isModelFile(name: string): boolean {
  return /\.m?[jt]s$/.test(name) && !/^_|\.d\.ts$|\.test\./.test(name);
}

function loadModel(
  path: string,
  source: Source,
  { root, reading }: { readonly root: string; readonly reading: Reading },
): CostModel | Diagnostic[] {
  try {
    const loaded = withinTime(MODEL_TIME_LIMIT, () => importFresh(path, reading));
    if ('timedOut' in loaded) return [timedOut(source)];
    return isCostModel(loaded.value) ? loaded.value : [missing(source, loaded.value)];
  } catch (error) {
    // The first file of the model's own in the stack, or above it in the case of a syntax error.
    const inStack = (stack: string) => {
      const files = [...reading.files].map((file) => ({ file, at: stack.indexOf(file) }));
      const [first] = files.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
      if (!first || first.file === path) return locateStack(source, stack);
      const name = relative(root, first.file).split(sep).join('/');
      return locateStack(new Source(name, readFileSync(first.file, 'utf8')), stack);
    };
    return threw(error, 'The model does not load', source, inStack);
  }
}

/**
 * The default export of a module, as it and every file that it imports stand on the disk. Node keeps
 * an ES module for as long as the process lives, under its address, so each state of the files has
 * addresses of its own: the path and `?read=`. `require` takes ES modules and does so at once, so that a module
 * that never ends can be stopped; but it drops what an address says beyond the path, so that it is
 * asked for a door, which holds one import and no file.
 */
function importFresh(path: string, reading: Reading): unknown {
  const source = new URL('../', import.meta.url).href;
  const door = `archfolio-model:${reading.id}/${encodeURIComponent(path)}`;
  const require = createRequire(import.meta.url);
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier === door) return { url: door, format: 'module', shortCircuit: true };
      if (specifier === ENTRY) return { url: `${source}cost/index.ts`, shortCircuit: true };
      const found = next(specifier, context);
      const { url } = found;
      if (!url.startsWith('file:') || url.startsWith(source) || url.includes('/node_modules/')) {
        return found;
      }
      reading.files.add(fileURLToPath(url));
      // Node would warn about TypeScript in a folder whose package.json does not say `module`.
      const format = /\.m?ts$/.test(url) ? 'module-typescript' : found.format;
      return { ...found, format, url: `${url}?read=${reading.id}` };
    },
    load(url, context, next) {
      if (url !== door) return next(url, context);
      const text = `export * as model from ${JSON.stringify(pathToFileURL(path).href)};`;
      return { format: 'module', source: text, shortCircuit: true };
    },
  });
  try {
    const opened: unknown = require(door);
    return isObject(opened) && isObject(opened.model) ? opened.model.default : undefined;
  } finally {
    hooks.deregister();
  }
}

function isCostModel(value: unknown): value is CostModel {
  return isObject(value) && value.kind === 'cost-model' && typeof value.run === 'function';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function missing(source: Source, value: unknown): Diagnostic {
  const isDefined = /\bdefineCostModel\s*[(<]/.test(source.text);
  const message =
    value === undefined
      ? 'The file does not export a cost model as its default.'
      : `The default export is ${described(value)}, and not what \`defineCostModel\` gives.`;
  const hint =
    isDefined && value === undefined
      ? 'Write `export default` before `defineCostModel`, or start the name of the file with `_`.'
      : 'Write `export default defineCostModel({ … })`, or start the name of the file with `_`.';
  return finding('cost-model-missing', message, locateCall(source), { hint });
}

function duplicate({ id }: CostModel, source: Source, first: LoadedModel): Diagnostic {
  const span = locateText(source, id) ?? lineSpan(source, 1);
  const firstSpan = locateText(first.source, id);
  return finding('cost-model-duplicate', `There are two models called \`${id}\`.`, span, {
    ...(firstSpan && { related: [{ message: 'The first is here', span: firstSpan }] }),
  });
}

/** Words that a model did not end. */
export function timedOut(source: Source): Diagnostic {
  const seconds = MODEL_TIME_LIMIT / 1000;
  const message = `The model did not end within ${seconds} seconds and was stopped.`;
  const hint =
    'Look for a loop that does not end, or for work that grows with the number of users.';
  return finding('cost-model-timeout', message, undefined, { hint, file: source.name });
}
