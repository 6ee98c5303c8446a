import { readFileSync } from 'node:fs';
import { CODES_PAGE } from '#diagnostics/json.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { CODE_TABLES } from '#sources/code-tables.ts';
import { UsageError } from '../../program.ts';

/** What the page of codes says of one of them; another word is wrong usage. */
export function explanationOf(code: string): string {
  const codes = Object.values(CODE_TABLES).flatMap((table) => Object.keys(table));
  if (!codes.includes(code)) {
    const hint = didYouMean(code, codes) ?? `${CODES_PAGE} lists them.`;
    throw new UsageError(`There is no code \`${code}\`. ${hint}`);
  }
  const page = readFileSync(new URL(`../../../../${CODES_PAGE}`, import.meta.url), 'utf8');
  const [, section = ''] = page.split(`\n### ${code}\n`);
  const [text = ''] = section.split(/\n##+ /);
  return `${code}\n\n${text.trim()}\n`;
}
