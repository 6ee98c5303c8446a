import { documentJson } from '#cost/report/document.ts';
import { type Ports, wantsColor } from '../../ports.ts';
import type { Answers, CostDocument, ModelAnswer } from './answer.ts';
import { asksMore, type Request } from './options.ts';
import { table, totals } from './table.ts';
import { type Paint, paintFor, plural } from './text.ts';

/** What standard output gets: one document in the format that was asked for. */
export async function render(answers: Answers, request: Request, ports: Ports): Promise<string> {
  const { documents } = answers;
  switch (request.format) {
    case 'json':
      return documentJson(documents, answers.diagnostics);
    case 'csv':
      return (await import('./exports.ts')).csv(documents);
    case 'markdown':
      return (await import('./exports.ts')).markdown(documents, request);
    case 'focus':
      return (await import('./exports.ts')).focus(documents, ports.now());
    case 'table':
      return await terminal(documents, request, paintFor(wantsColor(ports)));
  }
}

async function terminal(
  documents: readonly CostDocument[],
  request: Request,
  paint: Paint,
): Promise<string> {
  const answersText = asksMore(request) ? (await import('./answers.ts')).answersText : () => [];
  const parts = [
    ...(request.explain === undefined ? await beginnings(documents, request, paint) : []),
    ...documents.flatMap((document) =>
      document.models.flatMap((model) =>
        answersText(model, document, paint, whose(documents, document, model)),
      ),
    ),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

/** Whose answers follow, where there are several: `Order processing at 500,000 users`. */
function whose(
  documents: readonly CostDocument[],
  { users, models }: CostDocument,
  { title }: ModelAnswer,
): string {
  if (documents.length > 1) return `${title} at ${plural(users, 'user')}`;
  return models.length > 1 ? title : '';
}

/** The bill, side by side where that is asked for; where something else is, only whom it is about. */
async function beginnings(
  documents: readonly CostDocument[],
  request: Request,
  paint: Paint,
): Promise<string[]> {
  if (request.compare) return [(await import('./compare.ts')).compare(documents, request, paint)];
  const show = asksMore(request) ? totals : table;
  return documents.map((document) => show(document, request, paint));
}
