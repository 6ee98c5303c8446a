import GithubSlugger from 'github-slugger';
import { mdxToMdast } from 'satteri';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { studyProblem } from './codes.ts';
import { type Attribute, attributesOf, type ParsedAttribute } from './jsx.ts';
import { readModule, unknownNames } from './names.ts';
import {
  type LooseReference,
  linksOfNode,
  looseReferences,
  spanOf,
  type WrittenLink,
} from './written-links.ts';

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
  /** Plain and number attributes as text; what code works out is left out. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Every attribute as it is written. */
  readonly written: readonly Attribute[];
  readonly span: Span;
  /** Where the value of an attribute stands, else the whole tag. */
  attributeSpan(name: string): Span;
}

/** What the rest of the portfolio needs to know of a page's body. */
export interface PageOutline {
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  readonly links: readonly WrittenLink[];
  readonly looseReferences: readonly LooseReference[];
  /** What links may lead to on this page: ids of headings, and those that tags carry. */
  readonly anchors: ReadonlySet<string>;
  /** Names that the page imports or defines itself. */
  readonly names: ReadonlySet<string>;
  /** Relative files that it imports. */
  readonly imports: readonly { readonly specifier: string; readonly span: Span }[];
  /** False when the page cannot be read: then nothing is known of it. */
  readonly isRead: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

type MdastNode = ReturnType<typeof mdxToMdast>;

/** Reads what a page holds; a syntax error is one diagnostic, and nothing is known of the page then. */
export function readOutline(source: Source): PageOutline {
  const reader = outlineReader(source);
  try {
    // As Astro reads it, or a heading with a dash or quotes would have another anchor there.
    const features = { frontmatter: true, smartPunctuation: true };
    return reader(mdxToMdast(source.text, { position: true, features }));
  } catch (error) {
    return { ...NOTHING, diagnostics: [syntaxError(source, error)] };
  }
}

const NOTHING: PageOutline = {
  headings: [],
  references: [],
  links: [],
  looseReferences: [],
  anchors: new Set(),
  names: new Set(),
  imports: [],
  isRead: false,
  diagnostics: [],
};

function outlineReader(source: Source): (tree: MdastNode) => PageOutline {
  const headings: Heading[] = [];
  const references: Reference[] = [];
  const links: WrittenLink[] = [];
  const loose: LooseReference[] = [];
  const anchors = new Set<string>();
  const names = new Set<string>();
  const imports: { specifier: string; span: Span }[] = [];
  const code: Span[] = [];
  const diagnostics: Diagnostic[] = [];
  const slugger = new GithubSlugger();
  const visit = (node: MdastNode) => {
    const span = spanOf(source, node);
    links.push(...linksOfNode(node, source));
    loose.push(...looseReferences(node, source));
    switch (node.type) {
      case 'heading': {
        const text = textOf(node);
        const id = slugger.slug(text);
        headings.push({ depth: node.depth, text, id, span });
        anchors.add(id);
        break;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        if (!node.name) break;
        const reference = referenceOf(node.name, node.attributes, span);
        references.push(reference);
        if (reference.attributes.id !== undefined) anchors.add(reference.attributes.id);
        diagnostics.push(...inlineCode(reference));
        for (const { form, valueSpan } of reference.written) {
          if (form === 'code') code.push(valueSpan);
        }
        break;
      }
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        code.push({ source, start: span.start + 1, end: span.end - 1 });
        break;
      case 'mdxjsEsm': {
        const module = readModule(node.value);
        for (const name of module.names) names.add(name);
        for (const { specifier, at } of module.imports) {
          const start = span.start + at;
          const place = { source, start, end: start + specifier.length };
          imports.push({ specifier, span: place });
        }
        break;
      }
      default:
        break;
    }
    if ('children' in node) node.children.forEach(visit);
  };
  return (tree) => {
    visit(tree);
    diagnostics.push(...code.flatMap((each) => namesOf(each, names)));
    return {
      headings,
      references,
      links,
      looseReferences: loose,
      anchors,
      names,
      imports,
      isRead: true,
      diagnostics,
    };
  };
}

/** Scripts, styles and handlers in the text: the site's content policy would not let them run. */
function inlineCode({ component, written, span }: Reference): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (component === 'script' || component === 'style') {
    const place = { ...span, end: span.start + component.length + 1 };
    const message = `A page may not hold a \`<${component}>\` of its own.`;
    const hint = 'Its policy lets nothing run or look otherwise that was written into the page.';
    found.push(studyProblem('inline-code', message, place, { hint }));
  }
  if (!/^[a-z]/.test(component)) return found;
  for (const { name, nameSpan } of written) {
    if (!/^on[a-z]/i.test(name) && name !== 'style') continue;
    const message = `\`${name}\` has no effect on a page of the site.`;
    const hint = `Leave it out: the site's policy forbids scripts and styles in attributes.`;
    found.push(studyProblem('inline-code', message, nameSpan, { hint }));
  }
  return found;
}

/** The names in a piece of code that neither the page nor the language knows. */
function namesOf(code: Span, names: ReadonlySet<string>): Diagnostic[] {
  const text = code.source.text.slice(code.start, code.end);
  return unknownNames(text, names).map(({ name, at }) => {
    const start = code.start + at;
    const place = { ...code, start, end: start + name.length };
    return studyProblem('unknown-name', `Nothing in this page is called \`${name}\`.`, place, {
      hint:
        didYouMean(name, names) ??
        'Import or export it above, or write the braces as text: `\\{` and `\\}`.',
    });
  });
}

function referenceOf(component: string, parsed: readonly ParsedAttribute[], span: Span): Reference {
  const written = attributesOf(parsed, span);
  const values = written.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    component,
    attributes: Object.fromEntries(values),
    written,
    span,
    attributeSpan: (name) => written.find((one) => one.name === name)?.valueSpan ?? span,
  };
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
