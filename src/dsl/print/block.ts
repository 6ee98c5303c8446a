/** A statement with the block behind it, if it holds anything. */
export interface Block {
  readonly head: string;
  readonly body: Block[];
}

/** A statement, with what its block holds. */
export function block(head: string, body: readonly Block[] = []): Block {
  return { head, body: [...body] };
}

/** A block that is there only when it holds something. */
export function blockOf(head: string, body: readonly Block[]): Block[] {
  return body.length > 0 ? [block(head, body)] : [];
}

/** Statements as text, four blanks a level; an empty block stays open where it must. */
export function render(statements: readonly Block[], indent = ''): string {
  return statements.map((statement) => renderOne(statement, indent)).join('');
}

function renderOne({ head, body }: Block, indent: string): string {
  if (body.length === 0) {
    return OPEN.test(head) ? `${indent}${head}\n${indent}}\n` : `${indent}${head}\n`;
  }
  const opened = OPEN.test(head) ? head : `${head} {`;
  return `${indent}${opened}\n${render(body, `${indent}    `)}${indent}}\n`;
}

/** A head that ends in its brace has a block even when nothing is in it. */
const OPEN = / \{$/;
