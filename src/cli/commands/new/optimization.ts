import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNWRITTEN } from '#portfolio/checks/unwritten.ts';
import { schemaLine } from '#sources/list-schema.ts';
import { loadStudies } from '#sources/studies.ts';
import { UsageError } from '../../program.ts';
import { type Request, type Scaffold, slugOf, writeNew } from './scaffold.ts';

/** The measures that a change is looked at by, in the order of the commit text. */
const MEASURES = [
  { id: 'throughput', label: 'Throughput', unit: 'requests/s', better: 'more' },
  { id: 'latency', label: '95th percentile', unit: 'ms', better: 'less' },
  { id: 'memory', label: 'Memory', unit: 'MB', better: 'less' },
  { id: 'queries', label: 'Queries of a request', unit: 'queries', better: 'less' },
] as const;

/**
 * Writes a measurement of a change, its figures still to be measured, into a study: an entry of
 * `benchmarks.yaml` and a page. A name that is taken, or a study that is not clear, is wrong usage.
 */
export function newOptimization({ root, name, study: wanted }: Request): Scaffold {
  const title = name.trim();
  const id = slugOf(title, 'An optimization');
  const folder = join('case-studies', studyFor(root, wanted));
  const page = join(folder, `${id}.mdx`);
  const list = join(folder, 'benchmarks.yaml');
  const before = existsSync(join(root, list)) ? readFileSync(join(root, list), 'utf8') : '';
  if (existsSync(join(root, page)) || new RegExp(`^- id: ${id}\\s*$`, 'm').test(before)) {
    throw new UsageError(`There is an optimization \`${id}\` in ${folder} already.`);
  }
  const head = before.trim() ? '' : schemaLine(root, join(root, list), 'benchmarks');
  const text = `${head}${before.trimEnd()}${before.trim() ? '\n\n' : ''}${entry(id, title)}`;
  writeNew(root, { [page]: pageText(id, title) }, { path: list, text });
  return { files: [page, list], commit: commitText(title) };
}

/** The study that is named, else the one that has measurements, else the only one. */
function studyFor(root: string, wanted: string | undefined): string {
  const { studies } = loadStudies(root);
  const slugs = studies.map(({ slug }) => slug);
  if (wanted !== undefined) {
    if (slugs.includes(wanted)) return wanted;
    throw new UsageError(
      `There is no study \`${wanted}\`. There are ${slugs.join(', ') || 'none'}.`,
    );
  }
  const measured = studies.filter(({ listFiles }) => listFiles.has('benchmarks'));
  const [only, ...more] = measured.length > 0 ? measured : studies;
  if (only && more.length === 0) return only.slug;
  throw new UsageError(
    `Say which study it belongs to: --study ${slugs.join(' or --study ') || 'NAME'}.`,
  );
}

function pageText(id: string, title: string): string {
  return `---
title: ${JSON.stringify(title)}
---

${UNWRITTEN} in a sentence, what was slow or large, and how that was noticed.

## What changed

${UNWRITTEN} the change, and why it helps.

## Before and after

${UNWRITTEN} what was run, on which machine, how often, and how far the runs lie apart.

<Benchmarks of="${id}" />

## What it costs

${UNWRITTEN} which assumption the saving hangs on, and from how many users on there is one.

## What was learned

${UNWRITTEN} what would be done otherwise next time.

## In production

${UNWRITTEN} which systems at work have the same shape, and where it would not pay.

${UNWRITTEN} the metric and the alert that would show that it helped, and that it still does.

${UNWRITTEN} what it means for the business, in the words of somebody who pays for it.
`;
}

function entry(id: string, title: string): string {
  const values = MEASURES.map((measure) => `${measure.id}: null`).join(', ');
  const measures = MEASURES.map(
    ({ id: name, label, unit, better }) =>
      `    - { id: ${name}, label: ${label}, unit: ${unit}, better: ${better} }\n`,
  );
  return `# To be measured: write each figure where \`null\` stands, and leave out what does not apply.
- id: ${id}
  title: ${JSON.stringify(title)}
  system: To be written, which program was measured, and how.
  source: To be written, where the runs are kept.
  measures:
${measures.join('')}  stages:
    - { id: before, title: Before, values: { ${values} } }
    - { id: after, title: After, change: 'To be written, what was done.', values: { ${values} } }
  impact:
    measure: throughput
    by: throughput
    requestsOfUserDay: 1
    peak: 10
    upTo: 0.7
    least: 2
    instance: { name: t3.medium, dimension: ec2.t3.medium }
    users: [100000, 500000, 5000000]
    assumptions:
      - To be written, what has to hold for the saving to be real.
`;
}

/** The text that the change is committed with; its figures come from the runs. */
function commitText(title: string): string {
  const figures = MEASURES.map(({ label, unit }) => `- ${label}: … to … ${unit} (… %)`);
  return [
    title,
    '',
    'What changed',
    '- …',
    '',
    'What was measured, before to after',
    ...figures,
    '',
    'What it costs',
    '- … to … a month at … users, as the page of the study works it out',
    '',
    'What was learned',
    '- …',
    '',
  ].join('\n');
}
