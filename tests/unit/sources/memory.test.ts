import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLog } from '#sources/decisions.ts';
import { createLoadMemory } from '#sources/load-memory.ts';
import { createMemory } from '#sources/memory.ts';
import { loadStudies } from '#sources/studies.ts';
import { contentFolder } from '../../support/content.ts';
import { frontMatter } from '../../support/studies.ts';

const PAGE = `${frontMatter({})}\nimport data from './data.json';\n\nText.\n`;

describe('a memory', () => {
  it('makes a value again when its input, or what it looked at, has changed', () => {
    const memory = createMemory<number>();
    let made = 0;
    const of = (place: string, input: string, holds = true) =>
      memory.of(
        place,
        input,
        () => ++made,
        () => holds,
      );
    const asked = [of('a', '1'), of('a', '1'), of('b', '1'), of('a', '2'), of('a', '2', false)];
    expect(asked).toEqual([1, 1, 2, 3, 4]);
  });
});

describe('content that is read again', () => {
  it('has studies made of the files that changed', () => {
    const root = contentFolder({
      'case-studies/a/index.mdx': PAGE,
      'case-studies/a/data.json': '{}',
      'case-studies/b/index.mdx': PAGE,
      'case-studies/b/data.json': '{}',
    });
    const { studies: memory } = createLoadMemory();
    const [a, b] = loadStudies(root, memory).studies;
    expect(a && b).toBeDefined();
    writeFileSync(`${root}/case-studies/b/index.mdx`, `${PAGE}\nMore.\n`);
    const [sameA, otherB] = loadStudies(root, memory).studies;
    expect(sameA).toBe(a);
    expect(otherB).not.toBe(b);
    rmSync(`${root}/case-studies/a/data.json`);
    const { diagnostics } = loadStudies(root, memory);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-import']);
  });

  it('has records made of the log that changed', async () => {
    const root = contentFolder({ 'adrs/0001-one.md': '# 1. One\n\nDate: 2026-01-01\n' });
    const memory = createLoadMemory();
    const read = async () => (await loadLog(root, new Date(2026, 5, 1), memory)).log;
    const first = await read();
    expect(await read()).toBe(first);
    writeFileSync(`${root}/adrs/0001-one.md`, '# 1. Another\n\nDate: 2026-01-01\n');
    expect((await read()).records.map(({ title }) => title)).toEqual(['Another']);
  });
});
