import { spawn } from 'node:child_process';
import { readdirSync, watch, writeFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { PROJECT, runCli, userEnvironment } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';
import { digestOf } from '../support/folder-digest.ts';
import { seededRandom } from '../support/random.ts';

/** How many builds are killed: `KILLS=200` is the whole of it, and takes a quarter of an hour. */
const KILLS = Number(process.env.KILLS ?? 1);
/** A few only show that this works: of one state and one kind of build. */
const isWhole = KILLS > 2;

const STATES = ['before', 'after'].map((word) => ({
  'workspace.dsl': SMALL_WORKSPACE,
  'case-studies/site/index.mdx': `${SMALL_STUDY}\nThis is what it was ${word} the change.\n`,
}));
const ALL_OUTPUTS = [
  { args: ['build'], made: ['dist'] },
  { args: ['build', '--offline'], made: ['dist-offline', 'dist-offline.zip'] },
] as const;
const OUTPUTS = isWhole ? ALL_OUTPUTS : ALL_OUTPUTS.slice(0, 1);

describe('a build that is killed', () => {
  it(
    `leaves the last site or the new one, whole, ${KILLS} times at random`,
    async () => {
      const root = contentFolder(STATES[0] ?? {});
      const show = (state: number) =>
        Object.entries(STATES[state] ?? {}).map(([name, text]) =>
          writeFileSync(`${root}/${name}`, text),
        );
      const digests = (made: readonly string[]) => made.map((name) => digestOf(`${root}/${name}`));
      const random = seededRandom(12);
      let took = 0;
      // What whole sites are, of either state.
      const whole = new Map<string, string[][]>();
      for (const { args, made } of OUTPUTS) {
        for (const state of isWhole ? [1, 0] : [0]) {
          show(state);
          const start = performance.now();
          expect(await runCli([...args, '--root', root])).toMatchObject({ code: 0 });
          took = performance.now() - start;
          whole.set(args.join(), [...(whole.get(args.join()) ?? []), digests(made)]);
        }
      }
      const seen = { killed: 0, changed: 0, leftovers: 0 };
      for (let kill = 0; kill < KILLS; kill++) {
        const { args, made } = OUTPUTS[kill % OUTPUTS.length] ?? ALL_OUTPUTS[0];
        show(isWhole ? (kill >> 1) & 1 : 0);
        const atPublication = random() < 0.5;
        const isKilled = await killed([...args, '--root', root], async () => {
          if (atPublication) await appears(root, /\.partial-\d+$/);
          await after(atPublication ? random() * 30 : random() * took);
        });
        seen.killed += Number(isKilled);
        const found = digests(made);
        // Folder and archive are each whole; they may be of different states when the kill came between.
        for (const [at, digest] of found.entries()) {
          expect(whole.get(args.join())?.map((site) => site[at])).toContain(digest);
        }
        seen.changed += Number(found.join() !== whole.get(args.join())?.at(-1)?.join());
        seen.leftovers += Number(readdirSync(root).some((name) => /\.(?:partial|old)-/.test(name)));
      }
      if (isWhole) expect(seen.killed).toBeGreaterThan(KILLS / 2);
      if (isWhole) console.log(`${KILLS} builds: ${JSON.stringify(seen)}`);
      show(0);
      for (const { args, made } of OUTPUTS) {
        expect(await runCli([...args, '--root', root])).toMatchObject({ code: 0 });
        expect(digests(made)).toEqual(whole.get(args.join())?.at(-1));
      }
      const site = OUTPUTS.flatMap(({ made }) => [...made]);
      expect(readdirSync(root).sort()).toEqual(['case-studies', ...site, 'workspace.dsl']);
    },
    60_000 + KILLS * 30_000,
  );
});

/** Runs a build and kills it, with all that it started, when `moment` ends; false where it was done before. */
async function killed(args: readonly string[], moment: () => Promise<void>): Promise<boolean> {
  const child = spawn(process.execPath, [`${PROJECT}/src/cli/main.ts`, ...args], {
    env: userEnvironment(),
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise<boolean>((done) => {
    child.once('close', (_code, signal) => done(signal === 'SIGKILL'));
  });
  await Promise.race([moment(), ended]);
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It had come to its end.
  }
  return await ended;
}

/** Waits until a name appears in a folder. */
async function appears(folder: string, name: RegExp): Promise<void> {
  await new Promise<void>((done) => {
    const watcher = watch(folder, (_event, changed) => {
      if (!name.test(changed ?? '')) return;
      watcher.close();
      done();
    });
  });
}
