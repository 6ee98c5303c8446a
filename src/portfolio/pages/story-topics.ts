import { studyPath } from '../addresses.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PageLink } from './links.ts';

/** A topic of the interview with the stories that are told of it. */
export interface TopicRow {
  readonly id: string;
  readonly title: string;
  readonly tradeOff: string;
  readonly stories: readonly (PageLink & { readonly study: string })[];
}

/** Every topic, in the order of interview.yaml; a story leads to where it is told. */
export function topicRows({ lists, studies }: Portfolio): TopicRow[] {
  return lists.values.interview.topics.map(({ id, title, tradeOff }) => ({
    ...{ id, title, tradeOff },
    stories: studies.flatMap(({ study }) => {
      const page = study.pages.find(({ references }) =>
        references.some(({ component }) => component === 'Stories'),
      );
      const path = studyPath(study.slug, page?.name ?? 'index');
      return study.stories
        .filter(({ topic }) => topic === id)
        .map((story) => ({
          text: story.title,
          href: `${path}#story-${story.id}`,
          study: study.meta.name ?? study.meta.title,
        }));
    }),
  }));
}
