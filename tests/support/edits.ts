import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SMALL_MODEL, SMALL_STUDY, SMALL_WORKSPACE } from './content.ts';

/** The files of a small portfolio, by path. */
export type Content = ReadonlyMap<string, string>;

/** What an author did to it, in words, and what it is then. */
export interface Edit {
  readonly what: string;
  readonly content: Content;
}

type Random = () => number;
type Change = (content: Map<string, string>, random: Random, number: number) => void;

const STUDY = 'case-studies/site';
const INDEX = `${STUDY}/index.mdx`;
const DSL = 'workspace.dsl';

/** Every kind of content but SQL and Mermaid, whose readers take seconds to start. */
export const BEFORE: Content = new Map([
  [DSL, SMALL_WORKSPACE],
  [
    INDEX,
    `${SMALL_STUDY.replace('draft: true', 'draft: true\ncostModel: site')}\nIt has 1 word.\n`,
  ],
  [`${STUDY}/risks.yaml`, riskOf('down', 'The site is down.')],
  ['adrs/0001-plain-files.md', record(1, 'Plain files', 'Accepted')],
  ['adrs/0002-one-site.md', record(2, 'One site', 'Proposed')],
  ['cost-models/site.ts', SMALL_MODEL],
]);

/** What edits do, each kind as often as its neighbours. Some break what others mend. */
const CHANGES: Readonly<Record<string, Change>> = {
  'a description': (content, _random, number) =>
    replace(content, DSL, /"(?:Shows|Serves) [^"]*"/, `"Serves page ${number}."`),
  'a new element': (content, random, number) =>
    replace(
      content,
      DSL,
      '    reader -> ',
      `    other${number} = softwareSystem "Other ${number}"\n${random() < 0.5 ? `    site -> other${number} "Asks"\n` : ''}    reader -> `,
    ),
  'an element less': (content) =>
    replace(content, DSL, /^ {4}(other\d+) = .*\n(?: {4}site -> \1 .*\n)?/m, ''),
  'another name for an element': (content, _random, number) =>
    replace(content, DSL, /"Pages(?: \d+)?"/, `"Pages ${number}"`),
  'another direction': (content, random) =>
    replace(
      content,
      DSL,
      /autolayout(?: \w+)?/,
      random() < 0.5 ? 'autolayout lr' : 'autolayout tb',
    ),
  'a view': (content, _random, number) =>
    replace(
      content,
      DSL,
      '    container site containers',
      `    systemContext site context-${number} {\n      include *\n      autolayout\n    }\n    container site containers`,
    ),
  'a view less': (content) =>
    replace(content, DSL, / {4}systemContext site context-\d+ \{[^}]*\}\n/, ''),
  'a broken workspace': (content) => replace(content, DSL, 'model {', 'modle {'),
  'a mended workspace': (content) => replace(content, DSL, 'modle {', 'model {'),
  'a sentence': (content, _random, number) =>
    replace(content, INDEX, /It has \d+ words?\./, `It has ${number} words.`),
  'a sentence more': (content, _random, number) =>
    append(content, INDEX, `\nAnd ${number} more.\n`),
  'a sentence less': (content) => replace(content, INDEX, /\nAnd \d+ more\.\n/, ''),
  'a broken study': (content) => append(content, INDEX, '\n<Diagram view="nowhere" />\n'),
  'a mended study': (content) => replace(content, INDEX, '\n<Diagram view="nowhere" />\n', ''),
  'a page': (content, _random, number) =>
    content.set(
      `${STUDY}/page-${number % 5}.mdx`,
      `---\ntitle: Page ${number}\n---\nPage ${number}.\n`,
    ),
  'a page less': (content, random) => remove(content, random, /\/page-\d\.mdx$/),
  'a page by another name': (content, random, number) =>
    rename(content, random, /\/page-\d\.mdx$/, `${STUDY}/page-${number % 5}.mdx`),
  'a risk': (content, _random, number) =>
    append(content, `${STUDY}/risks.yaml`, riskOf(`risk-${number}`, `Risk ${number}.`)),
  'one risk': (content, _random, number) =>
    content.set(`${STUDY}/risks.yaml`, riskOf('down', `The site is down ${number} times.`)),
  'no risks': (content) => content.delete(`${STUDY}/risks.yaml`),
  'a mended list': (content) => replace(content, `${STUDY}/risks.yaml`, /(?:- id: \[\n)+/, ''),
  'a broken list': (content) => append(content, `${STUDY}/risks.yaml`, '- id: [\n'),
  'a decision': (content, _random, number) =>
    content.set(
      `adrs/${1000 + (number % 7)}-decided.md`,
      record(1000 + (number % 7), `Decided ${number}`, 'Accepted'),
    ),
  'a decision less': (content, random) => remove(content, random, /^adrs\/1\d+/),
  'a decision by another name': (content, random, number) =>
    rename(content, random, /^adrs\/1\d+/, `adrs/${1000 + (number % 7)}-called-${number % 3}.md`),
  'another status': (content, random) =>
    replace(
      content,
      'adrs/0002-one-site.md',
      /^(?:Proposed|Accepted|Rejected)$/m,
      random() < 0.5 ? 'Accepted' : 'Rejected',
    ),
  'a figure of the model': (content, _random, number) =>
    replace(
      content,
      'cost-models/site.ts',
      /likely: [\d.]+/,
      `likely: ${(0.01 + (number % 40) / 1000).toFixed(3)}`,
    ),
  'a broken model': (content) =>
    replace(content, 'cost-models/site.ts', 'defineCostModel({', 'defineCostModel(('),
  'a mended model': (content) =>
    replace(content, 'cost-models/site.ts', 'defineCostModel((', 'defineCostModel({'),
  'a price': (content, _random, number) =>
    content.set(
      'cost-models/prices.yaml',
      `discounts:\n  - { ids: [dt.internet_out], share: 0.${1 + (number % 8)}, reason: Agreed. }\n`,
    ),
  'no prices': (content) => content.delete('cost-models/prices.yaml'),
};

/** Kinds whose readers are processes of their own: they come and go, so that few loadings pay for them. */
const HEAVY: Readonly<Record<string, Change>> = {
  'a schema': (content, _random, number) =>
    content.set(
      `${STUDY}/schema.sql`,
      `create table page (id int primary key, words_${number} int);\n`,
    ),
  'a diagram': (content, _random, number) =>
    append(content, INDEX, `\n\`\`\`mermaid\nflowchart LR\n  a --> b${number}\n\`\`\`\n`),
};

/**
 * So many edits, one after the other, the same for the same seed. `heavy` is the share of schemas and
 * diagrams, which the edit behind them takes away again.
 */
export function* editsOf(random: Random, count: number, heavy = 0): Generator<Edit> {
  let content = BEFORE;
  let light: Content | undefined;
  for (let number = 1; number <= count; number++) {
    if (light) content = light;
    const isHeavy = random() < heavy;
    light = isHeavy ? content : undefined;
    const kinds = Object.entries(isHeavy ? HEAVY : CHANGES);
    const next = new Map(content);
    const changes = (change: Change) => {
      const copy = new Map(content);
      change(copy, random, number);
      return !isSame(copy, content);
    };
    let what = 'nothing';
    // Some kinds have nothing to change now: a view less where there is none more.
    for (let tries = 0; tries < 20 && isSame(next, content); tries++) {
      // Who broke something mends it soon: nothing is built of what is broken.
      const mends = kinds.filter(([name, mend]) => name.startsWith('a mended') && changes(mend));
      const some = mends.length > 0 && random() < 0.8 ? mends : kinds;
      const [name, change] = some[Math.floor(random() * some.length)] ?? [];
      what = name ?? what;
      change?.(next, random, number);
    }
    content = next;
    yield { what, content };
  }
}

/** Makes of one content in a folder another, file by file, as an author does. */
export function put(root: string, before: Content, after: Content): void {
  for (const path of before.keys()) if (!after.has(path)) rmSync(join(root, path));
  for (const [path, text] of after) {
    if (before.get(path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function isSame(a: Content, b: Content): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

function replace(
  content: Map<string, string>,
  path: string,
  what: string | RegExp,
  by: string,
): void {
  const text = content.get(path);
  if (text !== undefined)
    content.set(
      path,
      text.replace(what, () => by),
    );
}

function append(content: Map<string, string>, path: string, more: string): void {
  content.set(path, (content.get(path) ?? '') + more);
}

function one(content: Content, random: Random, which: RegExp): string | undefined {
  const paths = [...content.keys()].filter((path) => which.test(path)).sort();
  return paths[Math.floor(random() * paths.length)];
}

function remove(content: Map<string, string>, random: Random, which: RegExp): void {
  const path = one(content, random, which);
  if (path !== undefined) content.delete(path);
}

function rename(content: Map<string, string>, random: Random, which: RegExp, to: string): void {
  const path = one(content, random, which);
  const text = path === undefined ? undefined : content.get(path);
  if (path === undefined || text === undefined) return;
  content.delete(path);
  content.set(to, text);
}

function record(number: number, title: string, status: string): string {
  return `# ${number}. ${title}\n\nDate: 2026-01-01\n\n## Status\n\n${status}\n\n## Context\n\nPages are read.\n\n## Considered Options\n\n- ${title}\n- Something else\n\n## Decision\n\n${title}.\n\n## Consequences\n\nIt is so.\n`;
}

function riskOf(id: string, title: string): string {
  return `- id: ${id}\n  title: ${title}\n  likelihood: 2\n  impact: 4\n  owner: The team\n  elements: [site.pages]\n  response: reduce\n  mitigation: Another one stands by.\n`;
}
