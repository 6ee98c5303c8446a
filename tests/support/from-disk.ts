import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies pages of a site that was built for a server so that they can be opened from a disk: their links
 * among each other, and to scripts and styles, become relative.
 */
export function copyForDisk(site: string, below: string, target: string): void {
  cpSync(join(site, '_'), join(target, '_'), { recursive: true });
  const names = readdirSync(join(site, below), { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => one.endsWith('.html'))) {
    const path = join(below, name);
    const up = '../'.repeat(path.split('/').filter((step) => step !== '').length - 1);
    const html = readFileSync(join(site, path), 'utf8').replace(
      /\s(href|src)="\/([^"#]*)/g,
      (_, key: string, to: string) =>
        ` ${key}="${up}${to === '' || to.endsWith('/') ? `${to}index.html` : to}`,
    );
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), html);
  }
}
