import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { prepareForExport } from '#dsl/export-json.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { readSource } from '#dsl/source.ts';
import { inspect } from '#model/inspections.ts';
import { workspaceToJson } from '#model/to-json.ts';
import { fileReader } from '#sources/file-reader.ts';

const reader = fileReader(fileURLToPath(new URL('../../fixtures/dsl/shop', import.meta.url)));

// The official tools 6.2.2 write the same JSON for this workspace, but for the made-up identifiers.
it('a workspace with every section of the language', async () => {
  const read = readSource('workspace.dsl', { reader });
  if ('diagnostic' in read) throw new Error(read.diagnostic.message);
  const { workspace, diagnostics } = parseWorkspace(read.source, { reader, embedSource: false });
  expect(diagnostics).toEqual([]);
  if (!workspace) return;
  const json = workspaceToJson(prepareForExport(workspace));
  await expect(`${JSON.stringify(json, undefined, 2)}\n`).toMatchFileSnapshot('./shop.json');
  const lines = inspect(workspace).map(
    ({ severity, type, message }) => `${severity}\t${type}\t${message}\n`,
  );
  await expect(lines.join('')).toMatchFileSnapshot('./shop.inspections.tsv');
});
