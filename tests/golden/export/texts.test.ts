import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TEXT_EXTENSIONS, type TextFormat } from '#cli/commands/export/formats.ts';
import { exportText } from '#cli/commands/export/text.ts';
import { workspaceOf } from '../../support/workspaces.ts';

const workspace = workspaceOf(readFileSync(new URL('workspace.dsl', import.meta.url), 'utf8'));
const FORMATS = Object.keys(TEXT_EXTENSIONS) as TextFormat[];

/**
 * One workspace in every notation, all of its views, legends and frames one after the other. Structurizr
 * 6.2.2 writes the same, byte for byte, where the addresses of its icons cannot be reached.
 */
describe('a workspace in text', () => {
  it.each(FORMATS)('as %s', async (format) => {
    const files = exportText(format, workspace);
    const text = files.map((file) => `==> ${file.name} <==\n${file.text}\n`).join('\n');
    await expect(text).toMatchFileSnapshot(`${format}.txt`);
  });

  it('has every kind of element, and every kind of view with elements', () => {
    const kinds = (items: readonly { readonly kind: string }[]) => new Set(items.map((i) => i.kind));
    expect(kinds(workspace.elements).size).toBe(9);
    expect(kinds(workspace.views).size).toBe(8);
  });
});
