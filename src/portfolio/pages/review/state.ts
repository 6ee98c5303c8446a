import { staticElement, technologyOf, type WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import { viewTitle } from '#views/titles.ts';
import { costPath, studyPath, viewPath } from '../../addresses.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { adrRow } from '../adr-row.ts';
import { lineAnchor } from '../cost.ts';
import { reviewedElements } from './anchors.ts';

/** A part of a study with a digest of what it says: two that say the same have the same. */
export interface StatePart {
  /** What tells it from others in both states; its address, where it has one. */
  readonly id: string;
  readonly name: string;
  readonly digest: string;
}

/** What a part of the study costs a month. */
interface StateLine {
  readonly id: string;
  readonly name: string;
  /** At the larger size. */
  readonly monthly: number;
}

/** A study as the banner of a frozen review compares it. Old reviews read it: fields stay. */
export interface ReviewState {
  readonly version: 1;
  readonly study: string;
  readonly sections: readonly StatePart[];
  readonly drawings: readonly StatePart[];
  readonly elements: readonly StatePart[];
  readonly relationships: readonly StatePart[];
  readonly decisions: readonly StatePart[];
  readonly lists: readonly StatePart[];
  readonly cost?: {
    readonly currency: string;
    /** The larger size, and the month's spend at it. */
    readonly users: number;
    readonly monthly: number;
    readonly lines: readonly StateLine[];
  };
}

/** A short digest of a text, handed in: a stage works out no hashes of its own. */
export type Digest = (text: string) => string;

/** The state of a study. The same content gives the same state. */
export function reviewState(
  portfolio: Portfolio,
  entry: StudyEntry,
  digestOf: Digest,
): ReviewState {
  const { index, addresses } = portfolio;
  const { study, views, decisions, cost } = entry;
  const digest = (facts: unknown) => digestOf(JSON.stringify(facts));
  const elements = reviewedElements(portfolio, entry);
  const ids = new Set(elements.map(({ id }) => id));
  return {
    version: 1,
    study: study.slug,
    sections: sectionsOf(entry, digestOf),
    drawings: views.map((view) => ({
      id: viewPath(view.key),
      name: viewTitle(index, view),
      digest: digest(factsOfView(index, view)),
    })),
    elements: elements.map((element) => ({
      id: addresses.element(element.id) ?? element.id,
      name: element.name,
      digest: digest([
        element.kind,
        element.name,
        element.description,
        technologyOf(element),
        element.tags,
      ]),
    })),
    relationships: index.workspace.relationships
      .filter(
        ({ source, destination, linkedRelationship }) =>
          linkedRelationship === undefined && (ids.has(source) || ids.has(destination)),
      )
      .map(({ source, destination, description = '', technology = '', tags }) => {
        const name = `${nameOf(index, source)} → ${nameOf(index, destination)}: ${description}`;
        const ends = [source, destination].map((id) => addresses.element(id) ?? id);
        return {
          id: `${ends.join(' ')} ${description}`,
          name,
          digest: digest([description, technology, tags]),
        };
      }),
    decisions: decisions.map((record) => {
      const { href, number, title, status } = adrRow(portfolio, record);
      return {
        id: href,
        name: `${number} ${title}`,
        digest: digest([status, plain(record.source.text)]),
      };
    }),
    lists: [...study.listFiles].map(([name, { source }]) => ({
      id: name,
      name: `${name}.yaml`,
      digest: digestOf(plain(source.text)),
    })),
    ...(cost && {
      cost: {
        currency: cost.currency,
        users: cost.users[1],
        monthly: cost.large.monthly,
        lines: cost.large.components.flatMap(({ title, lines }) =>
          lines.map((line) => ({
            id: `${costPath(cost.id)}#${lineAnchor(line)}`,
            name: `${title}: ${line.description}`,
            monthly: line.monthly,
          })),
        ),
      },
    }),
  };
}

/** What stands before the first heading of a page, and each section up to the next. */
function sectionsOf({ study }: StudyEntry, digestOf: Digest): StatePart[] {
  return study.pages.flatMap(({ name, meta, source, headings }) => {
    const address = studyPath(study.slug, name);
    const sections = headings.filter(({ depth }) => depth === 2);
    const textOf = (start: number, place: number) =>
      plain(source.text.slice(start, sections[place]?.span.start ?? source.text.length));
    const place = name === 'index' ? '' : `${meta.title}: `;
    return [
      { id: address, name: meta.title, digest: digestOf(textOf(0, 0)) },
      ...sections.map(({ id, text, span }, at) => ({
        id: `${address}#${id}`,
        name: `${place}${text}`,
        digest: digestOf(textOf(span.start, at + 1)),
      })),
    ];
  });
}

/** What a drawing shows, without numbers that move when a line is added elsewhere. */
function factsOfView(index: WorkspaceIndex, view: View): unknown {
  const { kind, title, description } = view;
  if (!('elements' in view)) return [kind, title, description];
  return [
    kind,
    title,
    description,
    view.elements.map(({ id }) => nameOf(index, id)).sort(),
    view.relationships
      .map(({ id, description: said, order, response }) => {
        const line = index.relationship(id);
        const ends = line && [nameOf(index, line.source), nameOf(index, line.destination)];
        return JSON.stringify([order, ends, said ?? line?.description, response]);
      })
      .sort(),
  ];
}

function nameOf(index: WorkspaceIndex, id: Parameters<WorkspaceIndex['element']>[0]): string {
  const element = index.element(id);
  return element ? staticElement(index, element).name : id;
}

/** A text without what an editor changes by itself. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
