import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_WORKSPACE } from '../support/content.ts';

/** What an export of the small workspace, or of another, writes; by file name. */
async function exported(args: readonly string[], dsl = SMALL_WORKSPACE) {
  const root = contentFolder({ 'workspace.dsl': dsl });
  const all = ['export', 'workspace.dsl', '--output', 'out', ...args];
  const { code, stderr } = await runCli(all, root);
  const names = code === 0 ? readdirSync(`${root}/out`) : [];
  return { code, stderr, names, read: (name: string) => readFileSync(`${root}/out/${name}`) };
}

describe('export --format png', () => {
  it('draws every pixel of the SVG as many times as asked, in the colours of the theme', async () => {
    const svg = (await exported(['--format', 'svg'])).read('containers.svg').toString();
    const [, width = '', height = ''] = / width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    for (const [scale, theme, name, ground] of [
      ['1', 'light', 'containers.png', [0xf3, 0xf5, 0xf7]],
      ['2.5', 'dark', 'containers-dark.png', [0x16, 0x1e, 0x26]],
    ] as const) {
      const { names, read } = await exported([
        '--format',
        'png',
        '--scale',
        scale,
        '--theme',
        theme,
      ]);
      expect(names).toEqual([name]);
      const picture = sharp(read(name));
      const { format, ...size } = await picture.metadata();
      expect(format).toBe('png');
      expect(Math.abs(size.width - Number(width) * Number(scale))).toBeLessThanOrEqual(1);
      expect(Math.abs(size.height - Number(height) * Number(scale))).toBeLessThanOrEqual(1);
      const { data } = await picture.raw().toBuffer({ resolveWithObject: true });
      for (const [at, value] of ground.entries()) {
        expect(Math.abs((data[at] ?? 0) - value)).toBeLessThanOrEqual(1);
      }
      const { channels } = await picture.stats();
      expect(Math.max(...channels.slice(0, 3).map(({ stdev }) => stdev))).toBeGreaterThan(10);
    }
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = [
      await exported(['--format', 'png']),
      await exported(['--format', 'png']),
    ];
    expect(first.read('containers.png').equals(second.read('containers.png'))).toBe(true);
  });

  it.each(['0', '-1', 'x', '2x', '1000', ''])('refuses the scale “%s”', async (scale) => {
    const { code, stderr } = await exported(['--format', 'png', `--scale=${scale}`]);
    expect(code).toBe(2);
    expect(stderr).toContain('--scale');
  });
});

describe('export --text-as-paths', () => {
  it('has no text left but title and description, and needs no font', async () => {
    const plain = (await exported(['--format', 'svg'])).read('containers.svg').toString();
    const svg = (await exported(['--format', 'svg', '--text-as-paths']))
      .read('containers.svg')
      .toString();
    expect(plain.match(/<text/g)?.length).toBeGreaterThan(5);
    expect(svg).not.toMatch(/<text|@font-face|<style/);
    expect(svg.match(/<path class="words"/g)?.length).toBe(plain.match(/<text/g)?.length);
    expect(svg).toMatch(/<title id="[^"]*">[^<]+<\/title>/);
  });

  it('keeps as text what the font cannot set, and says so', async () => {
    const dsl = SMALL_WORKSPACE.replace('"Reader"', '"読者"');
    const { stderr, read } = await exported(['--format', 'svg', '--text-as-paths'], dsl);
    expect(stderr).toContain('warning: containers.svg: the font lacks “読者”');
    expect(read('containers.svg').toString()).toMatch(/<text[^>]*>読者<\/text>/);
    expect(read('containers.svg').toString()).toContain('@font-face');
  });
});
