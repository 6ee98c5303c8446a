/** Files to be included, in the block where each belongs. */
export interface Includes {
  readonly model: string;
  readonly views: string;
}

/** The least workspace that includes them. */
export function workspaceWith({ model, views }: Includes): string {
  return `workspace "Architecture portfolio" {
    !identifiers hierarchical

    model {
        !include ${model}
    }

    views {
        !include ${views}
    }
}
`;
}

/**
 * The text of a workspace with a line more in its model and in its views, behind what they include so
 * far; a block that it lacks is made. Nothing where the text has no block of a workspace to look into.
 */
export function includeIn(text: string, includes: Includes): string | undefined {
  const model = withInclude(text, 'model', includes.model);
  return model === undefined ? undefined : withInclude(model, 'views', includes.views);
}

function withInclude(text: string, name: keyof Includes, file: string): string | undefined {
  const lines = text.split('\n');
  const blocks = blocksOf(lines);
  const workspace = blocks.find(({ depth, words }) => depth === 0 && words === 'workspace');
  if (!workspace) return undefined;
  const ending = lines[0]?.endsWith('\r') ? '\r' : '';
  const unit = /^(?:\t| +)(?=\S)/m.exec(text)?.[0] ?? '    ';
  const block = blocks.find(({ depth, words }) => depth === 1 && words === name);
  if (block) {
    const line = `${unit}${unit}!include ${file}${ending}`;
    return lines.toSpliced(block.lastInclude ?? block.close, 0, line).join('\n');
  }
  const made = [`${unit}${name} {`, `${unit}${unit}!include ${file}`, `${unit}}`];
  const views = blocks.find(({ depth, words }) => depth === 1 && words === 'views');
  const at = (name === 'model' ? views?.open : undefined) ?? workspace.close;
  return lines.toSpliced(at, 0, ...made.map((line) => line + ending)).join('\n');
}

/** A block of the text, by its lines from 0. */
interface Block {
  /** The first word of the line that opens it. */
  readonly words: string;
  readonly depth: number;
  readonly open: number;
  close: number;
  /** The line behind the last include that stands in it directly. */
  lastInclude?: number;
}

/** A block begins with a `{` at the end of a line, and ends with a `}` that has a line to itself. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const found: Block[] = [];
  const around: Block[] = [];
  let isComment = false;
  for (const [at, line] of lines.entries()) {
    const words = line.trim();
    if (words.startsWith('/*')) isComment = true;
    const isCode = !isComment && !/^(?:#|\/\/)/.test(words);
    if (words.endsWith('*/')) isComment = false;
    if (!isCode) continue;
    const inner = around.at(-1);
    if (words.endsWith('{')) {
      const [first = ''] = words.split(/[\s{]/);
      const block = { words: first.toLowerCase(), depth: around.length, open: at, close: at };
      found.push(block);
      around.push(block);
    } else if (words === '}' && inner) {
      inner.close = at;
      around.pop();
    } else if (inner && /^!include\s/i.test(words)) inner.lastInclude = at + 1;
  }
  return around.length === 0 ? found : [];
}
