import { Source } from '#diagnostics/source.ts';
import { fieldNamed } from '../read/front-matter.ts';
import { readRecord } from '../read-record.ts';
import type { AdrField } from '../record.ts';
import { lineBreakOf } from './edit-status.ts';

/**
 * Gives the `status` of the front matter another value, or adds it there. Nothing when the text has
 * no front matter. Order, comments and quotes of all other entries stay as they are.
 */
export function setFrontMatterStatus(text: string, value: string): string | undefined {
  const source = new Source('record', text);
  const mark = text.slice(0, text.length - source.text.length);
  const whole = source.text;
  const end =
    /^---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??(?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/.exec(
      whole,
    );
  if (!end) return undefined;
  const field = fieldNamed(readRecord(source).record.frontMatter, 'status');
  if (field === undefined) {
    const eol = lineBreakOf(text);
    const first = whole.indexOf(eol) + eol.length;
    return `${mark}${whole.slice(0, first)}status: ${quote(value)}${eol}${whole.slice(first)}`;
  }
  if (field.value === null) {
    const colon = whole.indexOf(':', field.span.start) + 1;
    return `${mark}${whole.slice(0, colon)} ${quote(value)}${whole.slice(colon)}`;
  }
  return mark + replace(whole, field, quote(value));
}

/** Gives the `Status:` of the list under the title another value. Nothing when there is none. */
export function setMetadataStatus(text: string, value: string): string | undefined {
  const source = new Source('record', text);
  const field = fieldNamed(readRecord(source).record.metadata, 'status');
  if (field === undefined || field.value === '') return undefined;
  return text.slice(0, text.length - source.text.length) + replace(source.text, field, value);
}

function replace(text: string, { span }: AdrField, value: string): string {
  return text.slice(0, span.start) + value + text.slice(span.end);
}

/** Plain words stay plain, anything that YAML could read otherwise is quoted. */
function quote(value: string): string {
  return /^[A-Za-z][A-Za-z -]*$/.test(value) ? value : JSON.stringify(value);
}
