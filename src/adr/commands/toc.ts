import { markdownLink } from './edit-links.ts';
import { type LogFolder, linkText, noLog, recordEntries } from './log-folder.ts';
import { done, type Outcome } from './outcome.ts';

/** `adr generate toc [-i INTRO] [-o OUTRO] [-p PREFIX]`; intro and outro are texts here. */
export interface TocRequest {
  readonly intro: string;
  readonly outro: string;
  readonly prefix: string;
}

/** A table of contents in Markdown. */
export function tableOfContents(folder: LogFolder, { intro, outro, prefix }: TocRequest): Outcome {
  if (!folder.exists) return noLog(folder);
  const links = recordEntries(folder).map((file) => ({
    text: linkText(folder.textOf(file), file),
    file: prefix + file,
  }));
  const items = links.map((link) => `* ${markdownLink(link)}\n`);
  const before = intro === '' ? '' : `${intro}\n`;
  const after = outro === '' ? '' : `\n${outro}`;
  return done(`# Architecture Decision Records\n\n${before}${items.join('')}${after}`, {
    json: { records: links },
  });
}
