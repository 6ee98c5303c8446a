import { type Passage, passagesOf, type Sayer } from '#case-study/passages.ts';
import type { Study, StudyPage } from '#case-study/study.ts';
import type { SearchRecord } from '#search/format.ts';
import { studyPath } from '../../addresses.ts';
import { figureText } from '../../inline-cost.ts';
import { type ListRow, listRows, rowsOn } from '../../list-rows.ts';
import { elementCalled, type Portfolio, type StudyEntry } from '../../portfolio.ts';
import { recordOf } from '../../records.ts';
import { saidText } from '../../speech/figure-texts.ts';
import { adrNumber } from '../adr-names.ts';

/** Studies: each page, each section of it, and each row of the typed lists that it shows. */
export function studyRecords(portfolio: Portfolio): SearchRecord[] {
  return portfolio.studies.flatMap((entry) => {
    const rows = listRows(entry.study);
    return entry.study.pages.flatMap((page) => [
      ...pageRecords(portfolio, entry, page),
      ...rowsOn(page, rows).map((row) => rowRecord(entry, page, row, 'Studies')),
    ]);
  });
}

/** Stories and cards of defence, on the page that shows them. */
export function storyRecords({ studies }: Portfolio): SearchRecord[] {
  return studies.flatMap((entry) => {
    const rows = listRows(entry.study, 'told').map((row) => ({
      ...row,
      text: saidText(row.text, entry.cost),
    }));
    return entry.study.pages.flatMap((page) =>
      rowsOn(page, rows).map((row) => rowRecord(entry, page, row, 'Stories')),
    );
  });
}

function pageRecords(portfolio: Portfolio, entry: StudyEntry, page: StudyPage): SearchRecord[] {
  const { study } = entry;
  const name = nameOf(study);
  const href = studyPath(study.slug, page.name);
  const isFirst = page.name === 'index';
  const within = isFirst ? name : `${page.meta.title}, ${name}`;
  return passagesOf(page, sayerOf(portfolio, entry)).map(
    ({ heading, text }: Passage): SearchRecord =>
      heading
        ? {
            kind: 'Studies',
            title: heading.text,
            href: `${href}#${encodeURIComponent(heading.id)}`,
            context: `Section of ${within}`,
            text,
          }
        : {
            kind: 'Studies',
            title: page.meta.title,
            href,
            context: isFirst ? 'Case study' : `Page of ${name}`,
            names: [study.slug, page.name, isFirst ? (study.meta.name ?? '') : ''].join(' '),
            text: [page.meta.summary ?? (isFirst ? study.meta.summary : ''), text].join(' ').trim(),
          },
  );
}

function rowRecord(
  { study }: StudyEntry,
  page: StudyPage,
  { title, anchor, what, text }: ListRow,
  kind: string,
): SearchRecord {
  return {
    kind,
    title,
    href: `${studyPath(study.slug, page.name)}#${encodeURIComponent(anchor)}`,
    context: `${what} in ${nameOf(study)}`,
    text,
  };
}

function nameOf({ meta }: Study): string {
  return meta.name ?? meta.title;
}

/** Figures and names as the page shows them, so that a passage reads as its sentence does. */
function sayerOf(portfolio: Portfolio, { cost }: StudyEntry): Sayer {
  return (component, attributes) => {
    const { id = '' } = attributes;
    switch (component) {
      case 'Element':
        return elementCalled(portfolio, id)?.name;
      case 'Adr': {
        const record = recordOf(portfolio.log, id);
        return record && `ADR ${adrNumber(record)}`;
      }
      default:
        return figureText(cost, component, attributes);
    }
  };
}
