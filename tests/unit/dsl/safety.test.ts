import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import type { ParseOptions } from '#dsl/options.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { workspaceToJson } from '#model/to-json.ts';
import { inModel, inViews, read } from './support.ts';

const codes = (text: string, options?: ParseOptions) => [
  ...new Set(read(text, options).diagnostics.map(({ code }) => code)),
];

describe('large and deep input', () => {
  it('reads 100,000 lines', () => {
    const people = Array.from({ length: 50_000 }, (_, at) => `p${at} = person P${at}\n`).join('\n');
    const { workspace, diagnostics } = read(inModel(people), { embedSource: false });
    expect(diagnostics).toEqual([]);
    expect(workspace?.elements).toHaveLength(50_000);
  });

  it('nests deep, and says where it is too deep', () => {
    const nested = (depth: number) => {
      const open = Array.from({ length: depth }, (_, at) => `deploymentNode N${at} {\n`).join('');
      return inModel(`deploymentEnvironment E {\n${open}${'}\n'.repeat(depth)}}`);
    };
    const { workspace, diagnostics } = read(nested(190));
    expect(diagnostics).toEqual([]);
    const json = JSON.stringify(workspace && workspaceToJson(workspace));
    expect(workspaceFromJson(new Source('a.json', json)).workspace?.elements).toHaveLength(190);
    expect(codes(nested(1_000))).toEqual(['dsl-limit']);
  });

  it('ends with a finding where braces never close', () => {
    const { diagnostics } = read(`workspace {\n${'model {\n'.repeat(5_000)}`);
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  it('ends where substitutions grow without bound', () => {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `!const x${at + 1} "\${x${at}}\${x${at}}"`,
    ).join('\n');
    expect(codes(`!const x0 "${'x'.repeat(100)}"\n${lines}\nworkspace "\${x40}" {\n}`)).toContain(
      'dsl-limit',
    );
  });

  it('does not follow a text block into itself', () => {
    const guess = '00000000-0000-4000-8000-000000000001';
    expect(codes(`workspace {\n  name """\n    \${${guess}}\n    """\n}`)).not.toContain(
      'dsl-limit',
    );
  });

  it('bounds the work of expressions', () => {
    const people = Array.from({ length: 200 }, (_, at) => `p${at} = person P${at}`).join('\n');
    const views = Array.from({ length: 100 }, () => 'systemLandscape {\n  include *\n}').join('\n');
    const text = `workspace {\n  model {\n${people}\n  }\n  views {\n${views}\n  }\n}`;
    expect(codes(text)).toEqual([]);
    expect(codes(text, { limits: { steps: 5_000 } })).toEqual(['dsl-limit']);
  });

  it('stops after a number of findings', () => {
    const { diagnostics } = read(inModel('nonsense\n'.repeat(5_000)), {
      limits: { diagnostics: 20 },
    });
    expect(diagnostics).toHaveLength(20);
  });
});

describe('the outside', () => {
  it('is not reached unless the host is allowed', () => {
    const fetched: string[] = [];
    const fetch = (url: string) => {
      fetched.push(url);
      return { bytes: new TextEncoder().encode('p = person P\n'), contentType: 'text/plain' };
    };
    const text = inModel('!include https://example.com/a.dsl');
    expect(codes(text, { fetch })).toEqual(['dsl-network']);
    expect(fetched).toEqual([]);
    expect(codes(text, { fetch, hosts: ['example.com'] })).toEqual([]);
    expect(fetched).toEqual(['https://example.com/a.dsl']);
    expect(codes(text, { fetch: () => ({ failure: 'gone' }), hosts: ['example.com'] })).toEqual([
      'dsl-network',
    ]);
  });

  it('is not taken from the environment unless it is given', () => {
    const text = `workspace "\${NAME}" {\n}`;
    expect(read(text).workspace?.name).toBe(`\${NAME}`);
    expect(read(text, { env: { NAME: 'Given' } }).workspace?.name).toBe('Given');
  });

  it('runs no script, plugin or class, and reads on behind them', () => {
    const script =
      'workspace {\n  !script groovy {\n    }}} {{{\n  }\n  model {\n    person A\n  }\n}';
    const { workspace, diagnostics } = read(script);
    expect(diagnostics.map(({ code }) => code)).toContain('dsl-script');
    expect(workspace?.elements).toHaveLength(1);
    expect(codes(inViews('!plugin com.example.P {\n  a b\n}'))).toEqual(['dsl-plugin']);
  });
});
