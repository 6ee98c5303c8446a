import { markdownToMdast } from 'satteri';
import type { AdrRecord } from '#adr/record.ts';
import {
  type LooseReference,
  linksOfNode,
  looseReferences,
  type WrittenLink,
} from '#case-study/written-links.ts';
import type { ContentFile } from './link-target.ts';
import type { Portfolio } from './portfolio.ts';
import { allRecords } from './records.ts';

type MdastNode = ReturnType<typeof markdownToMdast>;

/** Every link and picture of a record's text, and the references that no line defines. */
export function linksOfRecord({ source }: AdrRecord): {
  readonly links: readonly WrittenLink[];
  readonly loose: readonly LooseReference[];
} {
  const links: WrittenLink[] = [];
  const loose: LooseReference[] = [];
  const visit = (node: MdastNode) => {
    links.push(...linksOfNode(node, source));
    loose.push(...looseReferences(node, source));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownToMdast(source.text, { position: true, features: { frontmatter: true } }));
  return { links, loose };
}

/** The files of the content that some page shows or leads to: what the site has to carry. */
export function filesInUse({ studies, log, attached, links }: Portfolio): ContentFile[] {
  const written = [
    ...studies.flatMap(({ study }) => study.pages),
    ...allRecords({ log, attached }).map((record) => ({
      source: record.source,
      ...linksOfRecord(record),
    })),
  ];
  const used = written.flatMap(({ source, links: own }) =>
    own.flatMap(({ address }) => {
      const target = links(address, source.name);
      return target.kind === 'site' && target.file ? [target.file] : [];
    }),
  );
  return [...new Set(used)];
}
