import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { mermaidProblem } from '#mermaid/codes.ts';
import type { DrawnPicture } from '#mermaid/draw/draw.ts';
import { type Fence, spanInFence } from '#mermaid/fences.ts';
import { altText, type Picture, type Pictures } from '#mermaid/picture.ts';
import type { Problem } from '#mermaid/problem.ts';
import { themeVariables } from '#mermaid/theme.ts';
import { type Cache, codeHash, hashOf } from './cache.ts';
import type { DrawAnswer, DrawRequest } from './mermaid-process.ts';

/** How long Mermaid may take to load, and to draw one diagram, in milliseconds. */
const LOADING = 60_000;
export const DRAWING = 15_000;

/** Draws one diagram at a time in a process of its own. */
interface Drawer {
  draw(request: DrawRequest): Promise<DrawAnswer>;
  stop(): void;
}

/**
 * The pictures of diagrams, and what is wrong with those that have none. Nothing is started when all of
 * them are in the cache, or when there is none. Whoever is patient lets all else of the machine go first.
 */
export async function loadPictures(
  fences: readonly Fence[],
  cache: Cache,
  isPatient = false,
): Promise<{ readonly pictures: Pictures; readonly diagnostics: readonly Diagnostic[] }> {
  const pictures = new Map<string, Picture>();
  const problems = new Map<string, Problem>();
  if (fences.length === 0) return { pictures, diagnostics: [] };
  const maker = makerHash();
  let drawer: Drawer | undefined;
  for (const text of new Set(fences.map((fence) => fence.text))) {
    const key = hashOf(maker, text);
    const kept = cache.get(key);
    if (isPicture(kept)) {
      pictures.set(text, kept);
      continue;
    }
    drawer ??= await startDrawer(isPatient);
    const made = await drawBoth(text, key, drawer);
    if ('hash' in made) {
      pictures.set(text, made);
      cache.put(key, made);
    } else {
      problems.set(text, made);
      if (made.kind === 'timeout') drawer = undefined;
    }
  }
  drawer?.stop();
  const diagnostics = fences.flatMap((fence) => {
    const problem = problems.get(fence.text);
    return problem ? [diagnosticOf(fence, problem)] : [];
  });
  return { pictures, diagnostics };
}

async function drawBoth(text: string, key: string, drawer: Drawer): Promise<Picture | Problem> {
  const light = await drawer.draw({ text, theme: 'light' });
  if ('problem' in light) return light.problem;
  const dark = await drawer.draw({ text, theme: 'dark' });
  if ('problem' in dark) return dark.problem;
  return pictureOf(text, key, light.picture, dark.picture);
}

function pictureOf(text: string, key: string, light: DrawnPicture, dark: DrawnPicture): Picture {
  const { width, height, title, description } = light;
  const alt = altText(text, title, description);
  return { hash: key.slice(0, 10), light: light.svg, dark: dark.svg, width, height, alt };
}

function diagnosticOf(fence: Fence, { kind, message, line, column }: Problem): Diagnostic {
  const code = kind === 'syntax' ? 'mermaid-syntax' : 'mermaid-failed';
  const span = spanInFence(fence, line ?? 1, column);
  return mermaidProblem(code, message, span, {
    hint: 'https://mermaid.js.org has the syntax, and mermaid.live an editor that shows it at once.',
  });
}

/** What all pictures come from: Mermaid, our drawing code, and our colours. */
function makerHash(): string {
  const packages = ['mermaid', 'happy-dom'].map((name) =>
    readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  const versions = packages.map((text) => String(JSON.parse(text).version));
  const colors = JSON.stringify([themeVariables('light'), themeVariables('dark')]);
  return hashOf(...versions, codeHash(new URL('../mermaid/', import.meta.url)), colors);
}

function isPicture(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null && 'dark' in value && 'alt' in value;
}

async function startDrawer(isPatient: boolean): Promise<Drawer> {
  const child = fork(fileURLToPath(new URL('./mermaid-process.ts', import.meta.url)), [], {
    execArgv: [],
    // Charts of time are drawn in one time zone everywhere.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (isPatient) giveWay(child);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  if ((await nextMessage(child, LOADING)) === undefined) {
    child.kill('SIGKILL');
    throw new Error(`The process that draws Mermaid diagrams does not start.\n${said}`);
  }
  return {
    async draw(request) {
      child.send(request);
      const answer = await nextMessage(child, DRAWING);
      if (answer !== undefined) return answer as DrawAnswer;
      child.kill('SIGKILL');
      const message = `The diagram was not drawn within ${DRAWING / 1000} seconds.`;
      return { problem: { kind: 'timeout', message } };
    },
    stop: () => child.kill(),
  };
}

/** A machine that lets nobody give way goes on as it is. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It takes its share, as all others do.
  }
}

/** What the process says next; nothing when it takes too long, or ends. */
function nextMessage(child: ChildProcess, limit: number): Promise<unknown> {
  return new Promise((done) => {
    const finish = (message?: unknown) => {
      clearTimeout(timer);
      child.off('message', finish).off('exit', onExit).off('error', onExit);
      done(message);
    };
    const onExit = () => finish();
    const timer = setTimeout(onExit, limit);
    child.on('message', finish).on('exit', onExit).on('error', onExit);
  });
}
