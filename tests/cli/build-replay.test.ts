import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCli } from '../support/cli.ts';
import { BEFORE, editsOf, put } from '../support/edits.ts';
import { digestOf } from '../support/folder-digest.ts';
import { seededRandom } from '../support/random.ts';

/** After how many edits whole sites are compared: three builds take some ten seconds. */
const SITES = Number(process.env.SITES ?? 1);

it(
  `builds after each of ${SITES} edits the bytes that a first build without caches makes`,
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'archfolio-sites-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const content = join(root, 'content');
    const build = (output: string, cache: string) =>
      runCli(['build', '--root', content, '--output', join(root, output)], root, {
        ARCHFOLIO_CACHE: cache,
      });
    put(content, new Map(), BEFORE);
    expect((await build('site', join(root, 'kept'))).code).toBe(0);
    let before = BEFORE;
    for (const edit of editsOf(seededRandom(20261123), SITES)) {
      put(content, before, edit.content);
      before = edit.content;
      const last = digestOf(join(root, 'site'));
      const { code } = await build('site', join(root, 'kept'));
      rmSync(join(root, 'anew'), { recursive: true, force: true });
      expect((await build('anew', 'off')).code, `after ${edit.what}`).toBe(code);
      const wanted = code === 0 ? digestOf(join(root, 'anew')) : last;
      expect(digestOf(join(root, 'site')), `after ${edit.what}`).toEqual(wanted);
    }
  },
  60_000 + SITES * 60_000,
);
