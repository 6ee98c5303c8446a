import { CODE_TABLES } from '#sources/code-tables.ts';
import { CODE_EXAMPLES } from './code-examples.ts';

/** What the page says of each stage before its codes. */
const PARTS: Readonly<Record<keyof typeof CODE_TABLES, readonly [title: string, about: string]>> = {
  portfolio: [
    'Between the parts',
    'Each part may be fine by itself, and the parts do not fit together.',
  ],
  'case-study': ['Case studies', 'Front matter, texts and typed lists.'],
  sources: ['Files and settings', ''],
  database: ['Databases', '`schema.sql` and `queries.sql` of a study.'],
  adr: ['Decision records', ''],
  cost: ['Cost models, prices and claims', ''],
  confidential: ['Confidential builds', '`aliases.yaml`, and what `build --confidential` finds.'],
  mermaid: ['Diagrams in texts', ''],
  dsl: [
    'Structurizr DSL',
    'Where Structurizr itself refuses a workspace, its own message stands beside ours in `--json`, as `official`.',
  ],
  model: ['Workspaces', 'As JSON, or read from the DSL.'],
};

/** The page that explains every code, as `npm run make:codes` writes it. */
export function codesPage(): string {
  const parts = Object.entries(CODE_TABLES).map(([stage, table]) => {
    const [title, about] = PARTS[stage as keyof typeof CODE_TABLES];
    const sections = Object.entries(table).map(([code, info]) => sectionOf(code, info));
    return [`## ${title}`, ...(about ? [about] : []), ...sections].join('\n\n');
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

function sectionOf(
  code: string,
  { severity, meaning }: { readonly severity: string; readonly meaning: string },
): string {
  const found = CODE_EXAMPLES[code];
  const lines = [`### ${code}`, `${severity === 'error' ? 'Error' : 'Warning'}. ${meaning}`];
  if (found) {
    const block = (text: string) => `\`\`\`${found.language}\n${text}\n\`\`\``;
    lines.push('Wrong:', block(found.wrong), 'Right:', block(found.right));
  }
  if (severity === 'warning')
    lines.push(`To accept it: \`rules: { '${code}': { off: 'the reason' } }\`.`);
  return lines.join('\n\n');
}

const HEAD = `<!-- Written by \`npm run make:codes\` from the tables of codes. -->

# What \`check\` finds

Every finding has a code, which is permanent: what it says may change, its code does not.
\`npm run check -- --explain CODE\` shows a section of this page in the terminal.

An **error** keeps the site from being built, and is mended. A **warning** that you know and accept is silenced by its
code, with the reason, in \`astro.config.mjs\`:

\`\`\`js
portfolio({
  rules: { 'element-without-cost': { off: 'The partners pay for what they run.' } },
})
\`\`\`

What a study cannot have is said in its own front matter: \`notApplicable: { schema: It keeps nothing of its own. }\`, and a
study that is begun is a \`draft: true\`, which nothing is asked of that it does not have.
\`npm run check -- --fix\` mends names with one near neighbour, and the order of keys.`;
