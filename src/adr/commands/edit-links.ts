import { Source } from '#diagnostics/source.ts';
import { fieldNamed, fieldText } from '../read/front-matter.ts';
import { readRecord } from '../read-record.ts';
import { setFrontMatterStatus, setMetadataStatus } from './edit-field.ts';
import { addLinkItem, addSection, addStatusLine, removeStatusLine } from './edit-status.ts';

/** A record as a link shows it. */
export interface LinkTarget {
  readonly text: string;
  readonly file: string;
}

/** `[1. First](0001-first.md)`; a name with blanks or brackets goes into angle brackets. */
export function markdownLink({ text, file }: LinkTarget): string {
  return `[${text}](${/[\s()<>]/.test(file) ? `<${file}>` : file})`;
}

/**
 * Adds `VERB [title](file)` to a record, where its format wants it: the Status section, or the Links
 * list of MADR and log4brains. A record with neither gets a Status section.
 */
export function addLink(text: string, verb: string, target: LinkTarget): string {
  const link = `${verb} ${markdownLink(target)}`;
  const inSection = addStatusLine(text, link);
  if (inSection !== undefined) return inSection;
  const { format } = readRecord(new Source(target.file, text)).record;
  if (format.startsWith('madr') || format === 'log4brains') return addLinkItem(text, link);
  return addSection(text, 'Status', [link]);
}

/**
 * Marks a record as superseded: in its Status section, where `Accepted` gives way, and in the status
 * of its front matter or metadata. A second successor is added to the first.
 */
export function markSuperseded(text: string, verb: string, target: LinkTarget): string {
  const withField = setStatusField(text, supersededBy(text, verb, target));
  const inSection = addStatusLine(withField ?? text, `${verb} ${markdownLink(target)}`);
  if (inSection !== undefined) return removeStatusLine(inSection, 'Accepted');
  return withField ?? addLink(text, verb, target);
}

/** Sets a status in the front matter, or in the list under the title, whichever the record has. */
export function setStatusField(text: string, value: string): string | undefined {
  const { frontMatter, metadata, format } = readRecord(new Source('record', text)).record;
  const inYaml = fieldNamed(frontMatter, 'status');
  const inList = fieldNamed(metadata, 'status');
  if (inYaml || (!inList && format.startsWith('madr'))) return setFrontMatterStatus(text, value);
  return inList && setMetadataStatus(text, value);
}

/** `superseded by [B](0002-b.md)`, after the successors that the field names already. */
function supersededBy(text: string, verb: string, target: LinkTarget): string {
  const { frontMatter, metadata } = readRecord(new Source('record', text)).record;
  const field = fieldNamed(frontMatter, 'status') ?? fieldNamed(metadata, 'status');
  const before = field ? fieldText(field) : '';
  if (/^super[sc]eded by\b/i.test(before)) return `${before} and ${markdownLink(target)}`;
  return `${verb.toLowerCase()} ${markdownLink(target)}`;
}
