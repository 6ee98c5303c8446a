import GithubSlugger from 'github-slugger';
import { mdxToMdast } from 'satteri';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { studyProblem } from './codes.ts';

/** A heading of a page; `id` is its anchor. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
  readonly span: Span;
}

/** The use of a component in a page: `<Diagram view="containers" />`. */
export interface Reference {
  readonly component: string;
  /** Plain and number attributes as text; an expression that is neither is left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly span: Span;
  /** Where the value of an attribute stands, else the whole tag. */
  attributeSpan(name: string): Span;
}

/** What the rest of the portfolio needs to know of a page's body. */
export interface PageOutline {
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}

type MdastNode = ReturnType<typeof mdxToMdast>;

/** Reads headings and component uses of an MDX page; a syntax error is one diagnostic. */
export function readOutline(source: Source): PageOutline {
  const headings: Heading[] = [];
  const references: Reference[] = [];
  const slugger = new GithubSlugger();
  const visit = (node: MdastNode) => {
    const span = spanOf(source, node);
    if (node.type === 'heading') {
      const text = textOf(node);
      headings.push({ depth: node.depth, text, id: slugger.slug(text), span });
    }
    if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name) {
      references.push(referenceOf(node.name, node.attributes, span));
    }
    if ('children' in node) node.children.forEach(visit);
  };
  try {
    // As Astro reads it, or a heading with a dash or quotes would have another anchor there.
    const features = { frontmatter: true, smartPunctuation: true };
    const tree = mdxToMdast(source.text, { position: true, features });
    visit(tree);
    return { headings, references, diagnostics: [] };
  } catch (error) {
    return { headings: [], references: [], diagnostics: [syntaxError(source, error)] };
  }
}

function referenceOf(
  component: string,
  attributes: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[],
  span: Span,
): Reference {
  const values: Record<string, string> = {};
  for (const { name, value } of attributes) {
    if (name === undefined) continue;
    const text = typeof value === 'string' ? value : expressionText(value);
    if (text !== undefined) values[name] = text;
  }
  return {
    component,
    attributes: values,
    span,
    attributeSpan(name) {
      const tag = span.source.text.slice(span.start, span.end);
      for (const { groups, indices } of tag.matchAll(ATTRIBUTE)) {
        if (groups?.name !== name) continue;
        const { double, single, quoted, plain } = indices?.groups ?? {};
        const place = double ?? single ?? quoted ?? plain;
        if (place)
          return { source: span.source, start: span.start + place[0], end: span.start + place[1] };
      }
      return span;
    },
  };
}

/** An attribute of a tag. The parser gives no places of attributes, so they are looked for again. */
const ATTRIBUTE =
  /(?<=\s)(?<name>[\w:.-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|\{\s*(?:(?<mark>["'`])(?<quoted>[^}]*?)\k<mark>|(?<plain>[^}]*?))\s*\})/dg;

/** A number or quoted text in braces; anything else is the author's code and says nothing here. */
function expressionText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value)) return undefined;
  if (typeof value.value !== 'string') return undefined;
  const code = value.value.trim();
  if (/^\d[\d_]*$/.test(code)) return code.replaceAll('_', '');
  return /^(["'`])(?<text>(?:(?!\1)[^\\$\n])*)\1$/.exec(code)?.groups?.text;
}

function spanOf(source: Source, { position }: MdastNode): Span {
  return { source, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The parser's errors begin with `line:column: `. */
function syntaxError(source: Source, error: unknown): Diagnostic {
  const words = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx[^)]*\))?$/.exec(words);
  const start = match ? source.offsetOfLine(Number(match[1])) + Number(match[2]) - 1 : 0;
  const message = (match?.[3] ?? words).replace(/\.?$/, '.');
  return studyProblem('mdx-syntax', message, { source, start, end: start + 1 });
}
