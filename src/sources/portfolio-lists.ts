import { readFileSync } from 'node:fs';
import {
  NO_PORTFOLIO_LISTS,
  type ReadPortfolioLists,
  readPortfolioLists,
} from '#case-study/portfolio-lists/read.ts';
import { PORTFOLIO_LIST_NAMES } from '#case-study/portfolio-lists/table.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { cleanSource } from './clean-source.ts';
import { isFile } from './entries.ts';
import { createMemory, type Memory } from './memory.ts';
import { readYaml } from './yaml.ts';

interface Reading {
  readonly lists: ReadPortfolioLists;
  readonly diagnostics: readonly Diagnostic[];
}

/** The last reading of the lists. */
export type PortfolioListMemory = Memory<Reading>;

const FILES = PORTFOLIO_LIST_NAMES.map((name) => `${name}.yaml`);

/** Reads the typed lists of the portfolio as a whole, `case-studies/<name>.yaml`. */
export function loadPortfolioLists(
  root: string,
  memory: PortfolioListMemory = createMemory(),
): Reading {
  const texts = FILES.map((file) => `case-studies/${file}`)
    .filter((file) => isFile(`${root}/${file}`))
    .map((file): [string, string] => [file, readFileSync(`${root}/${file}`, 'utf8')]);
  if (texts.length === 0) return { lists: NO_PORTFOLIO_LISTS, diagnostics: [] };
  return memory.of(root, JSON.stringify(texts), () => {
    const diagnostics: Diagnostic[] = [];
    const files = texts.map(([file, text]) => {
      const { source, diagnostics: shown } = cleanSource(file, text);
      const { located, diagnostics: found, hidden } = readYaml(source);
      diagnostics.push(...shown, ...found, ...hidden);
      return { name: file.replace(/^.*\/|\.yaml$/g, ''), source, located };
    });
    const { lists, diagnostics: found } = readPortfolioLists(files);
    return { lists, diagnostics: [...diagnostics, ...found] };
  });
}

/** Whether a file of `case-studies/` itself is one of the lists. */
export function isPortfolioList(file: string): boolean {
  return FILES.includes(file);
}

/** The list that a file's name most likely meant. */
export function didYouMeanPortfolioList(file: string): string | undefined {
  return didYouMean(file.replace(/\.(?:yml|json)$/i, '.yaml'), FILES);
}
