import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFileAtomic } from '#sources/atomic-write.ts';
import { contentFolder } from '../../support/content.ts';

const LEFT = '.a+b.md.0123456789ab.tmp';

it.each([
  ['takes away what a killed writer of the same file left', LEFT, true, 3600, []],
  ['leaves what may still be written', LEFT, true, 60, [LEFT]],
  [
    'leaves what is of another file',
    '.aab.md.0123456789ab.tmp',
    true,
    3600,
    ['.aab.md.0123456789ab.tmp'],
  ],
  ['leaves what is not its own', '.a+b.md.tmp', true, 3600, ['.a+b.md.tmp']],
  ['does not look where the power may take what is written', LEFT, false, 3600, [LEFT]],
])('%s', (_, name, durable, seconds, left) => {
  const root = contentFolder({ 'a+b.md': 'old', [name]: 'half' });
  const then = Date.now() / 1000 - seconds;
  utimesSync(join(root, name), then, then);
  writeFileAtomic(join(root, 'a+b.md'), 'new', { durable });
  expect(readFileSync(join(root, 'a+b.md'), 'utf8')).toBe('new');
  expect(readdirSync(root).filter((one) => one.endsWith('.tmp'))).toEqual(left);
});
