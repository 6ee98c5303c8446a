import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { readFences } from '#mermaid/fences.ts';
import type { Picture } from '#mermaid/picture.ts';
import { openCache } from '#sources/cache.ts';
import { loadPictures } from '#sources/mermaid.ts';
import { PALETTES } from '#svg/palette.ts';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';
import { at } from '../support/studies.ts';

const fence = (text: string) => `\n\`\`\`mermaid\n${text}\n\`\`\`\n`;
const fencesOf = (texts: readonly string[]) =>
  readFences(new Source('adrs/0001-x.md', `# 1. X\n${texts.map(fence).join('')}`));
const none = openCache(undefined, 'pictures');

const KINDS = {
  flowchart:
    'flowchart LR\n  a[Start] -->|yes| b{Choice}\n  subgraph Group\n  b --> c[(Store)]\n  end',
  sequence:
    'sequenceDiagram\n  actor A as Buyer\n  A->>B: Order\n  loop often\n  B-->>A: Answer\n  end',
  class:
    'classDiagram\n  class Order {\n    +String id\n    +place() bool\n  }\n  Order "1" --> "*" Line : has',
  state: 'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy : work arrives\n  Busy --> [*]',
  er: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  CUSTOMER {\n    uuid id PK\n  }',
  gantt:
    'gantt\n  title Rollout\n  dateFormat YYYY-MM-DD\n  section One\n  Canary :a1, 2026-01-01, 30d',
  pie: 'pie title Spend\n  "Compute" : 40\n  "Storage" : 60',
} as const;

describe('pictures', () => {
  it('of every common kind are drawn in both themes with our palette, the same twice', async () => {
    const texts = Object.values(KINDS);
    const { pictures, diagnostics } = await loadPictures(fencesOf(texts), none);
    expect(diagnostics).toEqual([]);
    expect([...pictures.keys()]).toEqual(texts);
    for (const { light, dark, width, height, alt } of pictures.values()) {
      expect(light.includes(PALETTES.light.furniture.ink)).toBe(true);
      expect(dark.includes(PALETTES.dark.furniture.ink)).toBe(true);
      expect(light).toMatch(/^<svg xmlns="[^"]*" role="img" viewBox="[-\d. ]+" width="\d+"/);
      expect(light).not.toMatch(
        /<script|foreignObject|javascript:|NaN|undefined|<style>(?!@font-face)/,
      );
      expect(Math.min(width, height)).toBeGreaterThan(40);
      expect(alt).toMatch(/(?:diagram|chart)[.:]/i);
    }
    const words = [...pictures.values()].map(({ light }) => textOf(light));
    expect(words[0]).toMatch(/Start.*yes|yes.*Start/);
    expect(words[1]).toContain('Buyer');
    const again = await loadPictures(fencesOf(texts), none);
    expect([...again.pictures].join() === [...pictures].join()).toBe(true);
  });

  it('are taken from the cache, and drawn again when an entry is torn or foreign', async () => {
    const folder = contentFolder({});
    const cache = openCache(folder, 'pictures');
    const first = await loadPictures(fencesOf([KINDS.pie]), cache);
    const [name = ''] = readdirSync(join(folder, 'pictures'));
    const kept = readFileSync(join(folder, 'pictures', name), 'utf8');
    for (const entry of [kept.slice(0, 500), 'something else', '']) {
      const torn = contentFolder({ [`pictures/${name}`]: entry });
      const again = await loadPictures(fencesOf([KINDS.pie]), openCache(torn, 'pictures'));
      expect(again).toEqual(first);
      expect(readFileSync(join(torn, 'pictures', name), 'utf8')).toBe(kept);
    }
  });

  it.each([
    [
      'a script behind a click',
      'flowchart LR\n  a[Open me] --> b\n  click a href "javascript:alert(1)" "tip"\n  click b call alert()',
    ],
    ['HTML in a label', 'flowchart LR\n  a["Open me<img src=x onerror=alert(1)>"] --> b'],
    [
      'HTML that a directive asks for',
      '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\nflowchart LR\n  a["<b onclick=alert(1)>Open me</b>"] --> b',
    ],
    [
      'a style sheet from a directive',
      '%%{init: {"themeCSS": "* { fill: url(https://example.org/x) }", "fontFamily": "x;}</style><script>alert(1)</script>"}}%%\nflowchart LR\n  a[Open me] --> b',
    ],
    [
      'a style that fetches',
      '%%{init: {"themeVariables": {"lineColor": "url(https://example.org/x)"}}}%%\nflowchart LR\n  a[Open me] --> b',
    ],
    [
      'a picture in a node',
      'flowchart LR\n  a@{ img: "https://example.org/x.png", label: "Open me" } --> b',
    ],
  ])('are inert, whatever is asked for: %s', async (_, text) => {
    const { pictures, diagnostics } = await loadPictures(fencesOf([text]), none);
    const [picture] = [...pictures.values()] as (Picture | undefined)[];
    expect(diagnostics).toEqual([]);
    const light = picture?.light.replace(/<style>@font-face[^<]*<\/style>/, '') ?? '';
    const markup = light.replaceAll(/>[^<]*</g, '><');
    expect(markup).not.toMatch(
      /javascript|alert|example\.org|<(?!\/?(?:svg|g|path|rect|circle|ellipse|line|polygon|polyline|text|tspan|defs|marker|title|style)\b)/,
    );
    expect(textOf(picture?.light ?? '')).toContain('Open me');
  });
});

describe('a diagram that cannot be drawn', () => {
  it.each([
    [
      'a box that is not closed',
      ['flowchart LR\n  a --> b\n  c[open --> d'],
      'mermaid-syntax 0001-x.md:6:3',
    ],
    ['after a comment', ['flowchart LR\n  %% comment\n  a[open'], 'mermaid-syntax 0001-x.md:6:3'],
    ['an unknown kind', ['flowxchart LR'], 'mermaid-syntax 0001-x.md:4:1'],
    ['an empty one', [''], 'mermaid-syntax 0001-x.md:4:1'],
    ['a wrong slice', ['pie\n  "a" : x'], 'mermaid-syntax 0001-x.md:5:9'],
    ['the second of two', [KINDS.pie, 'pie\n  "a" : x'], 'mermaid-syntax 0001-x.md:11:9'],
  ])('is reported at its line: %s', async (_, texts, place) => {
    const { diagnostics } = await loadPictures(fencesOf(texts), none);
    expect(diagnostics.map(at)).toEqual([place]);
  });

  it('fails check and build alike, with its place', async () => {
    const root = contentFolder({
      'workspace.dsl': SMALL_WORKSPACE,
      'case-studies/site/index.mdx': `${SMALL_STUDY}${fence('flowchart LR\n  a[open')}`,
    });
    const checked = await runCli(['check', '--root', root, '--json']);
    const { diagnostics } = JSON.parse(checked.stdout) as { diagnostics: object[] };
    expect(checked.code).toBe(1);
    expect(diagnostics).toMatchObject([
      { code: 'mermaid-syntax', file: 'case-studies/site/index.mdx', line: 14, column: 3 },
    ]);
    const built = await runCli(['build', '--root', root]);
    expect(built.code).toBe(1);
    expect(built.stderr).toContain('case-studies/site/index.mdx:14:3');
  });

  it('is told by a build together with all else', async () => {
    const root = contentFolder({
      'workspace.dsl': SMALL_WORKSPACE,
      'case-studies/site/index.mdx': `${SMALL_STUDY}${fence('flowchart LR\n  a[open')}\n<Adr id="99" />\n`,
    });
    const { code, stderr } = await runCli(['build', '--root', root]);
    expect(code).toBe(1);
    expect([...stderr.matchAll(/^error (\S+)/gm)].map(([, name]) => name)).toEqual([
      'mermaid-syntax',
      'unknown-decision',
    ]);
    expect(readdirSync(root)).not.toContain('dist');
  });
});

it('shows a diagram of a study and of a record as two files and its text', async () => {
  const root = contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/index.mdx': `${SMALL_STUDY}\n- In a list:\n${fence('pie\n  "a {b} <i>" : 1').replaceAll('\n', '\n  ')}`,
    'adrs/0001-queue.md': `# 1. Queue\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\n## Context\n${fence(KINDS.state)}\n## Decision\n\nYes.\n\n## Consequences\n\nFine.\n`,
  });
  const { code, stderr } = await runCli(['build', '--root', root, '--base', '/below']);
  expect(stderr).not.toMatch(/^error /m);
  expect(code).toBe(0);
  for (const [page, words] of [
    ['case-studies/site', 'a {b} &lt;i&gt;'],
    ['adrs/0001-queue', 'Idle --&gt; Busy'],
  ]) {
    const html = readFileSync(`${root}/dist/${page}/index.html`, 'utf8');
    const [figure = ''] = /<figure class="mermaid">[\s\S]*?<\/figure>/.exec(html) ?? [];
    expect(figure).toContain(words);
    const paths = [...figure.matchAll(/src="\/below([^"]+)"/g)].map(([, path]) => path);
    expect(paths).toHaveLength(2);
    for (const path of paths) expect(readFileSync(`${root}/dist${path}`, 'utf8')).toMatch(/^<svg/);
    expect(html).not.toContain('language-mermaid');
  }
});

function textOf(svg: string): string {
  return svg.replace(/<style>.*?<\/style>/g, '').replaceAll(/<[^>]*>/g, '');
}
