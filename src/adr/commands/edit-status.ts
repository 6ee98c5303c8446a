import { Source, type Span } from '#diagnostics/source.ts';
import { headingsOf } from '../markdown/headings.ts';
import { linesOf } from '../markdown/lines.ts';
import { roleOf } from '../read/sections.ts';

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/**
 * Adds a line to the end of each Status section, before the next heading. Nothing when the text has
 * no such section. The line ends of the text are kept, its last line gets one.
 */
export function addStatusLine(text: string, line: string): string | undefined {
  const eol = lineBreakOf(text);
  const sections = statusBodies(text);
  if (sections.length === 0) return undefined;
  const whole = text.endsWith('\n') || text.endsWith('\r') ? text : text + eol;
  let edited = whole;
  for (const { start, end } of sections.toReversed()) {
    const isLast = end >= text.length;
    const at = isLast ? whole.length : end;
    const lastLine = whole
      .slice(start, at)
      .split(/\r\n|\n|\r/)
      .at(-2);
    const gap = lastLine?.trim() === '' ? '' : eol;
    edited = `${edited.slice(0, at)}${gap}${line}${eol}${isLast ? '' : eol}${edited.slice(at)}`;
  }
  return edited;
}

/**
 * Takes the lines that are exactly this status out of the Status sections, and folds the blank lines
 * that are left there.
 */
export function removeStatusLine(text: string, status: string): string {
  let edited = text;
  for (const { start, end } of statusBodies(text).toReversed()) {
    const body = text.slice(start, end).split(/(?<=\r\n|\n|\r(?!\n))/);
    const kept: string[] = [];
    for (const line of body) {
      const words = line.replace(/[\r\n]+$/, '');
      const isFolded = words === '' && (kept.at(-1) ?? '').replace(/[\r\n]+$/, '') === '';
      if (words !== status && !(isFolded && kept.length > 0)) kept.push(line);
    }
    edited = edited.slice(0, start) + kept.join('') + edited.slice(end);
  }
  return edited;
}

/** Adds a section at its usual place: Status before the first section, others at the end. */
export function addSection(text: string, heading: string, lines: readonly string[]): string {
  const eol = lineBreakOf(text);
  const section = [`## ${heading}`, ...lines].join(eol + eol);
  const first = heading === 'Status' ? firstSection(text) : undefined;
  if (first !== undefined) {
    return `${text.slice(0, first)}${section}${eol}${eol}${text.slice(first)}`;
  }
  const before = text.replace(/(?:\r\n|\n|\r)+$/, '');
  return `${before}${before === '' ? '' : eol + eol}${section}${eol}`;
}

/** Adds an item to the list of the Links section, which is made when it is missing. */
export function addLinkItem(text: string, item: string): string {
  const eol = lineBreakOf(text);
  const [body] = bodies(text, (heading) => /^links$/i.test(heading));
  const marker = /^[ ]{0,3}- /m.test(text) && !/^[ ]{0,3}\* /m.test(text) ? '-' : '*';
  if (body === undefined) return addSection(text, 'Links', [`${marker} ${item}`]);
  const content = text.slice(0, body.end).trimEnd();
  const lastLine = content.slice(content.lastIndexOf('\n') + 1);
  const gap = /^\s*[-*+]\s/.test(lastLine) ? eol : eol + eol;
  return `${content}${gap}${marker} ${item}${text.slice(content.length) || eol}`;
}

/** The bodies of the Status sections, as offsets of the text as it was given. */
export function statusBodies(text: string): Pick<Span, 'start' | 'end'>[] {
  return bodies(text, (heading) => roleOf(heading) === 'status');
}

function bodies(
  text: string,
  isWanted: (heading: string) => boolean,
): Pick<Span, 'start' | 'end'>[] {
  const source = new Source('record', text);
  const mark = text.length - source.text.length;
  const headings = headingsOf(source, linesOf(source));
  return headings.flatMap((heading, index) => {
    if (heading.level > 3 || !isWanted(heading.text)) return [];
    const end = headings[index + 1]?.span.start ?? source.text.length;
    return [{ start: Math.min(heading.bodyStart, end) + mark, end: end + mark }];
  });
}

function firstSection(text: string): number | undefined {
  const source = new Source('record', text);
  const headings = headingsOf(source, linesOf(source));
  const first = headings.find(({ level }) => level === 2);
  return first && first.span.start + text.length - source.text.length;
}
