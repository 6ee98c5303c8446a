import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conformance } from '#cli/commands/conformance.ts';
import { fileReader } from '#sources/file-reader.ts';

let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dsl-'));
});

afterEach(() => rmSync(dir, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the disk below a folder', () => {
  it('is read, and what is outside is not, by way of a link neither', () => {
    write('in/a.dsl', 'a');
    write('secret/b.dsl', 'b');
    symlinkSync(join(dir, 'secret'), join(dir, 'in/link'));
    symlinkSync(join(dir, 'in/a.dsl'), join(dir, 'in/inner'));
    const reader = fileReader(join(dir, 'in'));
    expect(reader.stat('a.dsl')).toMatchObject({ kind: 'file' });
    expect(reader.stat('')).toMatchObject({ kind: 'folder' });
    expect(reader.stat('inner')).toMatchObject({ kind: 'file' });
    for (const path of [
      '../secret/b.dsl',
      'link',
      'link/b.dsl',
      'link/none',
      join(dir, 'secret'),
    ]) {
      expect(reader.stat(path)).toBe('outside');
      expect(reader.readBytes(path)).toBeUndefined();
      expect(reader.list(path)).toEqual([]);
    }
  });

  it('never throws', () => {
    const reader = fileReader(dir);
    for (const path of ['none', 'a\0b', 'x'.repeat(10_000), 'a/b/c']) {
      expect(reader.stat(path)).toBeUndefined();
      expect(reader.readBytes(path)).toBeUndefined();
      expect(reader.list(path)).toEqual([]);
    }
  });
});

describe('conformance', () => {
  it('compares messages and says what differs, what is skipped and why', () => {
    const head = 'path\texpected\texpected_error_message\tneeds\tkind\tbasis\tgolden\tnote';
    const good = 'Unexpected tokens (expected: workspace) at line 1 of {file}: model {';
    write(
      'MANIFEST.tsv',
      `${[
        head,
        `a/good.dsl\terror\t${good}\tnone\tworkspace\t\t\t`,
        'a/other.dsl\terror\tAnother message\tnone\tworkspace\t\t\t',
        'a/script.dsl\tok\t\tscript\tworkspace\t\t\t',
        'a/ok.dsl\tok\t\tnone\tworkspace\t\t\t',
      ].join('\n')}\n`,
    );
    for (const name of ['good', 'other']) write(`a/${name}.dsl`, 'model {\n}\n');
    write('a/ok.dsl', 'workspace {\n}\n');
    const lines: string[] = [];
    const outcomes = conformance(dir, (line) => lines.push(line));
    expect(outcomes.map(({ path, result }) => `${path} ${result}`)).toEqual([
      'a/good.dsl equal',
      'a/other.dsl differing',
      'a/script.dsl skipped',
      'a/ok.dsl equal',
    ]);
    expect(lines.join('\n')).toMatch(/differs {2}a\/other\.dsl \(error\): .* \| Another message/);
    expect(lines.at(-1)).toMatch(/^all +4 +2 +1 +1$/);
  });

  it('finds the path of the first difference', () => {
    write('MANIFEST.tsv', 'path\texpected\tneeds\tkind\tnote\na/w.dsl\tok\tnone\tworkspace\t\n');
    write('a/w.dsl', 'workspace A {\n}\n');
    write('golden/a/w.dsl.parser.json', '{"name": "B"}');
    const [outcome] = conformance(dir, () => {});
    expect(outcome).toMatchObject({ aspect: 'parser', result: 'differing' });
  });

  it('wants a manifest', () => {
    expect(() => conformance(dir, () => {})).toThrow(/no MANIFEST\.tsv/);
  });
});
