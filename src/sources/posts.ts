import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Channel } from '#case-study/portfolio-lists/visibility.ts';
import type { Post } from '#case-study/post.ts';
import { type Draft, digestOf } from '#portfolio/posts/draft.ts';
import { draftFile } from '#portfolio/posts/posts.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { isFile } from './entries.ts';
import { makeFolder } from './make-folder.ts';
import { POSTS } from './studies.ts';

/** Where the file of a draft stands, from the content folder. */
export function draftPath({ study, id }: Pick<Draft, 'study' | 'id'>): string {
  return `case-studies/${study}/${POSTS}/${id}.md`;
}

/** Writes the files of drafts that have none; one that is there, whatever is in it, stays. Gives their paths. */
export function writeDrafts(
  root: string,
  drafts: readonly Draft[],
  channel: Pick<Channel, 'id'>,
): string[] {
  return drafts.flatMap((draft) => {
    const path = draftPath(draft);
    if (isFile(`${root}/${path}`)) return [];
    makeFolder(dirname(`${root}/${path}`));
    writeFileAtomic(`${root}/${path}`, draftFile(draft, channel));
    return [path];
  });
}

/** Says in a draft that its author has seen today's facts: its `facts` change, and nothing else. */
export function acceptFacts(root: string, post: Post, draft: Draft): void {
  const path = `${root}/${post.source.name}`;
  const span = post.located.spanOf(['facts']);
  if (!span) return;
  const text = readFileSync(path, 'utf8');
  const written = text.slice(span.start, span.end).replace(post.facts, digestOf(draft.facts));
  writeFileAtomic(path, text.slice(0, span.start) + written + text.slice(span.end));
}
