import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { prepareForExport } from '#dsl/export-json.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { inspect } from '#model/inspections.ts';
import { workspaceToJson } from '#model/to-json.ts';
import { inViews, read } from './support.ts';

const SEED = inViews(`    container shop Key {
      include *
      exclude "element.tag==Gone"
      autoLayout lr 100 50
      animation {
        web
        db
      }
    }
    dynamic shop {
      web -> db "Reads"
    }
    styles {
      element "Element" {
        shape RoundedBox
        background #ff0000
      }
    }`);

const BITS = ['{', '}', '"', '"""', '\\', '->', '=', '*', '!include x', '//', '/*', '*/', '&&'];

/** One change of a text: a line or a word is dropped, doubled, swapped or replaced. */
const change = fc.record({
  line: fc.nat(60),
  other: fc.nat(60),
  word: fc.nat(6),
  bit: fc.constantFrom(...BITS),
  how: fc.constantFrom('drop', 'double', 'swap', 'word', 'insert'),
});

type Change = { line: number; other: number; word: number; bit: string; how: string };

function apply(text: string, { line, other, word, bit, how }: Change): string {
  const lines = text.split('\n');
  const [a, b] = [line % lines.length, other % lines.length];
  if (how === 'drop') lines.splice(a, 1);
  else if (how === 'double') lines.splice(b, 0, lines[a] ?? '');
  else if (how === 'swap') [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  else {
    const words = (lines[a] ?? '').split(' ');
    words.splice(word, how === 'word' ? 1 : 0, bit);
    lines[a] = words.join(' ');
  }
  return lines.join('\n');
}

const mutated = fc.array(change, { maxLength: 6 }).map((changes) => changes.reduce(apply, SEED));

describe('any text', () => {
  it('never throws, and the first error alone has official words', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { workspace, diagnostics } = read(text);
        const official = diagnostics.filter((item) => item.official !== undefined);
        expect(official.length).toBeLessThanOrEqual(1);
        expect(official.every(({ severity }) => severity === 'error')).toBe(true);
        if (workspace) {
          workspaceToJson(prepareForExport(workspace));
          inspect(workspace);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives dense ids, each once, where there are no errors', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { workspace, diagnostics } = read(text, { warnings: false });
        if (!workspace || diagnostics.length > 0) return;
        const ids = [...workspace.elements, ...workspace.relationships].map(({ id }) => Number(id));
        expect(ids.sort((a, b) => a - b)).toEqual(ids.map((_, at) => at + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('goes to JSON and back unchanged', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { workspace, diagnostics } = read(text, { warnings: false });
        if (!workspace || diagnostics.length > 0) return;
        const json = workspaceToJson(prepareForExport(workspace));
        const again = workspaceFromJson(new Source('workspace.json', JSON.stringify(json)));
        expect(again.diagnostics).toEqual([]);
        expect(again.workspace && workspaceToJson(again.workspace)).toEqual(json);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws as JSON either', () => {
    const json = JSON.stringify(workspaceToJson(prepareForExport(read(SEED).workspace ?? fail())));
    fc.assert(
      fc.property(
        fc.nat(json.length),
        fc.nat(20),
        fc.constantFrom(...BITS, '[', ']', 'null', '1', ','),
        (at, cut, bit) => {
          const text = json.slice(0, at) + bit + json.slice(at + cut);
          workspaceFromJson(new Source('workspace.json', text));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

function fail(): never {
  throw new Error('the seed has no workspace');
}
