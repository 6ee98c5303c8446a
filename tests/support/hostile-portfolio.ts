import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPair, isScalar, parseDocument, visit } from 'yaml';
import { PROJECT } from './cli.ts';
import { hostileLists } from './hostile-lists.ts';

/** What every payload has, so that it is found as text, and never as an element. */
export const MARK = 'x-pwn';

const RUN = 'window.__pwned=1';

/** Ends of names that try to be more than text, where a page, feed, script or style shows them. */
const PAYLOADS = [
  `<${MARK}></${MARK}><script>${RUN}</script>`,
  `"><${MARK} onmouseover=${RUN}><img src=x onerror=${RUN}>`,
  `' onfocus='${RUN}' autofocus x='<${MARK}>`,
  `</title></script></style></svg></textarea></template><${MARK}><script>${RUN}</script>`,
  `]]>--><${MARK}/><!-- <![CDATA[ `,
  `{{constructor.constructor('${RUN}')()}} \${${RUN}} #{x} <%= x %> <${MARK}>`,
  `</a><a href=javascript:${RUN}>x</a><${MARK}>`,
  `\\u003cscript>${RUN}</script> &lt;${MARK}> &#60;${MARK}&#62; <${MARK}>`,
  `;} body{display:none} @import url(//evil.example/x.css); <${MARK}>`,
  `../../../../etc/passwd %2e%2e%2f CON.txt <${MARK}>`,
  `<${MARK}>עברית العربية 漢字 ไทย 😀`,
  `\u202E${MARK}> \u2066\u2067 <${MARK}>`,
  `<${MARK}> ${'very-long-'.repeat(30)}`,
  `<svg/onload=${RUN}><math><mi xlink:href=javascript:${RUN}><iframe srcdoc=x><${MARK}>`,
] as const;

/** The same payload for the same text, wherever it stands: names that refer to one another stay equal. */
export function payloadFor(text: string): string {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return PAYLOADS[sum % PAYLOADS.length] ?? PAYLOADS[0];
}

/** What a thing is called. */
const NAMES: ReadonlySet<string> = new Set([
  'title',
  'name',
  'label',
  'what',
  'quality',
  'question',
]);

/** A sentence or a name of several words, and not a figure, expression, path or reference. */
function isProse(text: string): boolean {
  const words = text.match(/(?<!\S)[a-z]{2,}(?=[\s.,;:?]|$)/gi)?.length ?? 0;
  return words >= 3 && !/[=*]|^https?:/.test(text);
}

const evil = (text: string) => `${text} ${payloadFor(text)}`;

/** The same where a text may take figures and is read as MDX: what would be refused there is escaped. */
const evilInMdx = (text: string) =>
  `${text} ${payloadFor(text).replace(/[<{}]/g, (sign) => `&#${sign.charCodeAt(0)};`)}`;

const evilYaml = (text: string) => changedYaml(text, evil);

/** The same where a text is code, which may hold nothing that is not seen. */
const evilInCode = (text: string) => `${text} ${payloadFor(text).replace(/[\u202A-\u2069]/g, '')}`;

function changedYaml(text: string, change: (words: string) => string): string {
  const document = parseDocument(text);
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || !isScalar(node) || typeof node.value !== 'string') return;
      const parent = path.at(-1);
      const name = isPair(parent) && isScalar(parent.key) ? String(parent.key.value) : '';
      const isName = NAMES.has(name) && node.value.includes(' ');
      if (isName || (isProse(node.value) && node.value.length > 40)) {
        node.value = change(node.value);
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}

function evilDsl(text: string): string {
  return text.replace(/"([^"\\\n]* [^"\\\n]*)"/g, (whole, inner: string, at: number) => {
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    if (/^\s*(?:tags?|include|exclude|!|theme|icon|properties|url)\b/.test(line)) return whole;
    return isProse(inner) || /=\s*\w+\s*$/.test(line)
      ? `"${evil(inner).replaceAll('"', '\\"').replaceAll('${', '$ {')}"`
      : whole;
  });
}

/** The rest of a record would be a comment after one that begins in its title. */
const evilMarkdown = (text: string) =>
  `${text.replace(/^# (.*)$/m, (_, title: string) => `# ${evil(title).replace('<!--', '<!-')}`)}
## Notes

<script>${RUN}</script>

<img src=x onerror=${RUN}>

${PAYLOADS.map((payload) => `- ${payload}`).join('\n')}
`;

const evilMdx = (text: string) =>
  text.replace(
    /^---\n([\s\S]*?)\n---/,
    (_, front: string) => `---\n${changedYaml(front, evilInCode)}---`,
  );

const evilModel = (text: string) =>
  text.replace(
    /\b(title|label|why): '([^'\\\n]+)'/g,
    (_, key: string, words: string) => `${key}: ${JSON.stringify(evilInCode(words))}`,
  );

const CHANGES: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/prices\.yaml$/, (text) => text],
  [/visibility\.yaml$/, (text) => text.replace(/^( +title: )([^"'\n]*)$/gm, `$1"$2 <${MARK}>"`)],
  [/(?:stories|defence|interview)\.yaml$/, (text) => changedYaml(text, evilInMdx)],
  [/\.ya?ml$/, evilYaml],
  [/\.dsl$/, evilDsl],
  [/\.mdx$/, evilMdx],
  [/\/posts\/.*\.md$/, (text) => text],
  [/\.md$/, evilMarkdown],
  [/cost-models\/[^/]*\.ts$/, evilModel],
];

/** Writes the sample with hostile words in every name, list, record and model of it. */
export function writeHostileSample(folder: string): void {
  for (const top of ['workspace.dsl', 'astro.config.mjs', 'case-studies', 'adrs', 'cost-models']) {
    const isFolder = statSync(join(PROJECT, top)).isDirectory();
    const names = isFolder
      ? readdirSync(join(PROJECT, top), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(top, name),
        )
      : [top];
    for (const name of names.filter((one) => statSync(join(PROJECT, one)).isFile())) {
      const text = readFileSync(join(PROJECT, name), 'utf8');
      const change = CHANGES.find(([ending]) => ending.test(name))?.[1];
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), change ? change(text) : text);
    }
  }
}

/** What turns a line round, moves a terminal, and carries what nobody sees. */
const HIDDEN = '\u202Egnp\u2066 \u001B[2J\u009B31m\u{E0041}';
const MARKUP = `<${MARK}></${MARK}><script>${RUN}</script>`;
/** A name that reads from right to left: its last sign stands at its left end. */
export const RIGHT_TO_LEFT = 'שלום עולם!';
const SCRIPT = `${MARKUP}${HIDDEN}`;
const QUOTED = `"><img src=x onerror=${RUN}>${HIDDEN}`;
/** The same where a text is read as MDX, and would be refused as it is. */
const SPOKEN = SCRIPT.replace(/[<{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A small portfolio that is hostile throughout: names, texts, records and lists; its record links to scripts. */
export const HOSTILE_PORTFOLIO = {
  'workspace.dsl': `workspace "${SCRIPT}" "\${7*7} {{x}} <!-- " {
model {
  attacker = person "${SCRIPT}" "\u202Egnp.exe \u0007"
  target = softwareSystem "../../etc/passwd" "' onload='x" {
    box = container "\\"><img src=x onerror=alert(1)>" "]]> &amp; &#x3C;" "</title></svg><script>alert(2)</script>" {
      url https://example.org/?a=1&b=2
    }
    hebrew = container "${RIGHT_TO_LEFT}"
  }
  attacker -> box "${SCRIPT}" "</text></svg>"
  attacker -> hebrew
}
views {
  styles {
    element "Person" {
      icon "data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script><image href="https://evil.example/x.png"/><circle r="9"/></svg>`)}"
    }
    element "Container" {
      icon https://evil.example/icon.png
    }
  }
  container target view-1 "</desc><script>alert(3)</script>" {
    include *
    autolayout
    title "${SCRIPT}"
  }
}
}
`,
  'adrs/0001-evil.md': `# 1. ${SCRIPT}

Date: 2026-01-01

## Status

Accepted

## Context

[click](javascript:alert(1)) [data](data:text/html,x) ${SCRIPT} ![x](https://evil.example/x.png) [e](element:nothing)

<iframe src="https://evil.example"></iframe>

## Decision

${QUOTED}

## Consequences

None.
`,
  'case-studies/evil/index.mdx': `---
title: ${JSON.stringify(MARKUP)}
summary: ${JSON.stringify(`"><img src=x onerror=${RUN}>`).replace(/"$/, '\\u202E\\u001B[2J"')}
order: 1
system: target
costModel: evil
---

Text.

<Diagram view="view-1" />
`,
  ...listsOf('case-studies/evil', {
    nfrs: [
      {
        id: 'n',
        quality: SCRIPT,
        target: '200 ms',
        limit: '500 ms',
        measured: SCRIPT,
        elements: ['box'],
      },
    ],
    slos: [{ id: 's', name: SCRIPT, sli: QUOTED, objective: 99.9 }],
    risks: [
      {
        id: 'r',
        title: SCRIPT,
        elements: ['box'],
        response: 'reduce',
        likelihood: 3,
        impact: 4,
        owner: QUOTED,
        mitigation: SCRIPT,
      },
    ],
    'failure-modes': [
      {
        id: 'f',
        name: SCRIPT,
        trigger: QUOTED,
        elements: ['box'],
        breaks: SCRIPT,
        radius: SCRIPT,
        users: QUOTED,
        detection: SCRIPT,
        mitigation: QUOTED,
        recovery: '2 min',
      },
    ],
    threats: [
      {
        id: 't',
        title: SCRIPT,
        stride: 'spoofing',
        flow: { from: 'attacker', to: 'box' },
        harm: QUOTED,
        controls: [{ layer: 'edge', does: SCRIPT }],
      },
    ],
    walkthrough: [
      {
        id: 'w',
        title: SCRIPT,
        line: QUOTED,
        view: 'view-1',
        say: SCRIPT,
        seconds: { '3-min': 30 },
      },
    ],
    rollout: [
      { id: 'o', title: SCRIPT, does: QUOTED, exposure: SCRIPT, gate: SCRIPT, rollback: SCRIPT },
    ],
  }),
  ...yamlOf(hostileLists(SCRIPT, SPOKEN)),
  'cost-models/evil.ts': `import { defineCostModel, line } from 'archfolio/cost';

export default defineCostModel({
  id: 'evil',
  title: ${JSON.stringify(MARKUP)},
  system: 'target',
  user: ${JSON.stringify(MARKUP)},
  drivers: {
    traffic: { label: ${JSON.stringify(MARKUP)}, unit: 'GB/user', low: 1, likely: 2, high: 3, basis: 'estimate', why: ${JSON.stringify(MARKUP)} },
  },
  demand: ({ users, drivers }) => ({ traffic: users.times(drivers.traffic) }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    box: { element: 'box', title: ${JSON.stringify(MARKUP)}, lines: { out: line(${JSON.stringify(MARKUP)}, 'dt.internet_out', demand.traffic) } },
  }),
});
`,
};

/** Typed lists as files of a folder; JSON is YAML. */
function listsOf(folder: string, lists: Readonly<Record<string, unknown>>): Record<string, string> {
  return yamlOf(
    Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [`${folder}/${name}.yaml`, list]),
    ),
  );
}

function yamlOf(lists: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)]),
  );
}
