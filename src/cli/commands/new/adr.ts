import { newRecord } from '#adr/commands/new.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { EXAMPLE, UNWRITTEN } from '#portfolio/checks/unwritten.ts';
import { changeLog, findLog } from '#sources/adr-log.ts';
import { loadStudies } from '#sources/studies.ts';
import { UsageError } from '../../program.ts';
import type { Request, Scaffold } from './scaffold.ts';

function gap(what: string, example: string): string {
  return `${UNWRITTEN} ${what}\n<!-- ${EXAMPLE} ${example} -->\n`;
}

/** A record with the next number, as MADR has it, that argues nothing yet. */
function templateFor(study: string | undefined): string {
  return `---
status: STATUS
date: DATE
${study === undefined ? '' : `studies: [${study}]\n`}---

# TITLE

## Context and Problem Statement

${gap(
  'what has to be decided and why now, with a link to each element that it is about.',
  'In a sale the last item of a product is wanted forty times a second. Who promises it: the [order service](element:shop.order), or the [inventory](element:shop.inventory)?',
)}
## Considered Options

* The first option
* The second option

## Decision Outcome

Chosen option: "The first option", because of what is argued below.

${gap(
  'what is done from now on, and the one reason that outweighs the others.',
  'Inventory holds stock for ten minutes before payment begins: a refund costs more than a hold that expires.',
)}
### Consequences

${gap(
  'what it gives, and what was given up for it.',
  'Good, because no item is promised twice. Bad, because an abandoned cart keeps its items from others for ten minutes.',
)}
## Pros and Cons of the Options

### The first option

${gap('an argument for it, and one against.', 'Good, because it needs no message; bad, because both have to be up.')}
### The second option

${gap('the best argument for it, as somebody who wants it would put it.', 'Good, because orders are taken while the inventory is down.')}`;
}

/** The study that is named, else the only one; a record may be about none. */
function studyFor(root: string, wanted: string | undefined): string | undefined {
  const slugs = loadStudies(root).studies.map(({ slug }) => slug);
  if (wanted === undefined) return slugs.length === 1 ? slugs[0] : undefined;
  if (slugs.includes(wanted)) return wanted;
  throw new UsageError(`There is no study \`${wanted}\`. There are ${slugs.join(', ') || 'none'}.`);
}

/** Begins a record in the log of the portfolio, as a proposal; gives what the disk refused, if it did. */
export async function newAdr(
  { root, name, study }: Request,
  today: string,
): Promise<Scaffold | Diagnostic> {
  const place = findLog(root);
  const about = studyFor(root, study);
  const request = {
    title: name.trim(),
    supersedes: [],
    links: [],
    date: today,
    status: 'proposed',
  };
  const outcome = await changeLog(place, (folder) =>
    newRecord(folder, { ...request, template: templateFor(about) }),
  );
  const [problem] = outcome.diagnostics;
  if (problem?.code === 'adr-disk') return problem;
  if (problem) throw new UsageError(problem.message);
  return { files: [`${place.path}/${outcome.edit ?? ''}`] };
}
