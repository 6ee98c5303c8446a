import type { AdrRecord } from '#adr/record.ts';
import type { SearchRecord } from '#search/format.ts';
import type { Portfolio } from '../../portfolio.ts';
import { allRecords } from '../../records.ts';
import { adrRow } from '../adr-row.ts';
import { plainMarkdown } from './plain-text.ts';

/** Decisions, with the whole of their text. */
export function decisionRecords(portfolio: Portfolio): SearchRecord[] {
  return allRecords(portfolio).map((record) => {
    const { number, title, href, statusLabel, elements } = adrRow(portfolio, record);
    const names = [record.id, ...record.tags.map(({ text }) => text), 'ADR'];
    return {
      kind: 'Decisions',
      title: `${number} ${title}`,
      href,
      context: [statusLabel, ...elements.slice(0, 3).map(({ text }) => text)].join(', '),
      names: names.join(' '),
      text: bodyOf(record),
    };
  });
}

/** Decision first, as the page has it; a status says nothing that the context does not. */
function bodyOf({ preamble, sections }: AdrRecord): string {
  const texts = sections.filter(({ role }) => role !== 'status');
  const decision = texts.filter(({ role }) => role === 'decision');
  const others = texts.filter(({ role }) => role !== 'decision');
  return [...decision, ...others]
    .reduce((all, { markdown }) => `${all}\n\n${markdown}`, '')
    .concat('\n\n', preamble)
    .split('\n\n')
    .map(plainMarkdown)
    .filter((text) => text !== '')
    .join(' ');
}
