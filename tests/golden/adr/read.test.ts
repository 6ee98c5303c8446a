import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fullRecordJson } from '#adr/commands/record-json.ts';
import { lintLog } from '#adr/lint/lint.ts';
import { readLog } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import { sortDiagnostics } from '#diagnostics/diagnostic.ts';
import { renderDiagnostics } from '#diagnostics/render.ts';
import { Source, type Span } from '#diagnostics/source.ts';

const folder = join(import.meta.dirname, 'log');
const sources = readdirSync(folder).map(
  (name) => new Source(`adrs/${name}`, readFileSync(join(folder, name), 'utf8')),
);
const { log, diagnostics } = readLog(sources, 'adrs');

it.each(log.records)('reads $id', async (record) => {
  const facts = { ...fullRecordJson(log, record), places: placesOf(record) };
  const text = JSON.stringify(facts, undefined, 2);
  await expect(`${text}\n`).toMatchFileSnapshot(`read/${record.id}.json`);
});

it('finds what is odd', async () => {
  const facts = { today: '2024-12-24', proposedDays: 30, versions: new Map() };
  const found = sortDiagnostics([...diagnostics, ...lintLog(log, facts)]);
  await expect(`${renderDiagnostics(found, { color: false })}\n`).toMatchFileSnapshot('read/findings.txt');
});

/** Lines and columns of facts that later checks point at. */
function placesOf(record: AdrRecord) {
  const place = (span: Span | undefined) => {
    if (span === undefined) return null;
    const { line, column } = span.source.positionAt(span.start);
    return `${line}:${column}`;
  };
  return {
    title: place(record.heading.span),
    status: place(record.status.span),
    history: record.status.history.map(({ label, span }) => `${label} ${place(span)}`),
    date: place(record.date?.span),
    links: record.links.map(({ relation, verb, text, span }) => `${relation} | ${verb} | ${text} | ${place(span)}`),
    elements: record.ties.elements.map(({ span }) => place(span)),
    relationships: record.ties.relationships.map(({ span }) => place(span)),
    optionCosts: record.ties.optionCosts.map(({ option, model }) => `${option}: ${model}`),
    options: record.options.map(({ span }) => place(span)),
    metadata: record.metadata.map(({ key, span }) => `${key} ${place(span)}`),
  };
}
